using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Linkage.Review;

/// <summary>Rows of table-backed types that C# objects name by their numbers, read for all objects of a level at once.</summary>
internal static class RowsById
{
    private static readonly Identifier Row = Identifier.Alias(0);

    /// <summary>One row an object, null where it names none or there is none.</summary>
    public static async ValueTask<ResolvedField> OneAsync(
        HubRequest request, FieldSelection field, TableType type, IReadOnlyList<long?> ids)
    {
        var (rows, rowOf) = await ReadAsync(request, field, type, [.. ids.Select(id => id ?? 0)]);
        return ResolvedField.One(rows, rowOf);
    }

    /// <summary>The list of one object's rows; those that are not there are left out.</summary>
    public static async ValueTask<ResolvedField> ListAsync(
        HubRequest request, FieldSelection field, TableType type, IReadOnlyList<IReadOnlyList<long>> ids)
    {
        var (rows, rowOf) = await ReadAsync(request, field, type, [.. ids.SelectMany(list => list)]);
        var (starts, found, place) = (new int[ids.Count + 1], new List<int>(), 0);
        for (var list = 0; list < ids.Count; list++)
        {
            found.AddRange(rowOf.AsSpan(place, ids[list].Count).ToArray().Where(row => row >= 0));
            place += ids[list].Count;
            starts[list + 1] = found.Count;
        }
        return ResolvedField.Many(rows, starts, [.. found]);
    }

    private static ValueTask<(RowSet Rows, int[] RowOf)> ReadAsync(HubRequest request, FieldSelection field, TableType type, long[] ids) =>
        LookUp.ReadAsync(request, type, field, new LookUpSource(
            Fragment.Of($"unnest({SqlValue.Longs(ids)}) with ordinality k(id, ord) join {type.Source} {Row} on {Row}.{new Identifier(type.Key)} = k.id"),
            type.RowRule?.Invoke(request.Caller, Row), Fragment.Of($"k.ord"), ids.Length));
}
