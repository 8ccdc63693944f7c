namespace DataHub.Planning;

/// <summary>
/// The pieces of a statement that reads pages, in one direction; conditions and the size are put between them. The page is cut before to-one
/// relations are joined and expressions computed.
/// </summary>
internal sealed class PageSql
{
    private static readonly Identifier Row = Identifier.Alias(0);
    private readonly Fragment cut;
    private readonly Fragment ordered;
    private readonly Fragment columns;
    private readonly Fragment joins;
    private readonly Fragment order;
    private readonly bool isPlain;

    public PageSql(TableType type, RowShape shape, ListOrder order, bool reversed)
    {
        var inner = shape.BaseColumns.Count == 0
            ? Fragment.Empty
            : Fragment.Join(", ", shape.BaseColumns.Select(c => Fragment.Of($"{Row}.{new Identifier(c)}")));
        this.order = order.OrderBy(Row, reversed).Frozen();
        (columns, joins, isPlain) = (shape.Columns, shape.Joins, shape.IsPlain);
        cut = Fragment.Of($"select {(isPlain ? columns : inner)} from {type.Source} {Row}").Frozen();
        ordered = Fragment.Of($" order by {this.order} limit ").Frozen();
    }

    private PageSql() => cut = ordered = columns = joins = order = Fragment.Empty;

    /// <summary>For rows that are not read in pages.</summary>
    public static PageSql None { get; } = new();

    /// <summary>The first rows that meet the conditions.</summary>
    public Fragment Page(Fragment where, int rows) => isPlain
        ? Inner(where, rows)
        : Fragment.Of($"select {columns} from ({Inner(where, rows)}) {Row}{joins} order by {order}");

    /// <summary>The first rows for each parent, <c>k</c> in the conditions; its key is the last column.</summary>
    public Fragment PagePerParent(Parents parents, Fragment where, int rows) => Fragment.Of(
        $"select {columns}, k.key from {parents.Source} cross join lateral ({Inner(where, rows)}) {Row}{joins} order by {parents.Order}, {order}");

    private Fragment Inner(Fragment where, int rows) => Fragment.Of($"{cut}{where}{ordered}{rows}");
}
