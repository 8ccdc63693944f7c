using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Linkage;

/// <summary>Ids of businesses that were merged into others, for all businesses of a level at once.</summary>
internal static class FormerIds
{
    private const int Most = 100;

    public static async ValueTask<ResolvedField> ReadAsync(HubRequest request, FieldSelection field, RowSet parents)
    {
        var ids = parents.Column<long>("id");
        var keys = SqlValue.Longs([.. Enumerable.Range(0, ids.Count).Select(row => ids[row])]);
        var store = new RowStore([typeof(long), typeof(long)], request.Session.Texts);
        await request.Session.QueryAsync(Fragment.Of(
            $"select r.survivor_id, r.business_id from registry.business_redirect r where r.survivor_id = any({keys}) order by r.survivor_id, r.business_id")
            .ToStatement(field, Strategy.LookUp), store);
        var (survivors, former) = ((Column<long>)store[0], (Column<long>)store[1]);
        var of = Enumerable.Range(0, store.Count).ToLookup(row => survivors[row], row => former[row]);
        return ObjectRowSet.Resolve(
            Enumerable.Range(0, ids.Count)
                .Select(row => of[ids[row]].Take(Most).Select(id => request.Hub.Ids.Encode("Business", id)).ToArray()).ToArray(),
            field.Definition, request.View.Schema);
    }
}
