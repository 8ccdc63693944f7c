using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>
/// What a field of a document reads of a type, and the pieces of SQL for it that no request changes. Made once for each field (its
/// <see cref="FieldSelection.Template"/>) and order, and kept as long as the document. It knows nothing of callers: which rows one may see is
/// among the conditions, which are put together for each request.
/// </summary>
internal sealed class Fetch
{
    private const int MostOrders = 20;
    private const int MostExpected = 512;
    private static readonly ConditionalWeakTable<FieldSelection, ConcurrentDictionary<string, Fetch>> ByField = [];
    private int expected = 8;

    private Fetch(TableType type, IEnumerable<SelectionPlan> selections)
    {
        Shape = new RowShape(type, selections, []);
        TypesWithKey = [.. Shape.Types, typeof(long)];
    }

    private Fetch(TableType type, ListOrder order, (IEnumerable<SelectionPlan> Asked, bool HaveParents) selections, IReadOnlyList<SortKey> keys)
    {
        Shape = new RowShape(type, selections.Asked, keys.Select(k => (k.Column, k.ClrType)), selections.HaveParents);
        TypesWithKey = [.. Shape.Types, typeof(long)];
        KeyOrdinals = [.. keys.Select(k => Shape.Root.Ordinals[k.Column])];
        (Forwards, Backwards) = (new PageSql(type, Shape, order, reversed: false), new PageSql(type, Shape, order, reversed: true));
    }

    public RowShape Shape { get; }

    /// <summary>Types of the columns when the parent's key is read behind them.</summary>
    public Type[] TypesWithKey { get; }

    /// <summary>Where the keys of the order are among the columns; empty when no cursors are asked for.</summary>
    public int[] KeyOrdinals { get; } = [];

    public PageSql Forwards { get; } = PageSql.None;

    public PageSql Backwards { get; } = PageSql.None;

    /// <summary>How many rows to make room for: about as many as there were before, at least 1.</summary>
    public int ExpectedRows => expected;

    /// <summary>The fetch of a field's pages.</summary>
    public static Fetch Of(FieldSelection field, TableType type, ListOrder order)
    {
        var fetches = ByField.GetOrCreateValue(field.Template);
        if (fetches.TryGetValue(order.Name, out var known)) return known;
        var fetch = new Fetch(type, order, (NodeSelections(field.Template, type), field.Definition.Resolver is ChildResolver), AsksCursors(field) ? order.Keys : []);
        // A client may order a list in many ways; few of them recur.
        return fetches.Count < MostOrders ? fetches.GetOrAdd(order.Name, fetch) : fetch;
    }

    /// <summary>The fetch of no more than what tells the rows of a field's pages apart, and of what their cursors are made of.</summary>
    public static Fetch OfKeys(FieldSelection field, TableType type, ListOrder order)
    {
        var fetches = ByField.GetOrCreateValue(field.Template);
        var name = $"keys of {order.Name}";
        if (fetches.TryGetValue(name, out var known)) return known;
        var fetch = new Fetch(type, order, ([], true), AsksCursors(field) ? order.Keys : [.. order.Keys.TakeLast(1)]);
        return fetches.Count < MostOrders ? fetches.GetOrAdd(name, fetch) : fetch;
    }

    /// <summary>The fetch of a field's single rows.</summary>
    public static Fetch Of(FieldSelection field, TableType type)
    {
        var fetches = ByField.GetOrCreateValue(field.Template);
        return fetches.TryGetValue(type.Name, out var known)
            ? known
            : fetches.GetOrAdd(type.Name, new Fetch(type, field.Template.Selections.Values.Where(plan => plan.Type.Name == type.Name)));
    }

    /// <summary>Says how many rows there were.</summary>
    public void Found(int rows)
    {
        // An empty result takes no room: it says nothing of how much the others need. To grow costs more than a little too much room.
        if (rows > 0) expected = Math.Min(Math.Max(rows, ((expected * 7) + rows) / 8), MostExpected);
    }

    private static bool AsksCursors(FieldSelection connection) => connection.Selections.Values.Any(selection => selection.Fields.Any(child =>
        child.Definition.Name is "edges" or "pageInfo" && child.Selection.Fields.Any(f => f.Definition.Name is "cursor" or "startCursor" or "endCursor")));

    /// <summary>What is asked of the rows of a field's list or, when it is a connection, of its nodes.</summary>
    public static IEnumerable<SelectionPlan> NodeSelections(FieldSelection field, TableType type) => field.Selections.Values.SelectMany(selection =>
        selection.Type.Name == type.Name ? [selection] : selection.Fields.SelectMany(child => child.Definition.Name switch
        {
            "nodes" => [child.Selection],
            "edges" => child.Selection.Fields.Where(f => f.Definition.Name == "node").Select(f => f.Selection),
            _ => Enumerable.Empty<SelectionPlan>(),
        }));
}
