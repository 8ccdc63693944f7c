using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.Planning;

/// <summary>A connection at the root: one list over all rows of a type.</summary>
public sealed class ListResolver(Func<TableType> type, IReadOnlyList<SortKey> order) : FieldResolver
{
    public override async ValueTask<ResolvedField> ResolveAsync(ResolveContext context, RowSet parents) =>
        await PageQuery.Of((HubRequest)context.Request, type(), order, context.Field).ReadAsync(context.Field);
}

/// <summary>A connection below rows of a type: one page a parent.</summary>
internal sealed class ChildConnectionResolver(ChildrenField children) : FieldResolver
{
    public override async ValueTask<ResolvedField> ResolveAsync(ResolveContext context, RowSet parents)
    {
        var query = PageQuery.Of((HubRequest)context.Request, children.Target(), children.Order, context.Field);
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
