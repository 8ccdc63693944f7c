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

    /// <summary>Columns that say whom a row is about; empty when it is about nobody, or only its parents say it.</summary>
    internal IReadOnlyList<SubjectColumn> Subjects { get; init; } = [];

    /// <summary>True when rows have ids that <c>node</c> answers for.</summary>
    public bool IsNode => Fields.Values.Any(f => f is NodeIdField);

    /// <summary>The same type read from another source (a query with parameters).</summary>
    public TableType From(Fragment otherSource) => new(Name, otherSource, Key, Fields) { KeyType = KeyType, RowRule = RowRule, Subjects = Subjects };
}
