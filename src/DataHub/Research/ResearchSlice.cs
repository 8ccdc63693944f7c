using DataHub.Planning;
using DataHub.Registry;

namespace DataHub.Research;

/// <summary>Binds schema/research.graphql.</summary>
public static class ResearchSlice
{
    public static void Register(HubBuilder hub)
    {
        hub.Query("StatisticsRow", Fragment.Empty)
            .Key("position", typeof(long))
            .Add(RegistrySlice.Region(hub, "regency", "regency_code"))
            .Add(RegistrySlice.Region(hub, "district", "district_code"))
            .Add(RegistrySlice.Sector(hub))
            .Column("scale", "scale", typeof(string))
            .Column("gender", "gender", typeof(string))
            .Column("status", "status", typeof(string))
            .Column("registrationYear", "registration_year", typeof(int))
            .Column("count", "count", typeof(int))
            .Column("sumAnnualSales", "sum_annual_sales", typeof(decimal))
            .Column("sumWorkers", "sum_workers", typeof(int))
            .Column("suppressed", "suppressed", typeof(bool));
        hub.Resolve("Query.statistics", (request, context, _) => StatisticsQuery.ReadAsync(request, context.Field, hub.Type("StatisticsRow")()));
        hub.Assemble("Statistics", "rows", "suppressedRows", "threshold", "asOf", "source");
    }
}
