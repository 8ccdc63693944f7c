using NpgsqlTypes;

namespace DataHub.Planning;

/// <summary>The forms of SELECT that lists and look-ups need. The page is cut before to-one relations are joined.</summary>
internal static class Select
{
    private static readonly Identifier Row = Identifier.Alias(0);

    /// <summary>One page of a list, with one row more than its size.</summary>
    public static Fragment Page(TableType type, RowShape shape, ListOrder order, IReadOnlyList<Fragment> conditions, PageRequest page) => Fragment.Of(
        $"select {Columns(shape)} from ({Inner(type, shape, order, conditions, page)}) {Row}{Joins(shape)} order by {order.OrderBy(Row, page.Backwards)}");

    /// <summary>One page a parent; the last column is the parent's number, from 1.</summary>
    public static Fragment PagePerParent(
        TableType type, RowShape shape, ListOrder order, IReadOnlyList<Fragment> conditions, (PageRequest Page, long?[] Parents) pages) => Fragment.Of(
        $"select {Columns(shape)}, k.ord from {Parents(pages.Parents)} cross join lateral ({Inner(type, shape, order, conditions, pages.Page)}) {Row}{Joins(shape)} order by k.ord, {order.OrderBy(Row, pages.Page.Backwards)}");

    /// <summary>Rows of a FROM clause (with its WHERE), in which the row is alias t0; joins of to-one relations go between them.</summary>
    public static Fragment All(RowShape shape, (Fragment From, Fragment? Where) source, Fragment? extraColumn)
    {
        var columns = Fragment.Join(", ", [.. shape.Columns.Select(c => c.Sql), .. extraColumn is null ? [] : new[] { extraColumn }]);
        return Fragment.Of($"select {(columns.IsEmpty ? Fragment.Of($"1") : columns)} from {source.From}{Joins(shape)}{Where(source.Where is null ? [] : [source.Where])}");
    }

    /// <summary>Aggregates over a list.</summary>
    public static Fragment Aggregates(TableType type, IReadOnlyList<Fragment> conditions, IReadOnlyList<Aggregate> aggregates) =>
        Fragment.Of($"select {Fragment.Join(", ", aggregates.Select(a => a.Sql(Row)))} from {type.Source} {Row}{Where(conditions)}");

    /// <summary>Aggregates over the list of each parent, in the order of the parents.</summary>
    public static Fragment AggregatesPerParent(
        TableType type, IReadOnlyList<Fragment> conditions, IReadOnlyList<Aggregate> aggregates, long?[] parents) => Fragment.Of(
        $"select a.* from {Parents(parents)} cross join lateral ({Aggregates(type, conditions, aggregates)}) a order by k.ord");

    public static Fragment Columns(RowShape shape) =>
        shape.Columns.Count == 0 ? Fragment.Of($"1") : Fragment.Join(", ", shape.Columns.Select(c => c.Sql));

    public static Fragment Joins(RowShape shape) =>
        shape.Joins.Count == 0 ? Fragment.Empty : Fragment.Of($" {Fragment.Join(" ", shape.Joins)}");

    public static Fragment Where(IReadOnlyList<Fragment> conditions) =>
        conditions.Count == 0 ? Fragment.Empty : Fragment.Of($" where {Fragment.Join(" and ", conditions)}");

    private static Fragment Inner(TableType type, RowShape shape, ListOrder order, IReadOnlyList<Fragment> conditions, PageRequest page)
    {
        var columns = Fragment.Join(", ", shape.BaseColumns.Select(c => order.Selected(Row, c)));
        return Fragment.Of(
            $"select {columns} from {type.Source} {Row}{order.Joins(Row)}{Where(conditions)} order by {order.OrderByInside(Row, page.Backwards)} limit {page.Size + 1}");
    }

    private static Fragment Parents(long?[] keys) =>
        Fragment.Of($"unnest({new SqlValue(keys, NpgsqlDbType.Array | NpgsqlDbType.Bigint)}) with ordinality k(key, ord)");
}
