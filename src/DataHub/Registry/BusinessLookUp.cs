using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Registry;

/// <summary>
/// Businesses by NIB. Every NIB a business ever had leads to it (registry.licence). Almost all that are asked for are some business's NIB in force,
/// which is a column of its own row: only for what is not found by that the licences are read, by a second statement.
/// </summary>
internal static class BusinessLookUp
{
    public const int LargestBatch = 500;
    private static readonly Identifier Row = Identifier.Alias(0);

    public static async ValueTask<ResolvedField> ByNibAsync(HubRequest request, FieldSelection field, TableType business)
    {
        var nib = field.Argument<string>("nib")!;
        var value = SqlValue.Text(nib);
        var (rows, rowOf) = await LookUp.ReadAsync(request, business, field, new LookUpSource(
            Fragment.Of($"{business.Source} {Row}"), LookUp.Allowed(request, business, Fragment.Of($"{Row}.nib = {value}")), Position: null, Asked: 1)
        {
            Otherwise = _ => new LookUpSource(
                Fragment.Of($"registry.licence l join {business.Source} {Row} on {Row}.id = l.business_id"),
                LookUp.Allowed(request, business, Fragment.Of($"l.nib = {value}")), Position: null, Asked: 1),
        });
        request.Hub.Partners.LookUps.Looked(request.Caller, [nib], missed: rowOf[0] < 0 ? 1 : 0);
        return ResolvedField.One(rows, rowOf);
    }

    public static async ValueTask<ResolvedField> ByNibsAsync(HubRequest request, FieldSelection field, TableType business)
    {
        var nibs = Array.ConvertAll(field.Argument<object?[]>("nibs")!, nib => (string)nib!);
        if (nibs.Length > LargestBatch) throw PageRequest.Wrong(field, "nibs", $"it may have {LargestBatch} entries");
        // No more columns than are asked for: PostgreSQL refuses a consumer the others, read or not.
        var columns = Fetch.Of(field, business).Shape.OwnColumns(new("b"));
        var rule = business.RowRule?.Invoke(request.Caller, new("b")) is { } visible ? Fragment.Of($" where {visible}") : Fragment.Empty;
        var (rows, rowOf) = await LookUp.ReadAsync(request, business, field, Source(
            Fragment.Of($"select {columns}, k.ord from {Asked(nibs)} join {business.Source} b on b.nib = k.nib{rule}"), nibs.Length) with
        {
            Otherwise = found => Source(
                Fragment.Of($"select {columns}, k.ord from {Asked(nibs, found)} join registry.licence l on l.nib = k.nib join {business.Source} b on b.id = l.business_id{rule}"),
                nibs.Length),
        });
        request.Hub.Partners.LookUps.Looked(request.Caller, nibs, missed: rowOf.Count(row => row < 0));
        return ResolvedField.Many(rows, [0, nibs.Length], rowOf);
    }

    private static LookUpSource Source(Fragment rows, int asked) =>
        new(Fragment.Of($"({rows}) {Row}"), Where: null, Fragment.Of($"{Row}.ord"), asked);

    private static Fragment Asked(string[] nibs) => Fragment.Of($"unnest({SqlValue.Texts(nibs)}) with ordinality k(nib, ord)");

    /// <summary>The NIBs for which nothing was found, each with its place among all.</summary>
    private static Fragment Asked(string[] nibs, int[] rowOf)
    {
        var missing = Enumerable.Range(0, nibs.Length).Where(i => rowOf[i] < 0).ToArray();
        var places = SqlValue.Longs(Array.ConvertAll(missing, i => i + 1L));
        return Fragment.Of($"unnest({SqlValue.Texts(Array.ConvertAll(missing, i => nibs[i]))}, {places}) k(nib, ord)");
    }
}
