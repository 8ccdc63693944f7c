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
    private readonly Fragment orderInside;
    private readonly Fragment ordered;
    private readonly Fragment columns;
    private readonly Fragment withKey;
    private readonly Fragment joins;
    private readonly Fragment order;
    private readonly bool isPlain;

    public PageSql(TableType type, RowShape shape, ListOrder order, bool reversed)
    {
        var needed = shape.BaseColumns.Union(order.Keys.Select(k => k.Column)).Order(StringComparer.Ordinal);
        inner = Fragment.Join(", ", needed.Select(c => order.Selected(Row, c))).Frozen();
        this.order = order.OrderBy(Row, reversed).Frozen();
        (columns, joins) = (shape.Columns, shape.Joins);
        isPlain = shape.IsPlain && !order.IsJoined;
        withKey = shape.ColumnsAnd(Fragment.Of($"k.key")).Frozen();
        from = Fragment.Of($" from {type.Source} {Row}{order.Joins(Row)}").Frozen();
        orderInside = order.OrderByInside(Row, reversed).Frozen();
        ordered = Fragment.Of($" order by {orderInside} limit ").Frozen();
    }

    private PageSql() => inner = from = orderInside = ordered = columns = withKey = joins = order = Fragment.Empty;

    /// <summary>For rows that are not read in pages.</summary>
    public static PageSql None { get; } = new();

    /// <summary>The first rows that meet the conditions.</summary>
    public Fragment Page(Fragment where, int rows) => isPlain
        ? Fragment.Of($"select {columns}{from}{where}{ordered}{rows}")
        : Fragment.Of($"select {columns} from ({Inner(where, rows)}) {Row}{joins} order by {order}");

    /// <summary>The first rows of two parts of a list, the second of which lies behind the first: it is read when the first has too few.</summary>
    public Fragment Page(Fragment where, Fragment behind, int rows)
    {
        // A condition on no column of the rows is checked once: when it fails, PostgreSQL does not begin to read them.
        var rest = Fragment.Of($"select {inner}{from}{behind} and (select count(*) from a) < {rows}{ordered}{rows}");
        return Fragment.Of(
            $"select {columns} from (with a as materialized ({Inner(where, rows)}) select * from a union all ({rest})) {Row}{joins} order by {order} limit {rows}");
    }

    /// <summary>The first rows for each parent, <c>k</c> in the conditions; its key is the last column.</summary>
    public Fragment PagePerParent(Parents parents, Fragment where, int rows) => Fragment.Of(
        $"select {withKey} from {parents.Source} cross join lateral ({Inner(where, rows)}) {Row}{joins} order by {parents.Order}, {order}");

    /// <summary>
    /// The first rows for each parent, whose key is the last column, of lists that are read whole: <paramref name="where"/> names all parents.
    /// </summary>
    public Fragment PageOfWholeLists(Identifier foreignKey, Fragment where, int rows)
    {
        // Named as no column of a table is.
        var numbered = Fragment.Of(
            $"select {inner}, {Row}.{foreignKey} as list_, row_number() over (partition by {Row}.{foreignKey} order by {orderInside}) as place_{from}{where}");
        return Fragment.Of($"select {columns}, {Row}.list_ from ({numbered}) {Row}{joins} where {Row}.place_ <= {rows} order by {Row}.list_, {order}");
    }

    private Fragment Inner(Fragment where, int rows) => Fragment.Of($"select {inner}{from}{where}{ordered}{rows}");
}
