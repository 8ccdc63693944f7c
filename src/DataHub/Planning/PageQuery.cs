using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>
/// Reads one page of a list, or one page for each parent of a level, with one statement; what is asked of the whole list (its
/// total, sums), with another one in the same round trip.
/// </summary>
internal sealed class PageQuery(HubRequest request, TableType type, ListOrder order, PageRequest page)
{
    /// <summary>
    /// From this size of a page on, short lists are read whole. An index walked anew for each of 200 parents costs PostgreSQL 1.3 to 1.6 times
    /// as much as one walk for all; below this size few rows of a list that is longer than others may be all that is asked for.
    /// </summary>
    private const int LargePage = 25;

    private static readonly Identifier Row = Identifier.Alias(0);
    private static readonly Fragment KeyOfParent = Fragment.Of($"k.key");

    /// <summary>Rows of a page.</summary>
    public int Size => page.Size;

    /// <summary>True when the rows' own columns say their order.</summary>
    public bool HasOwnOrder => !order.IsJoined;

    /// <summary>True when the lists of all parents are short enough to read them whole for a larger page of each.</summary>
    public bool AreShort { get; set; }

    /// <summary>Conditions on the rows, on alias t0; null: none.</summary>
    public Fragment? Where { get; init; }

    /// <summary>The query of a list's field, with its arguments <c>where</c>, <c>order</c> and those of the page.</summary>
    public static PageQuery Of(
        HubRequest request, FieldSelection field, TableType type, Func<ListOrder> defaultOrder, int largest = PageRequest.LargestSize)
    {
        var arguments = request.View.Lists.Of(field.Definition);
        var order = arguments?.Order(field) is { } keys ? new ListOrder(type, keys) : defaultOrder();
        return new PageQuery(request, type, order, PageRequest.From(field, largest)) { Where = arguments?.Where(field, Row, request) };
    }

    /// <summary>One page over the whole list.</summary>
    public async ValueTask<ResolvedField> ReadAsync(FieldSelection connection)
    {
        var read = Start(connection, null, null);
        await read.Done;
        return read.ToConnection(ParentKeys.Whole);
    }

    /// <summary>One page for each parent; one without a key has an empty page.</summary>
    public async ValueTask<ResolvedField> ReadAsync(FieldSelection connection, ParentKeys parents, string foreignKey)
    {
        var read = Start(connection, Parents.Known(parents.Keys), foreignKey);
        await read.Done;
        return read.ToConnection(parents);
    }

    /// <summary>One page over the whole list, of which one field, <c>nodes</c> or <c>edges</c>, is read in chunks.</summary>
    public ValueTask<ResolvedField> ReadInChunksAsync(FieldSelection connection, FieldSelection list)
    {
        request.KeepsMoment = true;
        var keys = Write(connection, Fetch.OfKeys(connection, type, order), null, null).Ask(request);
        return StreamedPage.OpenAsync(new StreamedRows(request, type, order, Fetch.Of(connection, type, order)), list, keys);
    }

    /// <summary>Asks for the pages of a connection or of a plain list.</summary>
    public PageRead Start(FieldSelection field, Parents? parents, string? foreignKey) => Write(field, parents, foreignKey).Ask(request);

    /// <summary>The statements that read the pages of a connection or of a plain list.</summary>
    public PageStatements Write(FieldSelection field, Parents? parents, string? foreignKey)
    {
        var isConnection = field.Selections.Count == 1 && field.Selection.Type.Name != type.Name;
        return Write(field, isConnection && !AsksRows(field.Selection) ? null : Fetch.Of(field, type, order), parents, foreignKey);
    }

    private PageStatements Write(FieldSelection field, Fetch? fetch, Parents? parents, string? foreignKey)
    {
        var isConnection = field.Selections.Count == 1 && field.Selection.Type.Name != type.Name;
        IReadOnlyList<Aggregate> figures = isConnection ? request.View.Aggregates.AskedOf(field.Selection) : [];
        return new PageStatements(field, order, page)
        {
            Fetch = fetch,
            HasKey = parents is { Only: null },
            Rows = fetch is null ? null : Rows(fetch, parents, foreignKey).ToStatement(field, StrategyFor(parents)),
            Figures = figures,
            Totals = figures.Count == 0 ? null : Totals(figures, parents, foreignKey).ToStatement(field, StrategyFor(parents)),
            ExpectedLists = parents is null ? 1 : 8,
            Type = Where is null && page is { After: null, Before: null } ? type : null,
        };
    }

