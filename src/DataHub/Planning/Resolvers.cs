using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.Planning;

/// <summary>A connection at the root: one list over all rows of a type.</summary>
public sealed class ListResolver(Func<TableType> type, IReadOnlyList<SortKey> order) : FieldResolver
{
    /// <summary>What <c>where</c> understands; null when the field has no such argument.</summary>
    public FilterMap? Filters { get; init; }

    /// <summary>Columns by the fields of the sort input; null when the field has no <c>order</c>.</summary>
    public IReadOnlyDictionary<string, SortKey>? SortKeys { get; init; }

    public override async ValueTask<ResolvedField> ResolveAsync(ResolveContext context, RowSet parents)
    {
        var field = context.Field;
        var request = (HubRequest)context.Request;
        var query = new PageQuery(request, type(), new ListOrder(type(), Order(field)), PageRequest.From(field, request.MaxPage))
        {
            Where = field.Argument<InputObject>("where") is { } where ? Filters!.Condition(where, Identifier.Alias(0), request) : null,
        };
        return await query.ReadAsync(field);
    }

    private IReadOnlyList<SortKey> Order(FieldSelection field)
    {
        if (field.Argument<object?[]>("order") is not { Length: > 0 } asked) return order;
        var keys = asked.Cast<InputObject>().SelectMany(input => input.Where(entry => entry.Value is not null)).ToList();
        if (keys.Count > 3 || asked.Length > 3) throw PageRequest.Wrong(field, "order", "it may have 3 sort keys");
        if (keys.Select(k => k.Key).Distinct(StringComparer.Ordinal).Count() < keys.Count)
            throw PageRequest.Wrong(field, "order", "a sort key is named twice");
        return [.. keys.Select(key => SortKeys![key.Key] with { Descending = (string)key.Value! == "DESC" })];
    }
}

/// <summary>A connection below rows of a type: one page a parent.</summary>
internal sealed class ChildConnectionResolver(ChildrenField children) : FieldResolver
{
    public override async ValueTask<ResolvedField> ResolveAsync(ResolveContext context, RowSet parents)
    {
        var target = children.Target();
        var query = new PageQuery(
            (HubRequest)context.Request, target, new ListOrder(target, children.Order), PageRequest.From(context.Field));
        return await query.ReadAsync(context.Field, ParentKeys.Of(parents, children.Key), children.ForeignKey);
    }
}

/// <summary>A capped list below rows of a type.</summary>
internal sealed class ChildListResolver(ChildrenField children) : FieldResolver
{
    public override ValueTask<ResolvedField> ResolveAsync(ResolveContext context, RowSet parents) =>
        ListQuery.ReadAsync((HubRequest)context.Request, children, [context.Field.Selection], ParentKeys.Of(parents, children.Key));
}

internal static class ParentKeys
{
    /// <summary>The keys that children point at; null where the parent has none.</summary>
    public static long?[] Of(RowSet parents, string column)
    {
        var keys = parents.Column<long>(column);
        var values = new long?[keys.Count];
        for (var row = 0; row < values.Length; row++) values[row] = keys.IsNull(row) ? null : keys[row];
        return values;
    }
}
