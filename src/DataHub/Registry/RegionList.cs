using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Registry;

/// <summary>Regions below another one, or the provinces.</summary>
internal static class RegionList
{
    private const int Most = 500;

    public static async ValueTask<ResolvedField> ReadAsync(HubRequest request, FieldSelection field, TableType region)
    {
        var row = Identifier.Alias(0);
        var condition = field.Argument<string>("parent") is { } parent
            ? Fragment.Of($"r.parent_code = {SqlValue.Text(parent)}")
            : Fragment.Of($"r.parent_code is null");
        var columns = Fetch.Of(field, region).Shape.OwnColumns(new("r"));
        var (rows, rowOf) = await LookUp.ReadAsync(request, region, field, new LookUpSource(
            Fragment.Of($"(select {columns}, row_number() over (order by r.code) as position from {region.Source} r where {condition} order by r.code limit {Most}) {row}"),
            Where: null, Fragment.Of($"{row}.position"), Most));
        return ResolvedField.Many(rows, [0, rows.Count], rowOf[..rows.Count]);
    }
}
