using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.Planning;

/// <summary>A connection at the root: one list over all rows of a type.</summary>
public sealed class ListResolver(Func<TableType> type, IReadOnlyList<SortKey> order) : FieldResolver
{
    private ListOrder? unasked;

    /// <summary>What <c>where</c> understands; null when the field has no such argument.</summary>
    public FilterMap? Filters { get; init; }

    /// <summary>Columns by the fields of the sort input; null when the field has no <c>order</c>.</summary>
    public IReadOnlyDictionary<string, SortKey>? SortKeys { get; init; }

    public override ValueTask<ResolvedField> ResolveAsync(ResolveContext context, RowSet parents)
    {
        var field = context.Field;
        var request = (HubRequest)context.Request;
        var query = new PageQuery(request, type(), Order(field), PageRequest.From(field, request.MaxPage))
        {
            Where = field.Argument<InputObject>("where") is { } where ? Filters!.Condition(where, Identifier.Alias(0), request) : null,
        };
        return StreamedPage.ListOf(context, type(), query.Size) is { } list ? query.ReadInChunksAsync(field, list) : query.ReadAsync(field);
    }

    private ListOrder Order(FieldSelection field)
    {
        if (field.Argument<object?[]>("order") is not { Length: > 0 } asked) return unasked ??= new ListOrder(type(), order);
        var keys = asked.Cast<InputObject>().SelectMany(input => input.Where(entry => entry.Value is not null)).ToList();
        if (keys.Count > 3 || asked.Length > 3) throw PageRequest.Wrong(field, "order", "it may have 3 sort keys");
        if (keys.Select(k => k.Key).Distinct(StringComparer.Ordinal).Count() < keys.Count)
            throw PageRequest.Wrong(field, "order", "a sort key is named twice");
        return new ListOrder(type(), keys.Select(key => SortKeys![key.Key] with { Descending = (string)key.Value! == "DESC" }));
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

    /// <summary>The query for the field's arguments.</summary>
    public PageQuery Query(HubRequest request, FieldSelection field) => children.IsConnection
        ? new PageQuery(request, children.Target(), children.TargetOrder, PageRequest.From(field))
        : ListQuery.Of(request, children);
}
