using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>How a field of a table-backed type gets its values.</summary>
public abstract record TableField(string Name);

/// <summary>A column of the type's own table; an SQL name from EF's model.</summary>
public sealed record ColumnField(string Name, string Column, Type ClrType) : TableField(Name);

/// <summary>An SQL expression over columns of the type's own table.</summary>
/// <param name="Inputs">Columns the expression reads.</param>
/// <param name="Sql">The expression, given the alias of the row.</param>
public sealed record ExpressionField(string Name, Type ClrType, IReadOnlyList<string> Inputs, Func<Identifier, Fragment> Sql) : TableField(Name);

/// <summary>The opaque id given to consumers, made from the key.</summary>
public sealed record NodeIdField(string Name, string KeyColumn) : TableField(Name);

/// <summary>A function in C# over columns of the row, called once for all rows of a level.</summary>
/// <param name="Inputs">Columns the function reads, with the CLR types it reads them as.</param>
public sealed record ComputedField(
    string Name, IReadOnlyList<(string Column, Type ClrType)> Inputs, Func<HubRequest, RowSet, ResolvedField> Compute) : TableField(Name);

/// <summary>What a resolver of its own reads, for all rows of a level, by columns of the row.</summary>
/// <param name="Inputs">Columns the resolver reads, with the CLR types it reads them as.</param>
public sealed record ResolverField(string Name, IReadOnlyList<(string Column, Type ClrType)> Inputs) : TableField(Name);

/// <summary>One row of another type, joined in the same statement.</summary>
/// <param name="Target">The other type.</param>
/// <param name="Inputs">Columns of this row the join reads.</param>
/// <param name="Presence">Column of the joined row that is null when there is none.</param>
/// <param name="On">What makes a row of the other type the one, given the alias of this row and of the other.</param>
public sealed record ToOneField(
    string Name, Func<TableType> Target, IReadOnlyList<string> Inputs, (string Column, Type ClrType) Presence, Func<Identifier, Identifier, Fragment> On)
    : TableField(Name)
{
    /// <summary>
    /// What the field reads instead of the other type's table, given the alias of this row: it has exactly one row for each of these.
    /// </summary>
    public Func<Identifier, Fragment>? Lateral { get; init; }

    /// <summary>
    /// A column of the other row that is known without it, and the column of this row that holds it: conditions and orders on it need no
    /// join, and hold for a code that the other table does not know.
    /// </summary>
    public (string Target, string Own)? Known { get; init; }

    /// <summary>The join clause.</summary>
    public Fragment Join(Identifier row, Identifier joined) => Lateral is null
        ? Fragment.Of($"left join {Target().Source} {joined} on {On(row, joined)}")
        : Fragment.Of($"left join lateral {Lateral(row)} {joined} on true");
}

/// <summary>Rows of another type that point at this one: a connection, or a capped list.</summary>
/// <param name="Key">Column of this row that the other rows point at.</param>
/// <param name="ForeignKey">Their column.</param>
/// <param name="Order">Their order; the key of the other type is added last.</param>
public sealed record ChildrenField(
    string Name, Func<TableType> Target, string Key, string ForeignKey, IReadOnlyList<SortKey> Order) : TableField(Name)
{
    private ListOrder? targetOrder;

    /// <summary>The full order of the rows.</summary>
    internal ListOrder TargetOrder => targetOrder ??= new ListOrder(Target(), Order);

    /// <summary>True when the SDL field is a connection, false for a plain list of at most 100.</summary>
    public bool IsConnection { get; init; } = true;

    /// <summary>
    /// True when hardly any row has more than some dozens of these: their lists may be read whole where a page would not be much smaller.
    /// </summary>
    public bool AreShort { get; init; }
}

/// <summary>A column to order by. Nulls come last going up and first going down, as PostgreSQL has it.</summary>
public readonly record struct SortKey(string Column, Type ClrType, bool Descending = false)
{
    /// <summary>The relation to the row that has the column; null: the list's own rows have it.</summary>
    public ToOneField? Of { get; init; }
}
