using DataHub.Audit;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>
/// What one statement reads for the selections asked of a type: the asked columns of its table and, joined, of the to-one relations
/// below it. The row itself is known as alias t0; joined rows as t1, t2 … in the order they are met. It depends on no value of a request
/// and on no caller, so one serves all requests with the same selections.
/// </summary>
internal sealed class RowShape
{
    private readonly List<(Fragment Sql, Type ClrType)> columns = [];
    private readonly List<Fragment> joins = [];
    private readonly List<SubjectOrdinal> subjects = [];
    private readonly SortedSet<string> baseColumns = new(StringComparer.Ordinal);
    private int aliases;

    /// <param name="type">The type of the rows.</param>
    /// <param name="selections">What is asked of them.</param>
    /// <param name="also">Columns of the root's own table that are needed beside what is asked.</param>
    /// <param name="haveParents">True when the rows are listed below others, see <see cref="SubjectColumns.AreNeeded"/>.</param>
    public RowShape(
        TableType type, IEnumerable<SelectionPlan> selections, IEnumerable<(string Column, Type ClrType)> also, bool haveParents = false)
    {
        SelectionPlan[] asked = [.. selections];
        Root = new RowNode(type, NextAlias());
        foreach (var selection in asked) Add(Root, selection);
        if (SubjectColumns.AreNeeded(type, asked, haveParents)) AddSubjects(Root);
        foreach (var (column, clrType) in also) AddColumn(Root, column, clrType);
        Columns = (columns.Count == 0 ? Fragment.Of($"1") : Fragment.Join(", ", columns.Select(c => c.Sql))).Frozen();
        Joins = Fragment.Join("", joins.Select(join => Fragment.Of($" {join}"))).Frozen();
        Types = [.. columns.Select(c => c.ClrType)];
    }

    public RowNode Root { get; }

    /// <summary>Expressions to select, separated by commas; the number 1 when there are none.</summary>
    public Fragment Columns { get; }

    /// <summary>The same with another expression behind them.</summary>
    public Fragment ColumnsAnd(Fragment last) => columns.Count == 0 ? last : Fragment.Of($"{Columns}, {last}");

    /// <summary>What the expressions are in C#.</summary>
    public Type[] Types { get; }

    /// <summary>Which of the columns say whom a row is about, for the ledger; empty when nothing personal is asked.</summary>
    public IReadOnlyList<SubjectOrdinal> Subjects => subjects;

    /// <summary>Join clauses, with a space before each.</summary>
    public Fragment Joins { get; }

    /// <summary>Columns of the root's own table that the statement needs.</summary>
    public IReadOnlyCollection<string> BaseColumns => baseColumns;

    /// <summary>These columns and the key, given the alias of the table, separated by commas: for a look-up that reads from a query around the table.</summary>
    public Fragment OwnColumns(Identifier table) =>
        Fragment.Join(", ", baseColumns.Append(Root.Type.Key).Distinct(StringComparer.Ordinal).Select(c => Fragment.Of($"{table}.{new Identifier(c)}"))).Frozen();

    /// <summary>True when all that is selected are columns of the root's own table.</summary>
    public bool IsPlain { get; private set; } = true;

    /// <summary>True when a value is among the columns that depends on consent.</summary>
    public bool NeedsConsent { get; private set; }

    private void Add(RowNode node, SelectionPlan selection)
    {
        // Also fields whose arguments are wrong in one request: in the next one they may be right.
        foreach (var field in selection.Fields)
            if (node.Type.Fields.TryGetValue(field.Definition.Name, out var tableField)) Add(node, tableField, field);
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
            case ResolverField resolved:
                foreach (var (column, clrType) in resolved.Inputs) AddColumn(node, column, clrType);
                break;
            case ChildrenField children:
                AddColumn(node, children.Key, node.Type.Key == children.Key ? node.Type.KeyType : typeof(long));
                break;
            case ToOneField toOne:
                AddJoin(node, toOne, field);
                break;
            case MaskedField masked:
                Add(node, masked.Inner, field);
                break;
            case HiddenField:
                break;
            case ConsentField consented:
                AddConsented(node, consented);
                break;
            default:
                throw new InvalidOperationException($"Fields of kind {tableField.GetType().Name} are not planned.");
        }
    }

    private void AddJoin(RowNode node, ToOneField toOne, FieldSelection field)
    {
        if (!node.Joins.TryGetValue(toOne.Name, out var joined))
        {
            IsPlain = false;
            joined = new RowNode(toOne.Target(), NextAlias());
            node.Joins.Add(toOne.Name, joined);
            Need(node, toOne.Inputs);
            joins.Add(toOne.Join(node.Alias, joined.Alias));
            AddColumn(joined, toOne.Presence.Column, toOne.Presence.ClrType);
        }
        Add(joined, field.Selection);
        if (SubjectColumns.AreNeeded(joined.Type, [field.Selection], haveParents: false)) AddSubjects(joined);
    }

    private void AddSubjects(RowNode node)
    {
        foreach (var (isPerson, column) in node.Type.Subjects)
        {
            AddColumn(node, column, typeof(long));
            var subject = new SubjectOrdinal(isPerson, node.Ordinals[column]);
            if (!subjects.Contains(subject)) subjects.Add(subject);
        }
    }

    private void AddColumn(RowNode node, string column, Type clrType)
    {
        if (node.Ordinals.ContainsKey(column)) return;
        Need(node, [column]);
        columns.Add((Fragment.Of($"{node.Alias}.{new Identifier(column)}"), clrType));
        node.Ordinals[column] = columns.Count - 1;
    }

    private void AddExpression(RowNode node, ExpressionField expression)
    {
        // The space keeps an expression's name apart from any column's.
        var name = $"expression {expression.Name}";
        if (node.Ordinals.ContainsKey(name)) return;
        IsPlain = false;
        Need(node, expression.Inputs);
        columns.Add((expression.Sql(node.Alias), expression.ClrType));
        node.Ordinals[name] = columns.Count - 1;
    }

    // Where there is no consent PostgreSQL does not give the value either.
    private void AddConsented(RowNode node, ConsentField field)
    {
        if (node.Ordinals.ContainsKey(ConsentSql.Given(field))) return;
        (IsPlain, NeedsConsent) = (false, true);
        Need(node, [field.PersonColumn, field.Inner.Column]);
        var consent = NextAlias();
        joins.Add(ConsentSql.Join(field, node.Alias, consent));
        columns.Add((Fragment.Of($"{consent}.given"), typeof(bool)));
        node.Ordinals[ConsentSql.Given(field)] = columns.Count - 1;
        columns.Add((
            Fragment.Of($"case when {consent}.given then {node.Alias}.{new Identifier(field.Inner.Column)} end"), field.Inner.ClrType));
        node.Ordinals[ConsentSql.Value(field)] = columns.Count - 1;
    }

    private void Need(RowNode node, IEnumerable<string> inputs)
    {
        if (node == Root) baseColumns.UnionWith(inputs);
    }

    private Identifier NextAlias() => Identifier.Alias(aliases++);
}
