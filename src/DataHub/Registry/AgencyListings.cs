using DataHub.Planning;

namespace DataHub.Registry;

/// <summary>What agencies' lists say of businesses.</summary>
internal static class AgencyListings
{
    public static void Register(HubBuilder hub) => hub
        .Query("AgencyListing", Fragment.Of($"registry.listing"))
        .Column("list", "list", typeof(string))
        .Column("agency", "agency", typeof(string))
        .Column("name", "name", typeof(string))
        .Column("activity", "activity", typeof(string))
        .Column("kbli", "kbli", typeof(string))
        .Column("legalForm", "legal_form", typeof(string))
        .Column("class", "class", typeof(string))
        .Column("workers", "workers", typeof(int))
        .Column("sales", "sales", typeof(decimal))
        .Column("capital", "capital", typeof(decimal))
        .Column("year", "year", typeof(int))
        .Column("startedYear", "started_year", typeof(int))
        .Column("certificates", "certificates", typeof(string))
        .Column("status", "status", typeof(string))
        .Column("asOf", "as_of", typeof(DateOnly))
        .Column("certainty", "certainty", typeof(string))
        .Add(RegistrySlice.Region(hub, "regency", "regency_code"))
        .Add(RegistrySlice.Region(hub, "district", "district_code"));
}
