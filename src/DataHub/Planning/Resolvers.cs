using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>A connection at the root: one list over all rows of a type.</summary>
public sealed class ListResolver(Func<TableType> type, IReadOnlyList<SortKey> order) : FieldResolver
{
    private ListOrder? unasked;

    internal TableType Rows => type();

    internal IReadOnlyList<SortKey> Order => order;

    public override ValueTask<ResolvedField> ResolveAsync(ResolveContext context, RowSet parents)
    {
        var (request, field) = ((HubRequest)context.Request, context.Field);
        var query = PageQuery.Of(request, field, type(), () => unasked ??= new ListOrder(type(), order), request.MaxPage);
        return StreamedPage.ListOf(context, type(), query) is { } list ? query.ReadInChunksAsync(field, list) : query.ReadAsync(field);
    }
}

/// <summary>A connection or a capped list below rows of a type: one page a parent.</summary>
internal sealed class ChildResolver(ChildrenField children) : FieldResolver
{
    public ChildrenField Children => children;

    // Pages and lists are there for every parent, empty or not; a wrong cursor or size is wrong for all.
    public override bool KeepsToType => true;

    public override async ValueTask<ResolvedField> ResolveAsync(ResolveContext context, RowSet parents)
    {
        var request = (HubRequest)context.Request;
        var keys = ParentKeys.Of(parents, children.Key);
        var read = request.Folded.Take(context.Field) ?? Query(request, context.Field).Start(context.Field, Parents.Known(keys.Keys), children.ForeignKey);
        await read.Done;
        return children.IsConnection ? read.ToConnection(keys) : read.ToList(keys);
    }

    public override bool IsAtHand(FieldSelection field, IExecutionContext request) => ((HubRequest)request).Folded.Has(field);

    /// <summary>The query for the field's arguments.</summary>
    public PageQuery Query(HubRequest request, FieldSelection field)
    {
        if (!children.IsConnection) return ListQuery.Of(request, children);
        var query = PageQuery.Of(request, field, children.Target(), () => children.TargetOrder);
        query.AreShort = children.AreShort;
        return query;
    }
}
