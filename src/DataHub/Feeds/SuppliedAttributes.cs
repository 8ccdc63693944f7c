namespace DataHub.Feeds;

/// <summary>Which fields of a business, and which lists below it, the records of a feed supply.</summary>
public static class SuppliedAttributes
{
    private static readonly Dictionary<string, string[]> ByFeed = new(StringComparer.Ordinal)
    {
        ["OSS"] =
        [
            "nib", "name", "scale", "scaleCriterion", "legalForm", "kbli", "kbliVersion", "sector", "regency", "district", "address", "registeredOn",
            "status", "capital", "owner", "licences",
        ],
        ["SIDT"] = ["annualSales", "annualSalesYear", "workers"],
        ["SIKP"] = ["loans"],
        ["PELATIHAN"] = ["trainings"],
        ["MARKETPLACE"] = ["shops"],
        ["SERTIFIKAT"] = ["certificates"],
        ["PRODUK"] = ["products", "productsCount"],
        ["PAMERAN"] = ["exhibitions"],
        ["PENGADAAN"] = ["procurementContracts"],
        ["KEMITRAAN"] = ["partnerships"],
    };

    /// <summary>SDL names; empty for a feed that says nothing about businesses themselves.</summary>
    public static IReadOnlyList<string> Of(string feed) => ByFeed.GetValueOrDefault(feed) ?? [];
}
