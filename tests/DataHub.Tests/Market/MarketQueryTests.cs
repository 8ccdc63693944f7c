using DataHub.Testing;
using DataHub.Tests.Planning;

namespace DataHub.Tests.Market;

public sealed class MarketQueryTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly Dictionary<string, GoldenQuery> Queries = new(StringComparer.Ordinal)
    {
        ["business_everything_else"] = new(Callers.Steward,
            """
            { business(nib: "0000000000001") {
                productsCount shops { nodes { platform name rating turnover12Months openedOn certainty } }
                exhibitions { nodes { sales exhibition { name place } } }
                procurementContracts { nodes { number buyer value signedOn } }
                partnerships { nodes { pattern partnerNib partnerName value offtaker } }
                provenance { feed attributes sourceDate receivedAt rule certainty }
            } }
            """),
        ["seller_found"] = new(Callers.Partner,
            """{ sellerVerification(nib: "0000000000001") { nib found licensed name status registeredOn kbli regency { name } certificates { kind number status } } }"""),
        ["seller_superseded"] = new(Callers.Partner, """{ sellerVerification(nib: "9999999999999") { found licensed name status } }"""),
        ["seller_not_found"] = new(Callers.Partner, """{ sellerVerification(nib: "1111111111111") { nib found licensed name regency { name } certificates { kind } } }"""),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Query_gives_the_answer_and_the_sql_of_its_golden_file(string name) => Queries[name].MatchAsync(hub, name);
}
