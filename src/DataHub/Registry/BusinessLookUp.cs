using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Registry;

/// <summary>Businesses by NIB. Every NIB a business ever had leads to it (registry.licence).</summary>
internal static class BusinessLookUp
{
    public const int LargestBatch = 500;
    private static readonly Identifier Row = Identifier.Alias(0);

    public static async ValueTask<ResolvedField> ByNibAsync(HubRequest request, FieldSelection field, TableType business)
    {
        var nib = field.Argument<string>("nib")!;
        var rule = business.RowRule?.Invoke(request.Caller, Row);
        var (rows, rowOf) = await LookUp.ReadAsync(request, business, field, new LookUpSource(
            Fragment.Of($"registry.licence l join {business.Source} {Row} on {Row}.id = l.business_id"),
            LookUp.Allowed(request, business, Fragment.Of($"l.nib = {SqlValue.Text(nib)}")), Position: null, Asked: 1)
        {
            Shorter = column => column == business.Key && rule is null ? Fragment.Of($"select l.business_id from registry.licence l where l.nib = {SqlValue.Text(nib)}") : null,
        });
        request.Hub.Partners.LookUps.Looked(request.Caller, [nib], missed: rowOf[0] < 0 ? 1 : 0);
        return ResolvedField.One(rows, rowOf);
    }

    public static async ValueTask<ResolvedField> ByNibsAsync(HubRequest request, FieldSelection field, TableType business)
    {
        var nibs = Array.ConvertAll(field.Argument<object?[]>("nibs")!, nib => (string)nib!);
        if (nibs.Length > LargestBatch) throw PageRequest.Wrong(field, "nibs", $"it may have {LargestBatch} entries");
        // No more columns than are asked for: PostgreSQL refuses a consumer the others, read or not.
        var asked = (business.Source, Columns: Fetch.Of(field, business).Shape.OwnColumns(new("b")), Nibs: SqlValue.Texts(nibs));
        var rule = business.RowRule?.Invoke(request.Caller, new("b")) is { } visible ? Fragment.Of($" where {visible}") : Fragment.Empty;
        var (rows, rowOf) = await LookUp.ReadAsync(request, business, field, new LookUpSource(
            Fragment.Of($"({Current(asked)}{rule} union all {Superseded(asked)}{rule}) {Row}"),
            Where: null, Fragment.Of($"{Row}.ord"), nibs.Length));
        request.Hub.Partners.LookUps.Looked(request.Caller, nibs, missed: rowOf.Count(row => row < 0));
        return ResolvedField.Many(rows, [0, nibs.Length], rowOf);
    }

    // A business holds the NIB of its current licence (Feeds/Publishing/oss.sql sets both of one record), so that most need no licence read.
    private static Fragment Current((Fragment Table, Fragment Columns, SqlValue Nibs) asked) => Fragment.Of(
        $"select {asked.Columns}, k.ord from unnest({asked.Nibs}) with ordinality k(nib, ord) join {asked.Table} b on b.nib = k.nib");

    private static Fragment Superseded((Fragment Table, Fragment Columns, SqlValue Nibs) asked) => Fragment.Of(
        $"select {asked.Columns}, k.ord from unnest({asked.Nibs}) with ordinality k(nib, ord) join registry.licence l on l.nib = k.nib and not l.is_current join {asked.Table} b on b.id = l.business_id");
}
