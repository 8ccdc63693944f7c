using System.Text.RegularExpressions;
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
    [InlineData("bank", "{ business(nib: \"0000000000001\") { trainings { totalCount } } }", "trainings")]
    [InlineData("bank", "{ business(nib: \"0000000000001\") { shops { nodes { turnover12Months } } } }", "turnover12Months")]
    [InlineData("dashboard", "{ business(nib: \"0000000000001\") { owner { nik } } }", "nik")]
    [InlineData("dashboard", "{ business(nib: \"0000000000001\") { phone } }", "phone")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { products { nodes { listings { nodes { sold } } } } } }", "sold")]
    [InlineData("bank", "{ quarantine { totalCount } }", "quarantine")]
    [InlineData("bank", "{ statistics(by: [SCALE]) { threshold } }", "statistics")]
    [InlineData("university", "{ business(nib: \"0000000000001\") { name } }", "business")]
    [InlineData("university", "{ businesses { totalCount } }", "businesses")]
    [InlineData("university", "{ me { businesses { name } } }", "businesses")]
    [InlineData("university", "{ node(id: \"x\") { id } }", "node")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { annualSales } }", "annualSales")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { loans { totalCount } } }", "loans")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { owner { name } } }", "owner")]
    [InlineData("partner", "{ businesses(where: { owner: { gender: { eq: PEREMPUAN } } }) { totalCount } }", "owner")]
    [InlineData("partner", "{ businesses(where: { and: [{ not: { owner: { gender: { eq: PEREMPUAN } } } }] }) { totalCount } }", "owner")]
    [InlineData("dashboard", "{ business(nib: \"0000000000001\") { loans { totalCount } } }", "loans")]
    [InlineData("partner", "{ businesses(where: { loans: { some: { kind: { eq: MIKRO } } } }) { totalCount } }", "loans")]
    [InlineData("partner", "{ businesses(where: { loans: { any: true } }) { totalCount } }", "loans")]
    [InlineData("partner", "{ businesses(where: { not: { loans: { none: {} } } }) { totalCount } }", "loans")]
    [InlineData("partner", "query($w: BusinessFilterInput = { or: [{ loans: { all: { plafon: { gt: 1 } } } }] }) { businesses(where: $w) { totalCount } }", "loans")]
    [InlineData("partner", "{ businesses(where: { trainings: { any: true } }) { totalCount } }", "trainings")]
    [InlineData("partner", "{ businesses(where: { capital: { gt: 1 } }) { totalCount } }", "capital")]
    [InlineData("partner", "{ businesses(where: { annualSales: { gt: 1 } }) { totalCount } }", "annualSales")]
    [InlineData("partner", "{ businesses(where: { owner: { name: { eq: \"A\" } } }) { totalCount } }", "owner")]
    [InlineData("partner", "{ businesses(where: { products: { some: { listings: { some: { sold: { gt: 1 } } } } } }) { totalCount } }", "sold")]
    [InlineData("partner", "{ businesses(where: { products: { some: { listings: { some: { shop: { turnover12Months: { gt: 1 } } } } } } }) { totalCount } }", "turnover12Months")]
    [InlineData("partner", "{ businesses(where: { exhibitions: { some: { sales: { gt: 1 } } } }) { totalCount } }", "sales")]
    [InlineData("partner", "{ businesses(where: { procurementContracts: { any: true } }) { totalCount } }", "procurementContracts")]
    [InlineData("partner", "{ businesses(order: [{ owner: { name: ASC } }]) { nodes { nib } } }", "owner")]
    [InlineData("partner", "{ businesses(order: [{ annualSales: DESC }]) { nodes { nib } } }", "annualSales")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { shops(order: [{ turnover12Months: ASC }]) { totalCount } } }", "turnover12Months")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { shops { sumTurnover12Months } } }", "sumTurnover12Months")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { products(where: { listings: { some: { sold: { gt: 5 } } } }) { totalCount } } }", "sold")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { products { nodes { listings(order: [{ sold: ASC }]) { totalCount } } } } }", "sold")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { products { nodes { listings { sumSold } } } } }", "sumSold")]
    [InlineData("bank", "{ businesses(where: { trainings: { some: { hours: { gt: 1 } } } }) { totalCount } }", "trainings")]
    [InlineData("bank", "{ business(nib: \"0000000000001\") { exhibitions { sumSales } } }", "sumSales")]
    [InlineData("dashboard", "{ businesses(where: { loans: { any: true } }) { totalCount } }", "loans")]
    [InlineData("dashboard", "{ businesses(order: [{ capital: ASC }]) { nodes { nib } } }", "capital")]
    [InlineData("university", "{ businesses(where: { loans: { any: true } }) { totalCount } }", "businesses")]
    [InlineData("university", "{ businesses(where: { certificates: { any: true } }) { totalCount } }", "businesses")]
    [InlineData("university", "{ me { businesses { products { maxPrice } } } }", "businesses")]
    [InlineData("partner", "{ business(nib: \"0000000000001\") { ...f } } fragment f on Business { alias: owner { name } }", "owner")]
    [InlineData("owner", "{ business(nib: \"0000000000001\") { name } }", "business")]
    [InlineData("owner", "{ businesses { totalCount } }", "businesses")]
    public async Task A_field_outside_scope_or_purpose_is_as_unknown_as_a_made_up_one_before_any_sql(string caller, string document, string name)
    {
        var answer = await hub.AskAsync(document, ByName[caller]);
        Assert.All(answer.Codes, code => Assert.Equal("GRAPHQL_VALIDATION_FAILED", code));
        Assert.Contains(
            answer.Json.GetProperty("errors").EnumerateArray(),
            e => Regex.IsMatch(e.GetProperty("message").GetString()!, $@"\b{name}\b"));
        Assert.False(answer.Json.TryGetProperty("data", out _));
        Assert.Empty(answer.Statements);

        var madeUp = "q" + new string('z', name.Length - 1);
        var unknown = await hub.AskAsync(Regex.Replace(document, $@"\b{name}\b", madeUp), ByName[caller]);
        Assert.Equal(Errors(answer), Errors(unknown).Replace(madeUp, name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_all_mutations_are_closed_there_are_none()
    {
        var answer = await hub.AskAsync("mutation { setKurSetting(input: { name: \"a\", value: \"b\", reason: \"c\" }) { errors { code } } }", Callers.Partner);
        Assert.Equal(["GRAPHQL_VALIDATION_FAILED"], answer.Codes);
        Assert.Contains("The schema has no root type for mutation operations.", Errors(answer), StringComparison.Ordinal);
    }

    private static string Errors(HubAnswer answer) => answer.Json.GetProperty("errors").GetRawText();

    [Fact]
    public async Task An_answer_lists_no_more_than_fifty_unknown_fields()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 90).Select(i => $"a{i}: annualSales"));
        var answer = await hub.AskAsync($"{{ business(nib: \"0000000000001\") {{ {fields} }} }}", Callers.Partner);
        Assert.Equal(50, answer.Json.GetProperty("errors").GetArrayLength());
    }

    [Theory]
    [InlineData("bank", "{ business(nib: \"0000000000001\") { name capital owner { name nik } certificates { totalCount } } }")]
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
