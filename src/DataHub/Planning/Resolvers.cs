using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>A connection at the root: one list over all rows of a type.</summary>
public sealed class ListResolver(Func<TableType> type, IReadOnlyList<SortKey> order) : FieldResolver
{
    private ListOrder? unasked;

    public override ValueTask<ResolvedField> ResolveAsync(ResolveContext context, RowSet parents) =>
        PageQuery.Of((HubRequest)context.Request, context.Field, type(), () => unasked ??= new ListOrder(type(), order)).ReadAsync(context.Field);
}

/// <summary>A connection or a capped list below rows of a type: one page a parent.</summary>
internal sealed class ChildResolver(ChildrenField children) : FieldResolver
{
    public ChildrenField Children => children;

    public override async ValueTask<ResolvedField> ResolveAsync(ResolveContext context, RowSet parents)
    {
        var request = (HubRequest)context.Request;
        var keys = ParentKeys.Of(parents, children.Key);
        var read = request.Folded.Take(context.Field) ?? Query(request, context.Field).Start(context.Field, Parents.Known(keys.Keys), children.ForeignKey);
        await read.Done;
        return children.IsConnection ? read.ToConnection(keys) : read.ToList(keys);
    }

    /// <summary>The query for the field's arguments.</summary>
    public PageQuery Query(HubRequest request, FieldSelection field) => children.IsConnection
        ? PageQuery.Of(request, field, children.Target(), () => children.TargetOrder)
        : ListQuery.Of(request, children);
}
