using DataHub.Access;
using DataHub.Testing;

namespace DataHub.Tests.Access;

public sealed class AccessRulesTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly Dictionary<string, Caller> ByName = new(StringComparer.Ordinal)
    {
        ["bank"] = Callers.Bank,
        ["university"] = Callers.University,
        ["partner"] = Callers.Partner,
        ["dashboard"] = Callers.Dashboard,
        ["owner"] = Callers.Owner(1),
        ["steward"] = Callers.Steward,
    };

    [Theory]
    [InlineData("bank", "{ business(nib: \"0000000000001\") { trainings { totalCount } } }", "Business.trainings")]
    [InlineData("bank", "{ business(nib: \"0000000000001\") { shops { nodes { turnover12Months } } } }", "Shop.turnover12Months")]
    [InlineData("bank", "{ business(nib: \"0000000000001\") { owner { nik } } }", "Person.nik")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { products { nodes { listings { nodes { sold } } } } } }", "Listing.sold")]
    [InlineData("bank", "{ quarantine { totalCount } }", "Query.quarantine")]
    [InlineData("bank", "{ statistics(by: [SCALE]) { threshold } }", "Query.statistics")]
    [InlineData("university", "{ business(nib: \"0000000000001\") { name } }", "Query.business")]
    [InlineData("university", "{ businesses { totalCount } }", "Query.businesses")]
    [InlineData("university", "{ me { businesses { name } } }", "Business.name")]
    [InlineData("university", "{ node(id: \"x\") { id } }", "Query.node")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { annualSales } }", "Business.annualSales")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { loans { totalCount } } }", "Business.loans")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { owner { name } } }", "Business.owner")]
    [InlineData("partner", "{ businesses(where: { owner: { gender: { eq: PEREMPUAN } } }) { totalCount } }", "Business.owner")]
    [InlineData("partner", "{ businesses(where: { and: [{ not: { owner: { gender: { eq: PEREMPUAN } } } }] }) { totalCount } }", "Business.owner")]
    [InlineData("dashboard", "{ business(nib: \"0000000000001\") { loans { totalCount } } }", "Business.loans")]
    [InlineData("partner", "{ businesses(where: { loans: { some: { kind: { eq: MIKRO } } } }) { totalCount } }", "Business.loans")]
    [InlineData("partner", "{ businesses(where: { loans: { any: true } }) { totalCount } }", "Business.loans")]
    [InlineData("partner", "{ businesses(where: { not: { loans: { none: {} } } }) { totalCount } }", "Business.loans")]
    [InlineData("partner", "query($w: BusinessFilterInput = { or: [{ loans: { all: { plafon: { gt: 1 } } } }] }) { businesses(where: $w) { totalCount } }", "KurLoan.plafon")]
    [InlineData("partner", "{ businesses(where: { trainings: { any: true } }) { totalCount } }", "Business.trainings")]
    [InlineData("partner", "{ businesses(where: { capital: { gt: 1 } }) { totalCount } }", "Business.capital")]
    [InlineData("partner", "{ businesses(where: { annualSales: { gt: 1 } }) { totalCount } }", "Business.annualSales")]
    [InlineData("partner", "{ businesses(where: { owner: { name: { eq: \"A\" } } }) { totalCount } }", "Person.name")]
    [InlineData("partner", "{ businesses(where: { products: { some: { listings: { some: { sold: { gt: 1 } } } } } }) { totalCount } }", "Listing.sold")]
    [InlineData("partner", "{ businesses(where: { products: { some: { listings: { some: { shop: { turnover12Months: { gt: 1 } } } } } } }) { totalCount } }", "Shop.turnover12Months")]
    [InlineData("partner", "{ businesses(where: { exhibitions: { some: { sales: { gt: 1 } } } }) { totalCount } }", "ExhibitionParticipation.sales")]
    [InlineData("partner", "{ businesses(where: { procurementContracts: { any: true } }) { totalCount } }", "Business.procurementContracts")]
    [InlineData("partner", "{ businesses(order: [{ owner: { name: ASC } }]) { nodes { nib } } }", "Business.owner")]
    [InlineData("partner", "{ businesses(order: [{ annualSales: DESC }]) { nodes { nib } } }", "Business.annualSales")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { shops(order: [{ turnover12Months: ASC }]) { totalCount } } }", "Shop.turnover12Months")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { shops { sumTurnover12Months } } }", "ShopConnection.sumTurnover12Months")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { products(where: { listings: { some: { sold: { gt: 5 } } } }) { totalCount } } }", "Listing.sold")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { products { nodes { listings(order: [{ sold: ASC }]) { totalCount } } } } }", "Listing.sold")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { products { nodes { listings { sumSold } } } } }", "ListingConnection.sumSold")]
    [InlineData("bank", "{ businesses(where: { trainings: { some: { hours: { gt: 1 } } } }) { totalCount } }", "Business.trainings")]
    [InlineData("bank", "{ business(nib: \"0000000000001\") { exhibitions { sumSales } } }", "ExhibitionParticipationConnection.sumSales")]
    [InlineData("dashboard", "{ businesses(where: { loans: { any: true } }) { totalCount } }", "Business.loans")]
    [InlineData("dashboard", "{ businesses(order: [{ capital: ASC }]) { nodes { nib } } }", "Business.capital")]
    [InlineData("university", "{ businesses(where: { loans: { any: true } }) { totalCount } }", "Business.loans")]
    [InlineData("university", "{ businesses(where: { certificates: { any: true } }) { totalCount } }", "Business.certificates")]
    [InlineData("university", "{ me { businesses { products { maxPrice } } } }", "ProductConnection.maxPrice")]
    [InlineData("dashboard", "{ business(nib: \"0000000000001\") { ...f } } fragment f on Business { alias: owner { name } }", "Business.owner")]
    [InlineData("owner", "{ business(nib: \"0000000000001\") { name } }", "Query.business")]
    [InlineData("owner", "{ businesses { totalCount } }", "Query.businesses")]
    [InlineData("owner", "mutation { setKurSetting(input: { name: \"a\", value: \"b\", reason: \"c\" }) { errors { code } } }", "Mutation.setKurSetting")]
    public async Task A_field_outside_scope_or_purpose_refuses_the_request_before_any_sql(string caller, string document, string coordinate)
    {
        var answer = await hub.AskAsync(document, ByName[caller]);
        Assert.Contains("FORBIDDEN", answer.Codes);
        Assert.Contains(answer.Json.GetProperty("errors").EnumerateArray(), e => e.GetProperty("message").GetString()!.Contains($"\"{coordinate}\"", StringComparison.Ordinal));
        Assert.False(answer.Json.TryGetProperty("data", out _));
        Assert.Empty(answer.Statements);
    }

    [Fact]
    public async Task However_often_a_filter_names_a_closed_field_it_is_refused_once()
    {
        var filters = string.Join(", ", Enumerable.Repeat("{ owner: { gender: { eq: PEREMPUAN } } }", 20));
        var answer = await hub.AskAsync($"{{ businesses(where: {{ or: [{filters}] }}) {{ totalCount }} }}", Callers.Partner);
        // One for Business.owner, one for Person.gender.
        Assert.Equal(["FORBIDDEN", "FORBIDDEN"], answer.Codes);
    }

    [Fact]
    public async Task An_answer_lists_no_more_than_fifty_refusals()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 90).Select(i => $"a{i}: annualSales"));
        var answer = await hub.AskAsync($"{{ business(nib: \"0000000000001\") {{ {fields} }} }}", Callers.Partner);
        Assert.Equal(50, answer.Json.GetProperty("errors").GetArrayLength());
    }

    [Theory]
    [InlineData("bank", "{ business(nib: \"0000000000001\") { name annualSales owner { name } certificates { totalCount } } }")]
    [InlineData("university", "{ statistics(by: [SCALE]) { rows { count } } }")]
    [InlineData("partner", "{ sellerVerification(nib: \"0000000000001\") { licensed certificates { number } } }")]
    [InlineData("dashboard", "{ trainingProgrammes { nodes { participants } } }")]
    [InlineData("owner", "{ me { person { nik } businesses { loans { totalCount } shops { nodes { turnover12Months } } } } }")]
    [InlineData("steward", "{ business(nib: \"0000000000001\") { owner { nik } trainings { totalCount } provenance { rule } } quarantine { totalCount } }")]
    public async Task What_a_caller_may_ask_is_answered(string caller, string document)
    {
        var answer = await hub.AskAsync(document, ByName[caller]);
        Assert.False(answer.HasErrors, answer.ToString());
    }

    [Fact]
    public async Task Node_answers_null_alike_for_forged_missing_and_forbidden_ids()
    {
        foreach (var id in new[] { hub.Hub.Ids.Encode("FeedRun", 1), hub.Hub.Ids.Encode("Business", 999_999), "AAAAAAAAAAAAAAAAAAAAAA", "x", "" })
        {
            var answer = await hub.AskAsync("query($id: ID!) { node(id: $id) { __typename id ... on Business { name } } }", Callers.Bank, new { id });
            Assert.False(answer.HasErrors, answer.ToString());
            Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.Data.GetProperty("node").ValueKind);
        }
    }

    [Fact]
    public async Task Node_answers_with_the_row_of_its_type()
    {
        var answer = await hub.AskAsync(
            "query($id: ID!) { node(id: $id) { __typename id ... on Business { name } ... on KurLoan { plafon } } }", Callers.Bank, new { id = hub.Hub.Ids.Encode("KurLoan", 1) });
        Assert.False(answer.HasErrors, answer.ToString());
        Assert.Equal("KurLoan", answer.Data.GetProperty("node").GetProperty("__typename").GetString());
        Assert.Equal("5000000", answer.Data.GetProperty("node").GetProperty("plafon").GetString());
    }

    [Fact]
    public async Task Another_banks_loan_is_as_if_it_were_not_there()
    {
        var answer = await hub.AskAsync("query($id: ID!) { node(id: $id) { id } }", Callers.Bank, new { id = hub.Hub.Ids.Encode("KurLoan", 2) });
        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.Data.GetProperty("node").ValueKind);
    }
}
