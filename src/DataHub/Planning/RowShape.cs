using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>
/// What one statement reads for the selections asked of a type: the asked columns of its table and, joined, of the to-one relations
/// below it. The row itself is known as alias t0; joined rows as t1, t2 … in the order they are met.
/// </summary>
internal sealed class RowShape
{
    private readonly List<(Fragment Sql, Type ClrType)> columns = [];
    private readonly List<Fragment> joins = [];
    private readonly SortedSet<string> baseColumns = new(StringComparer.Ordinal);
    private int aliases;

    public RowShape(TableType type, IEnumerable<SelectionPlan> selections)
    {
        Root = new RowNode(type, NextAlias());
        foreach (var selection in selections) Add(Root, selection);
    }

    public RowNode Root { get; }

    /// <summary>Expressions to select, in order.</summary>
    public IReadOnlyList<(Fragment Sql, Type ClrType)> Columns => columns;

    /// <summary>Join clauses, in order.</summary>
    public IReadOnlyList<Fragment> Joins => joins;

    /// <summary>Columns of the root's own table that the statement needs.</summary>
    public IReadOnlyCollection<string> BaseColumns => baseColumns;

    /// <summary>Adds a column of the root's own table; the ordinal of its values.</summary>
    public int AddColumn(string column, Type clrType) => AddColumn(Root, column, clrType);

    private void Add(RowNode node, SelectionPlan selection)
    {
        foreach (var field in selection.Fields)
        {
            if (field.ArgumentError is null && node.Type.Fields.TryGetValue(field.Definition.Name, out var tableField)) Add(node, tableField, field);
        }
    }

    private void Add(RowNode node, TableField tableField, FieldSelection field)
    {
        switch (tableField)
        {
            case ColumnField column:
                AddColumn(node, column.Column, column.ClrType);
                break;
            case NodeIdField id:
                AddColumn(node, id.KeyColumn, node.Type.KeyType);
                break;
            case ExpressionField expression:
                AddExpression(node, expression);
                break;
            case ComputedField computed:
                foreach (var (column, clrType) in computed.Inputs) AddColumn(node, column, clrType);
                break;
            case ChildrenField children:
                AddColumn(node, children.Key, node.Type.Key == children.Key ? node.Type.KeyType : typeof(long));
                break;
            case ToOneField toOne:
                AddJoin(node, toOne, field);
                break;
            default:
                throw new InvalidOperationException($"Fields of kind {tableField.GetType().Name} are not planned.");
        }
    }

    private void AddJoin(RowNode node, ToOneField toOne, FieldSelection field)
    {
        if (!node.Joins.TryGetValue(toOne.Name, out var joined))
        {
            joined = new RowNode(toOne.Target(), NextAlias());
            node.Joins.Add(toOne.Name, joined);
            Need(node, toOne.Inputs);
            joins.Add(toOne.Join(node.Alias, joined.Alias));
            AddColumn(joined, toOne.Presence.Column, toOne.Presence.ClrType);
        }
        Add(joined, field.Selection);
    }

    private int AddColumn(RowNode node, string column, Type clrType)
    {
        if (node.Ordinals.TryGetValue(column, out var ordinal)) return ordinal;
        Need(node, [column]);
        columns.Add((Fragment.Of($"{node.Alias}.{new Identifier(column)}"), clrType));
        return node.Ordinals[column] = columns.Count - 1;
    }

    private void AddExpression(RowNode node, ExpressionField expression)
    {
        // The space keeps an expression's name apart from any column's.
        var name = $"expression {expression.Name}";
        if (node.Ordinals.ContainsKey(name)) return;
        Need(node, expression.Inputs);
        columns.Add((expression.Sql(node.Alias), expression.ClrType));
        node.Ordinals[name] = columns.Count - 1;
    }

    private void Need(RowNode node, IEnumerable<string> inputs)
    {
        if (node == Root) baseColumns.UnionWith(inputs);
    }

    private Identifier NextAlias() => Identifier.Alias(aliases++);
}

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
