using System.Diagnostics;
using System.Text.Json;
using DataHub.Access;
using DataHub.Testing;
using DataHub.Tests.Planning;

namespace DataHub.Tests.Consent;

/// <summary>What consumers get of values that persons must have consented to.</summary>
public sealed class ConsentRequiredTests(ConsentWorld hub) : IClassFixture<ConsentWorld>
{
    private const string ByNib = "query($nib: NIB!) { business(nib: $nib) { nib annualSales } }";

    private static readonly Dictionary<string, GoldenQuery> Queries = new(StringComparer.Ordinal)
    {
        ["bank_has_sales_by_consent"] = new(Callers.Bank, """{ businesses(first: 12) { nodes { nib annualSales } totalCount } }"""),
        ["partner_has_phone_by_consent"] = new(Callers.Partner, """{ businesses(first: 2) { nodes { nib phone email } } }"""),
        ["dashboard_has_bands_of_sales_by_consent"] = new(Callers.Dashboard, """{ businesses(first: 2) { nodes { nib annualSales capital } } }"""),
        ["one_business_by_consent"] = new(Callers.Bank, """{ business(nib: "0000000000001") { nib annualSales sales: annualSales phone email owner { id } loans(first: 1) { totalCount } } }"""),
        ["businesses_by_nib_by_consent"] = new(Callers.Bank, """{ businessesByNib(nibs: ["0000000000002", "0000000000001", "0000000000099"]) { nib annualSales } }"""),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Query_gives_the_answer_and_the_sql_of_its_golden_file(string name) => Queries[name].MatchAsync(hub, name);

    [Fact]
    public async Task Without_consent_null_is_the_same_whether_there_is_a_value_or_not()
    {
        // The business of person 8 has no annual sales, that of person 2 has; neither has consented to this bank.
        var (without, with) = (await AskAsync("0000000000008"), await AskAsync("0000000000002"));
        Assert.Equal(["CONSENT_REQUIRED"], without.Codes);
        Assert.Equal(
            without.Json.GetProperty("errors").GetRawText() + without.Data.GetRawText().Replace("0000000000008", "0000000000002", StringComparison.Ordinal),
            with.Json.GetProperty("errors").GetRawText() + with.Data.GetRawText());
        // Person 4 has consented to what nobody knows.
        Assert.Empty((await AskAsync("0000000000004")).Codes);
    }

    [Theory]
    [InlineData("bank", "{ businesses(where: { annualSales: { gt: 1 } }) { totalCount } }")]
    [InlineData("bank", "{ businesses(order: [{ annualSales: ASC }]) { nodes { nib } } }")]
    [InlineData("dashboard", "{ businesses(where: { annualSales: { eq: null } }) { totalCount } }")]
    [InlineData("bank", "query($w: BusinessFilterInput) { businesses(where: $w) { totalCount } }")]
    public async Task Nothing_is_filtered_or_ordered_by_what_takes_consent(string caller, string document)
    {
        var answer = await hub.AskAsync(document, caller == "bank" ? Callers.Bank : Callers.Dashboard, new { w = new { annualSales = new { gt = 1 } } });
        Assert.NotEmpty(answer.Codes);
        Assert.DoesNotContain("CONSENT_REQUIRED", answer.Codes);
        Assert.Empty(answer.Statements);
    }

    [Fact]
    public async Task Owners_and_stewards_need_no_consent()
    {
        Assert.Empty((await hub.AskAsync("{ me { businesses { annualSales phone email } } }", Callers.Owner(2))).Codes);
        Assert.Empty((await hub.AskAsync("{ businesses(where: { annualSales: { gt: 1 } }, order: [{ annualSales: ASC }]) { nodes { annualSales phone } } }", Callers.Steward)).Codes);
    }

    [Fact]
    public async Task A_bank_without_an_organisation_has_nobodys_consent() =>
        Assert.Equal(["CONSENT_REQUIRED"], (await AskAsync("0000000000001", Callers.Bank with { Organisation = null })).Codes);

    [Fact]
    public async Task A_decision_on_an_application_takes_no_consent()
    {
        var answer = await hub.AskAsync(
            """{ kurEligibility(input: { nib: "0000000000002", kind: MIKRO, amount: "20000000" }) { outcome rules { id found } } }""", Callers.Bank);
        Assert.Empty(answer.Codes);
        Assert.NotEqual(JsonValueKind.Null, answer.Data.GetProperty("kurEligibility").GetProperty("outcome").ValueKind);
    }

    [Fact]
    public async Task At_most_fifty_errors_are_listed_and_every_value_is_null()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 10).Select(i => $"a{i}: annualSales"));
        var answer = await hub.AskAsync($"{{ businesses(first: 12) {{ nodes {{ nib {fields} }} }} }}", Callers.Bank with { Organisation = "nobody" });
        Assert.Equal(50, answer.Codes.Count);
        Assert.All(
            answer.Data.GetProperty("businesses").GetProperty("nodes").EnumerateArray(),
            node => Assert.All(node.EnumerateObject().Where(field => field.Name != "nib"), field => Assert.Equal(JsonValueKind.Null, field.Value.ValueKind)));
    }

    [Fact]
    public async Task A_withdrawal_is_felt_at_once_in_queries_whose_plans_are_kept()
    {
        await hub.GiveAsync(8);
        for (var i = 0; i < 8; i++) Assert.Empty((await AskAsync("0000000000008")).Codes);
        await hub.WithdrawAsync(8);
        var clock = Stopwatch.StartNew();
        Assert.Equal(["CONSENT_REQUIRED"], (await AskAsync("0000000000008")).Codes);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_withdrawal_is_felt_in_the_next_event_of_an_open_subscription()
    {
        await hub.GiveAsync(6);
        const string Document = """subscription { businessChanged(nibs: ["0000000000006"]) { business { annualSales } } }""";
        await using var bank = await Subscriber.OpenAsync(hub.Hub, Document, Callers.Bank);
        await TellAsync();
        Assert.Equal("72000000", (await bank.NextAsync())!.Value.GetProperty("business").GetProperty("annualSales").GetString());
        await hub.WithdrawAsync(6);
        await TellAsync();
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(bank.NextAsync);
        Assert.Contains("CONSENT_REQUIRED", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("72000000", refused.Message, StringComparison.Ordinal);
    }

    private Task TellAsync() => hub.RunAsync("insert into changes.outbox (kind, business_id, attributes) values ('BUSINESS_CHANGED', 6, array['name'])");

    private Task<HubAnswer> AskAsync(string nib, Caller? caller = null) => hub.AskAsync(ByNib, caller ?? Callers.Bank, new { nib });
}
