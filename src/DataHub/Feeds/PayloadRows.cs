using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Feeds;

/// <summary>Rows that the answer of a change names by their numbers.</summary>
internal static class PayloadRows
{
    /// <summary>Binds a field to the row of a type that each payload names; null where it names none.</summary>
    public static void Resolve<T>(HubBuilder hub, string coordinate, string type, Func<T, long?> idOf) where T : class =>
        hub.Resolve(coordinate, (request, context, parents) => ReadAsync(
            request, context.Field, hub.Type(type)(), [.. ((ObjectRowSet<T>)parents).Items.Select(payload => idOf(payload) ?? 0)]));

    private static async ValueTask<ResolvedField> ReadAsync(HubRequest request, FieldSelection field, TableType type, long[] ids)
    {
        var row = Identifier.Alias(0);
        var (rows, rowOf) = await LookUp.ReadAsync(request, type, field, new LookUpSource(
            Fragment.Of($"unnest({SqlValue.Longs(ids)}) with ordinality k(id, ord) join {type.Source} {row} on {row}.id = k.id"),
            type.RowRule?.Invoke(request.Caller, row), Fragment.Of($"k.ord"), ids.Length));
        return ResolvedField.One(rows, rowOf);
    }
}
