using DataHub.Access;
using DataHub.Audit;

namespace DataHub.Planning;

/// <summary>An object type of the contract whose rows come from PostgreSQL.</summary>
public sealed class TableType(string name, Fragment source, string key, IReadOnlyDictionary<string, TableField> fields)
{
    /// <summary>Name in the SDL.</summary>
    public string Name { get; } = name;

    /// <summary>The table, or a parenthesised query, to select from.</summary>
    public Fragment Source { get; } = source;

    /// <summary>The column that tells the rows apart: a number or a code. Last key of every order.</summary>
    public string Key { get; } = key;

    /// <summary>CLR type of the key, long or string.</summary>
    public Type KeyType { get; init; } = typeof(long);

    /// <summary>By SDL name.</summary>
    public IReadOnlyDictionary<string, TableField> Fields { get; } = fields;

    /// <summary>Rows that a caller may see; null: all. Given the alias of the row.</summary>
    public Func<Caller, Identifier, Fragment?>? RowRule { get; init; }

    /// <summary>Column that says which person a row is about; null for a type that is about none.</summary>
    public string? PersonColumn { get; init; }

    /// <summary>Columns that say whom a row is about; empty when it is about nobody, or only its parents say it.</summary>
    internal IReadOnlyList<SubjectColumn> Subjects { get; init; } = [];

    /// <summary>
    /// The field over a column of which some see no value, or another form of it; null when all see it. The key tells rows apart and nothing else.
    /// </summary>
    internal TableField? VeiledBy(string column) => column == Key
        ? null
        : Fields.Values.FirstOrDefault(field => field switch
        {
            MaskedField { Inner: ColumnField inner } => inner.Column == column,
            HiddenField { Inner: ColumnField inner } => inner.Column == column,
            ConsentField consent => consent.Inner.Column == column,
            _ => false,
        });

    /// <summary>True when rows have ids that <c>node</c> answers for.</summary>
    public bool IsNode => Fields.Values.Any(f => f is NodeIdField);

    /// <summary>The same type read from another source (a query with parameters).</summary>
    public TableType From(Fragment otherSource) => new(Name, otherSource, Key, Fields)
    {
        KeyType = KeyType,
        RowRule = RowRule,
        PersonColumn = PersonColumn,
        Subjects = Subjects,
    };
}
