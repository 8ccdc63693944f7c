using System.Collections;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// A column over an array. A row is null where <paramref name="nulls"/> is set or, for reference types, where the array holds null.
/// </summary>
public sealed class ArrayColumn<T>(T[] values, BitArray? nulls = null) : Column<T>
{
    public ArrayColumn(T[] values, bool[] nulls) : this(values, new BitArray(nulls)) { }

    public override int Count => values.Length;

    public override T this[int row] => values[row];

    public override T[]? WholeArray => HasNulls() ? null : values;

    public override bool IsNull(int row) => values[row] is null || (nulls is not null && nulls[row]);

    private bool HasNulls()
    {
        if (nulls is not null && nulls.HasAnySet()) return true;
        if (default(T) is not null) return false;
        foreach (var value in values)
            if (value is null) return true;
        return false;
    }
}

/// <summary>The same value for every row.</summary>
public sealed class ConstantColumn<T>(T value, int count) : Column<T>
{
    public override int Count => count;

    public override T this[int row] => value;

    public override bool IsNull(int row) => value is null;
}
