using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>A list of rows that is never long enough for pages.</summary>
/// <param name="Condition">Over columns of the row, alias r.</param>
/// <param name="Order">Over columns of the row, alias r.</param>
/// <param name="Most">Rows given at most.</param>
internal sealed record ShortListQuery(Fragment Condition, Fragment Order, int Most);

/// <summary>Reads short lists.</summary>
internal static class ShortList
{
    public static async ValueTask<ResolvedField> ReadAsync(HubRequest request, FieldSelection field, TableType type, ShortListQuery query)
    {
        var row = Identifier.Alias(0);
        var columns = Fetch.Of(field, type).Shape.OwnColumns(new("r"));
        var (rows, rowOf) = await LookUp.ReadAsync(request, type, field, new LookUpSource(
            Fragment.Of($"(select {columns}, row_number() over (order by {query.Order}) as position from {type.Source} r where {query.Condition} order by {query.Order} limit {query.Most}) {row}"),
            Where: null, Fragment.Of($"{row}.position"), query.Most));
        return ResolvedField.Many(rows, [0, rows.Count], rowOf[..rows.Count]);
    }
}
