using DataHub.Testing;
using DataHub.Tests.Planning;

namespace DataHub.Tests.Market;

/// <summary>Conditions, orders, pages and figures of what businesses have on the market.</summary>
public sealed class MarketListTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly Dictionary<string, GoldenQuery> Queries = new(StringComparer.Ordinal)
    {
        ["certificates_in_force_by_end"] = new(Callers.Partner,
            """
            { businesses(first: 2) { nodes { certificates(where: { status: { eq: IN_FORCE }, numberWellFormed: { neq: false } }, order: [{ expiresOn: DESC }]) { nodes { kind expiresOn } totalCount } } } }
            """),
        ["products_with_bounds_of_prices"] = new(Callers.Partner,
            """
            { businesses(first: 3) { nodes { nib products(where: { name: { startsWith: "Produk" }, category: { eq: "Makanan" } }, order: [{ price: DESC }], first: 2) { nodes { name price } minPrice maxPrice totalCount } } } }
            """),
        ["products_without_offers"] = new(Callers.Partner,
            """
            { business(nib: "0000000000002") { products(where: { listings: { any: false } }, last: 1) { nodes { name } totalCount } } }
            """),
        ["listings_with_pieces_sold"] = new(Callers.Steward,
            """
            { business(nib: "0000000000001") { products { nodes { name listings(where: { sold: { gte: 2 } }, order: [{ sold: DESC }]) { sumSold minPrice maxPrice totalCount nodes { sold } } } } } }
            """),
        ["listings_ordered_by_shop"] = new(Callers.Partner,
            """
            { business(nib: "0000000000001") { products { nodes { listings(order: [{ shop: { name: ASC } }, { listedOn: DESC }], first: 1) { nodes { listedOn shop { name } } } } } } }
            """),
        ["shops_with_turnover"] = new(Callers.Steward,
            """
            { businesses(first: 2) { nodes { shops(order: [{ rating: DESC }, { platform: ASC }]) { sumTurnover12Months sumProductCount nodes { platform rating } } } } }
            """),
        ["exhibitions_with_sales"] = new(Callers.Steward,
            """
            { business(nib: "0000000000001") { exhibitions(where: { exhibition: { code: { eq: "LC22" } }, sales: { gte: 1 } }, order: [{ exhibition: { startedOn: DESC } }]) { sumSales nodes { sales } } } }
            """),
        ["contracts_with_their_value"] = new(Callers.Dashboard,
            """
            { businesses(first: 2) { nodes { procurementContracts(where: { signedOn: { gte: "2025-01-01" }, title: { contains: "rapat" } }, order: [{ value: DESC }]) { sumValue totalCount nodes { number } } } } }
            """),
        ["partnerships_without_end"] = new(Callers.Dashboard,
            """
            { businesses(first: 1) { nodes { partnerships(where: { endsOn: { eq: null }, partnerNib: { in: ["8120000000001"] }, value: { eq: null } }, order: [{ partnerName: ASC }]) { sumValue nodes { partnerName } } } } }
            """),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Query_gives_the_answer_and_the_sql_of_its_golden_file(string name) => Queries[name].MatchAsync(hub, name);
}
