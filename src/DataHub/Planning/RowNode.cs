namespace DataHub.Planning;

/// <summary>One table's place in a statement.</summary>
internal sealed class RowNode(TableType type, Identifier alias)
{
    public TableType Type { get; } = type;

    public Identifier Alias { get; } = alias;

    /// <summary>Ordinals of the statement's columns by column name.</summary>
    public Dictionary<string, int> Ordinals { get; } = new(StringComparer.Ordinal);

    /// <summary>Joined rows by SDL name.</summary>
    public Dictionary<string, RowNode> Joins { get; } = new(StringComparer.Ordinal);

    public int OrdinalOf(TableField field) => field switch
    {
        ColumnField column => Ordinals[column.Column],
        ExpressionField expression => Ordinals[$"expression {expression.Name}"],
        NodeIdField id => Ordinals[id.KeyColumn],
        _ => throw new InvalidOperationException($"{Type.Name}.{field.Name} is no column."),
    };
}
