using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.Planning;

/// <summary>Reads one page of a list, or one page for each parent of a level, with one statement; what is asked of the whole list (totals, sums) with another one in the same round trip.</summary>
internal sealed class PageQuery(HubRequest request, TableType type, ListOrder order, PageRequest page)
{
    private static readonly Identifier Row = Identifier.Alias(0);

    /// <summary>Conditions on the rows, on alias t0; null: none.</summary>
    public Fragment? Where { get; init; }

    /// <summary>The query of a list's field, with its arguments <c>where</c>, <c>order</c> and those of the page.</summary>
    public static PageQuery Of(HubRequest request, TableType type, IReadOnlyList<SortKey> defaultOrder, FieldSelection field)
    {
        var arguments = request.Hub.Lists.Of(field.Definition);
        return new PageQuery(request, type, new ListOrder(type, arguments?.Order(field) ?? defaultOrder), PageRequest.From(field))
        {
            Where = arguments?.Where(field, Row, request),
        };
    }

    /// <summary>One page over the whole list.</summary>
    public Task<ResolvedField> ReadAsync(FieldSelection connection) => ReadPagesAsync(connection, null, null);

    /// <summary>One page for each parent key; a null key has an empty page.</summary>
    public Task<ResolvedField> ReadAsync(FieldSelection connection, long?[] parentKeys, string foreignKey) =>
        ReadPagesAsync(connection, parentKeys, new Identifier(foreignKey));

    private async Task<ResolvedField> ReadPagesAsync(FieldSelection connection, long?[]? parentKeys, Identifier? foreignKey)
    {
        var selection = connection.Selection;
        var nodes = NodeSelections(selection).ToList();
        var parents = parentKeys?.Length ?? 1;
        var needsRows = selection.Asks("nodes") || selection.Asks("edges") || selection.Asks("pageInfo");
        var rows = needsRows ? ReadRowsAsync(new RowShape(type, nodes), parentKeys, foreignKey) : Task.FromResult<PagedRows?>(null);
        var figures = AggregateAsync(request.Hub.Aggregates.AskedOf(selection), parentKeys, foreignKey);
        return ResolvedField.One(new ConnectionRows(parents, await rows, await figures));
    }

    private static IEnumerable<SelectionPlan> NodeSelections(SelectionPlan connection) =>
        connection.Fields.SelectMany(field => field.Definition.Name switch
        {
            "nodes" => [field.Selection],
            "edges" => field.Selection.Fields.Where(f => f.Definition.Name == "node").Select(f => f.Selection),
            _ => Enumerable.Empty<SelectionPlan>(),
        });

    private async Task<PagedRows?> ReadRowsAsync(RowShape shape, long?[]? parentKeys, Identifier? foreignKey)
    {
        var keyOrdinals = order.Keys.Select(k => shape.AddColumn(k.Column, k.ClrType)).ToArray();
        var conditions = Conditions().ToList();
        var statement = parentKeys is null
            ? Select.Page(type, shape, order, conditions, page)
            : Select.PagePerParent(type, shape, order, [Fragment.Of($"{Row}.{foreignKey!.Value} = k.key"), .. conditions], (page, parentKeys));
        IEnumerable<Type> types = shape.Columns.Select(c => c.ClrType);
        var store = new RowStore([.. parentKeys is null ? types : types.Append(typeof(long))]);
        await request.Session.QueryAsync(statement.ToStatement(), store);
        var rows = new SqlRowSet(store, shape.Root, request);
        var starts = parentKeys is null ? [0, store.Count] : Starts((Column<long>)store[shape.Columns.Count], parentKeys.Length);
        return Cut(store, rows, starts, row => order.Cursor(request.Hub.Cursors, [.. keyOrdinals.Select(o => SortText.Write(store[o], row))]));
    }

    // Each page was asked with one row more than wanted: that row only tells that more follow.
    private PagedRows Cut(RowStore store, SqlRowSet rows, int[] storeStarts, Func<int, string> cursorOf)
    {
        var pages = storeStarts.Length - 1;
        var starts = new int[pages + 1];
        var rowOf = new List<int>(store.Count);
        bool[] more = new bool[pages], other = new bool[pages];
        for (var p = 0; p < pages; p++)
        {
            var found = storeStarts[p + 1] - storeStarts[p];
            var kept = Math.Min(found, page.Size);
            more[p] = found > page.Size;
            other[p] = (page.Backwards ? page.Before : page.After) is not null;
            for (var i = 0; i < kept; i++) rowOf.Add(storeStarts[p] + (page.Backwards ? kept - 1 - i : i));
            starts[p + 1] = rowOf.Count;
        }
        var (next, previous) = page.Backwards ? (other, more) : (more, other);
        return new PagedRows(rows, starts, [.. rowOf], next, previous, cursorOf);
    }

    /// <summary>Where each parent's rows start, from the parent numbers (from 1, ascending) of all rows.</summary>
    public static int[] Starts(Column<long> parentOf, int parents)
    {
        var starts = new int[parents + 1];
        for (var row = 0; row < parentOf.Count; row++) starts[parentOf[row]]++;
        for (var parent = 1; parent <= parents; parent++) starts[parent] += starts[parent - 1];
        return starts;
    }

    private async Task<IReadOnlyDictionary<string, Column>> AggregateAsync(IReadOnlyList<Aggregate> asked, long?[]? parentKeys, Identifier? foreignKey)
    {
        var figures = new Dictionary<string, Column>(StringComparer.Ordinal);
        if (asked.Count == 0) return figures;
        var conditions = Unpaged().ToList();
        var statement = parentKeys is null
            ? Select.Aggregates(type, conditions, asked)
            : Select.AggregatesPerParent(type, [Fragment.Of($"{Row}.{foreignKey!.Value} = k.key"), .. conditions], asked, parentKeys);
        var store = new RowStore([.. asked.Select(a => a.ClrType)]);
        await request.Session.QueryAsync(statement.ToStatement(), store);
        for (var i = 0; i < asked.Count; i++) figures.Add(asked[i].Field, store[i]);
        return figures;
    }

    private IEnumerable<Fragment> Unpaged()
    {
        if (Where is not null) yield return Where;
        if (type.RowRule?.Invoke(request.Caller, Row) is { } rule) yield return rule;
    }

    private IEnumerable<Fragment> Conditions()
    {
        foreach (var condition in Unpaged()) yield return condition;
        if (page.After is { } after) yield return Beyond(after, "after", before: false);
        if (page.Before is { } before) yield return Beyond(before, "before", before: true);
    }

    private Fragment Beyond(string cursor, string argument, bool before) =>
        order.Beyond(request.Hub.Cursors, cursor, Row, before)
        ?? throw new DataHub.GraphQL.Errors.GraphQLException(new DataHub.GraphQL.Errors.GraphQLError(
            $"Argument \"{argument}\" is no cursor of this list in this order.", DataHub.GraphQL.Errors.ErrorCodes.Variables));
}
