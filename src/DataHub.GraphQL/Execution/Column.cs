namespace DataHub.GraphQL.Execution;

/// <summary>The values of one leaf field for all rows of a set.</summary>
public abstract class Column
{
    /// <summary>Number of values.</summary>
    public abstract int Count { get; }

    /// <summary>True where the row has no value.</summary>
    public abstract bool IsNull(int row);

    /// <summary>Boxes; for tests and error paths, not for the answer.</summary>
    public abstract object? ValueOf(int row);

    /// <summary>
    /// Calls back with the column's value type, so that the writer of a scalar is chosen once per column and not per value.
    /// </summary>
    public abstract TResult Accept<TResult>(IColumnVisitor<TResult> visitor);
}

/// <summary>A column of <typeparamref name="T"/>; reading a null row gives the type's default.</summary>
public abstract class Column<T> : Column
{
    public abstract T this[int row] { get; }

    /// <summary>
    /// The values as they lie in memory, by row, when the column holds them so and none of its rows is null; else null, which costs a call
    /// a row.
    /// </summary>
    public virtual T[]? WholeArray => null;

    public sealed override object? ValueOf(int row) => IsNull(row) ? null : this[row];

    public sealed override TResult Accept<TResult>(IColumnVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>Receives a column with its value type.</summary>
public interface IColumnVisitor<out TResult>
{
    TResult Visit<T>(Column<T> column);
}
