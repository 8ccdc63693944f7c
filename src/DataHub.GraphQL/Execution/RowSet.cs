using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// All objects of one level of an answer: the unit that resolvers receive and give. Rows are numbered from 0. A set made from
/// database rows and one made from C# objects are two implementations; the executor has one path over both.
/// </summary>
public abstract class RowSet
{
    /// <summary>Number of rows, 0 allowed.</summary>
    public abstract int Count { get; }

    /// <summary>
    /// The values of a field that has no resolver of its own, for all rows at once. Called once per field and level.
    /// Throws <see cref="InvalidOperationException"/> when the set does not hold the field: a binding fault, found by the binding check.
    /// </summary>
    public abstract ResolvedField Read(FieldSelection field);

    /// <summary>The concrete type of a row, for a level whose static type is an interface or union; never asked otherwise.</summary>
    public virtual ObjectType TypeOf(int row) =>
        throw new InvalidOperationException("This row set holds rows of one type only.");

    /// <summary>
    /// The rows of one concrete type, for a level whose static type is an interface or union: row i of the result is row rows[i] here.
    /// The default reads a field for the whole set and keeps what belongs to the chosen rows; a set that can read fewer rows
    /// overrides it.
    /// </summary>
    public virtual RowSet Pick(int[] rows, ObjectType type) => new PickedRows(this, rows);

    /// <summary>
    /// A named column as C# values, for resolvers that work on inputs (keys, arguments of a function). Throws when the set does
    /// not hold the column with that type.
    /// </summary>
    public virtual Column<T> Column<T>(string name) =>
        throw new InvalidOperationException($"This row set has no column \"{name}\".");
}
