namespace DataHub.Planning;

/// <summary>
/// The pieces of a statement that reads pages, in one direction; conditions and the size are put between them. The page is cut before to-one
/// relations are joined and expressions computed.
/// </summary>
internal sealed class PageSql
{
    private static readonly Identifier Row = Identifier.Alias(0);
    private readonly Fragment inner;
    private readonly Fragment from;
    private readonly Fragment ordered;
    private readonly Fragment columns;
    private readonly Fragment withKey;
    private readonly Fragment joins;
    private readonly Fragment order;
    private readonly bool isPlain;

    public PageSql(TableType type, RowShape shape, ListOrder order, bool reversed)
    {
        var needed = shape.BaseColumns.Union(order.Keys.Select(k => k.Column)).Order(StringComparer.Ordinal);
        var inner = Fragment.Join(", ", needed.Select(c => Fragment.Of($"{Row}.{new Identifier(c)}")));
        this.order = order.OrderBy(Row, reversed).Frozen();
        (columns, joins, isPlain) = (shape.Columns, shape.Joins, shape.IsPlain);
        withKey = shape.ColumnsAnd(Fragment.Of($"k.key")).Frozen();
        this.inner = inner.Frozen();
        from = Fragment.Of($" from {type.Source} {Row}").Frozen();
        ordered = Fragment.Of($" order by {this.order} limit ").Frozen();
    }

    private PageSql() => inner = from = ordered = columns = withKey = joins = order = Fragment.Empty;

    /// <summary>For rows that are not read in pages.</summary>
    public static PageSql None { get; } = new();

    /// <summary>The first rows that meet the conditions.</summary>
    public Fragment Page(Fragment where, int rows) => isPlain
        ? Fragment.Of($"select {columns}{from}{where}{ordered}{rows}")
        : Fragment.Of($"select {columns} from ({Inner(where, rows)}) {Row}{joins} order by {order}");

    /// <summary>The first rows for each parent, <c>k</c> in the conditions; its key is the last column.</summary>
    public Fragment PagePerParent(Parents parents, Fragment where, int rows) => Fragment.Of(
        $"select {withKey} from {parents.Source} cross join lateral ({Inner(where, rows)}) {Row}{joins} order by {parents.Order}, {order}");

    private Fragment Inner(Fragment where, int rows) => Fragment.Of($"select {inner}{from}{where}{ordered}{rows}");
}
