using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>Reads plain lists: at most 100 rows for each parent.</summary>
internal static class ListQuery
{
    public static async ValueTask<ResolvedField> ReadAsync(
        HubRequest request, ChildrenField children, IReadOnlyList<SelectionPlan> selections, long?[] parentKeys)
    {
        var type = children.Target();
        var order = new ListOrder(type, children.Order);
        var shape = new RowShape(type, selections);
        foreach (var key in order.Keys) shape.AddColumn(key.Column, key.ClrType);
        var row = shape.Root.Alias;
        List<Fragment> conditions = [Fragment.Of($"{row}.{new Identifier(children.ForeignKey)} = k.key")];
        if (type.RowRule?.Invoke(request.Caller, row) is { } rule) conditions.Add(rule);
        var page = new PageRequest(PageRequest.LargestSize - 1, Backwards: false, After: null, Before: null);
        var store = new RowStore([.. shape.Columns.Select(c => c.ClrType), typeof(long)]);
        await request.Session.QueryAsync(Select.PagePerParent(type, shape, order, conditions, (page, parentKeys)).ToStatement(), store);
        return ResolvedField.Many(
            new SqlRowSet(store, shape.Root, request), PageQuery.Starts((Column<long>)store[shape.Columns.Count], parentKeys.Length));
    }
}
