using System.Text.RegularExpressions;
using DataHub.Access;
using DataHub.GraphQL.Types;
using DataHub.Planning;

namespace DataHub.Database.Walls;

/// <summary>
/// What each kind of consumers may read, out of the contract: the columns that the fields open to it are read from, with the keys,
/// foreign keys, orders and row rules of their types, and the exceptions that belong to parts of the contract it may have.
/// </summary>
public sealed partial class WallGrants
{
    // Aliases that stand in no text but for the rows they are put in for.
    private static readonly Identifier Here = new("wall_here");
    private static readonly Identifier There = new("wall_there");

    private readonly SortedDictionary<string, SortedSet<string>> columns = new(StringComparer.Ordinal);
    private readonly SortedSet<string> functions = new(StringComparer.Ordinal);
    private readonly HashSet<FieldsType> reached = [];
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly Caller caller;
    private readonly Schema schema;
    private readonly IReadOnlyDictionary<string, TableType> types;

    private WallGrants(Hub hub, ConsumerKinds kind)
    {
        // The most that a client of the kind may hold; values decide nothing here, only which columns a row rule looks at.
        caller = new Caller(kind.Role, kind.Role, "", kind.Scopes, kind.Purpose, 0);
        var view = hub.For(caller);
        (schema, types, Kind) = (view.Schema, view.Types, kind);
    }

    /// <summary>Whose they are.</summary>
    public ConsumerKinds Kind { get; }

    /// <summary>Columns by table or view, with its schema; in the order of names.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> Columns => columns;

    /// <summary>Functions that may be called, by signature; in the order of names.</summary>
    public IReadOnlyCollection<string> Functions => functions;

    /// <summary>Coordinates of the fields, and names of the types, that the kind may have.</summary>
    public IReadOnlySet<string> Open => open;

    /// <summary>What the contract gives a kind, with the exceptions that are given.</summary>
    public static WallGrants Of(Hub hub, ConsumerKinds kind, IReadOnlyList<WallException> exceptions)
    {
        var grants = new WallGrants(hub, kind);
        foreach (var root in new[] { grants.schema.Query, grants.schema.Subscription })
            if (root is not null) grants.Reach(root);
        foreach (var exception in exceptions.Where(e => grants.open.Contains(e.Coordinate))) grants.Add(exception);
        return grants;
    }

    private void Add(WallException exception)
    {
        if (exception.IsFunction) functions.Add(exception.Relation);
        else Add(exception.Relation, exception.Columns);
    }

    private void Reach(FieldsType first)
    {
        var open = new Queue<FieldsType>([first]);
        while (open.TryDequeue(out var type))
        {
            if (!reached.Add(type)) continue;
            this.open.Add(type.Name);
            if (types.TryGetValue(type.Name, out var rows)) AddRows(rows);
            foreach (var field in type.Fields)
            {
                this.open.Add(field.Coordinate);
                if (rows?.Fields.GetValueOrDefault(field.Name) is { } read) Add(rows, read, field.Coordinate);
                foreach (var below in schema.PossibleTypes(field.Type.Named)) open.Enqueue(below);
            }
        }
    }

    private void AddRows(TableType rows)
    {
        Add(TableOf(rows), [rows.Key, .. rows.Subjects.Select(subject => subject.Column)]);
        if (rows.RowRule?.Invoke(caller, Here) is { } rule) Add(TableOf(rows), ColumnsOf(rule, Here));
    }

    private void Add(TableType rows, TableField field, string coordinate)
    {
        switch (field)
        {
            case ColumnField column:
                Add(TableOf(rows), [column.Column]);
                break;
            case NodeIdField id:
                Add(TableOf(rows), [id.KeyColumn]);
                break;
            case ExpressionField expression:
                Add(TableOf(rows), [.. expression.Inputs, .. ColumnsOf(expression.Sql(Here), Here)]);
                break;
            case ComputedField computed:
                Add(TableOf(rows), computed.Inputs.Select(input => input.Column));
                break;
            case ResolverField resolved:
                Add(TableOf(rows), resolved.Inputs.Select(input => input.Column));
                break;
            case ChildrenField children:
                Add(TableOf(rows), [children.Key]);
                Add(TableOf(children.Target()), [children.ForeignKey, .. children.TargetOrder.Keys.Select(key => key.Column)]);
                break;
            case ToOneField one:
                AddJoin(rows, one);
                break;
            case ConsentField consent:
                // The row decides: whose consent it takes is read with it.
                Add(TableOf(rows), [consent.Inner.Column, consent.PersonColumn]);
                open.Add(WallException.ByConsent(coordinate));
                break;
            case MaskedField or HiddenField:
                // What a mask is made of is among the exceptions.
                break;
            default:
                throw new InvalidOperationException($"Fields of kind {field.GetType().Name} have no columns that are known.");
        }
    }

    private void AddJoin(TableType rows, ToOneField one)
    {
        var on = one.On(Here, There);
        Add(TableOf(rows), [.. one.Inputs, .. ColumnsOf(on, Here)]);
        Add(TableOf(one.Target()), [one.Presence.Column, .. ColumnsOf(on, There)]);
    }

    // Types whose rows a resolver puts together have no table: what it reads is among the exceptions, or another type's.
    private static string? TableOf(TableType type) => type.Source.ToStatement().Text is var text && TableName().IsMatch(text) ? text : null;

    private static IEnumerable<string> ColumnsOf(Fragment sql, Identifier row)
    {
        foreach (Match match in AliasedColumn().Matches(sql.ToStatement().Text))
            if (match.Groups["row"].Value == row.Name) yield return match.Groups["column"].Value;
    }

    private void Add(string? table, IEnumerable<string> names)
    {
        if (table is null) return;
        if (!columns.TryGetValue(table, out var known)) columns[table] = known = new SortedSet<string>(StringComparer.Ordinal);
        known.UnionWith(names);
    }

    [GeneratedRegex("^[a-z_]+\\.[a-z_0-9]+$")]
    private static partial Regex TableName();

    [GeneratedRegex("\\b(?<row>wall_here|wall_there)\\.(?<column>[a-z_0-9]+)")]
    private static partial Regex AliasedColumn();
}
