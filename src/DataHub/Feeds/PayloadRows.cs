using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Feeds;

/// <summary>Rows that the answer of a change names by their numbers.</summary>
internal static class PayloadRows
{
    /// <summary>Of each payload its row; none where it names none.</summary>
    public static async ValueTask<ResolvedField> ReadAsync(HubRequest request, FieldSelection field, TableType type, IReadOnlyList<long?> ids)
    {
        var row = Identifier.Alias(0);
        var keys = SqlValue.Longs([.. ids.Select(id => id ?? 0)]);
        var (rows, rowOf) = await LookUp.ReadAsync(request, type, field, new LookUpSource(
            Fragment.Of($"unnest({keys}) with ordinality k(id, ord) join {type.Source} {row} on {row}.id = k.id"),
            type.RowRule?.Invoke(request.Caller, row), Fragment.Of($"k.ord"), ids.Count));
        return ResolvedField.One(rows, rowOf);
    }
}