    /// <summary>A column of the rows that the pages show, for what is read below them.</summary>
    public Fragment Keys(string column, Parents parents, string foreignKey)
    {
        var cut = Fragment.Of(
            $"select {Row}.{new Identifier(column)} from {type.Source} {Row}{order.Joins(Row)}{WhereOf(Conditions(parents, foreignKey))} order by {order.OrderByInside(Row, page.Backwards)} limit {page.Size}");
        return parents.Only is null ? Fragment.Of($"select c.* from {parents.Source} cross join lateral ({cut}) c") : cut;
    }

    private Fragment Rows(Fetch fetch, Parents? parents, string? foreignKey)
    {
        var sql = page.Backwards ? fetch.Backwards : fetch.Forwards;
        // One row more than the page has tells that more follow.
        var rows = page.Size + 1;
        if (parents is null && (page.Backwards ? page.Before : page.After) is { } cursor) return Rows(sql, cursor, rows);
        if (parents is { Only: null, AreKnown: true } && AreShort && page.Size >= LargePage)
            return sql.PageOfWholeLists(new Identifier(foreignKey!), WhereOf(Conditions(parents.Together, foreignKey)), rows);
        var where = WhereOf(Conditions(parents, foreignKey));
        return parents is { Only: null } ? sql.PagePerParent(parents, where, rows) : sql.Page(where, rows);
    }

    // The list may be long: what lies behind the cursor is read from there on, not searched for.
    private Fragment Rows(PageSql sql, string cursor, int rows)
    {
        var conditions = Unpaged(null, null);
        if (page is { Backwards: true, After: { } after }) conditions.Add(Place(after, "after", before: false).Beyond());
        if (page is { Backwards: false, Before: { } until }) conditions.Add(Place(until, "before", before: true).Beyond());
        var ranges = Place(cursor, page.Backwards ? "before" : "after", page.Backwards).Ranges();
        var where = WhereOf([.. conditions, ranges[0]]);
        return ranges.Count == 1 ? sql.Page(where, rows) : sql.Page(where, WhereOf([.. conditions, ranges[1]]), rows);
    }

    private Fragment Totals(IReadOnlyList<Aggregate> figures, Parents? parents, string? foreignKey)
    {
        var asked = Fragment.Join(", ", figures.Select(f => f.Sql(Row)));
        var totals = Fragment.Of($"select {asked} from {type.Source} {Row}{WhereOf(Unpaged(parents, foreignKey))}");
        return parents is { Only: null } ? Fragment.Of($"select a.*, k.key from {parents.Source} cross join lateral ({totals}) a") : totals;
    }

    private static Strategy StrategyFor(Parents? parents) => parents is null ? Strategy.Page : parents.AreKnown ? Strategy.PagePerParent : Strategy.Folded;

    private static bool AsksRows(SelectionPlan connection)
    {
        foreach (var field in connection.Fields)
            if (field.Definition.Name is "nodes" or "edges" or "pageInfo") return true;
        return false;
    }

    private static Fragment WhereOf(List<Fragment> conditions) =>
        conditions.Count == 0 ? Fragment.Empty : Fragment.Of($" where {Fragment.Join(" and ", conditions)}");

    private List<Fragment> Unpaged(Parents? parents, string? foreignKey)
    {
        var conditions = new List<Fragment>();
        if (parents is not null) conditions.Add(Fragment.Of($"{Row}.{new Identifier(foreignKey!)} = {parents.Only ?? KeyOfParent}"));
        if (Where is not null) conditions.Add(Where);
        if (type.RowRule?.Invoke(request.Caller, Row) is { } rule) conditions.Add(rule);
        return conditions;
    }

    private List<Fragment> Conditions(Parents? parents, string? foreignKey)
    {
        var conditions = Unpaged(parents, foreignKey);
        if (page.After is { } after) conditions.Add(Place(after, "after", before: false).Beyond());
        if (page.Before is { } before) conditions.Add(Place(before, "before", before: true).Beyond());
        return conditions;
    }

    private CursorPlace Place(string cursor, string argument, bool before) =>
        order.PlaceOf(request.Hub.Cursors, cursor, Row, before)
        ?? throw new GraphQLException(new GraphQLError($"Argument \"{argument}\" is no cursor of this list in this order.", ErrorCodes.Variables));
}
