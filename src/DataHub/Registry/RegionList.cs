using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Registry;

/// <summary>Regions below another one, or the provinces.</summary>
internal static class RegionList
{
    private const int Most = 500;

    public static async ValueTask<ResolvedField> ReadAsync(HubRequest request, FieldSelection field, TableType region)
    {
        var condition = field.Argument<string>("parent") is { } parent
            ? Fragment.Of($"r.retired_at is null and r.parent_code = {SqlValue.Text(parent)}")
            : Fragment.Of($"r.retired_at is null and r.parent_code is null");
        return await ShortList.ReadAsync(request, field, region, new ShortListQuery(condition, Fragment.Of($"r.code"), Most));
    }
}
