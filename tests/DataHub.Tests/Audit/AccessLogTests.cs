using System.Text.Json;
using DataHub.Audit;
using DataHub.Testing;

namespace DataHub.Tests.Audit;

/// <summary>What owners and stewards read of the ledger.</summary>
public sealed class AccessLogTests : IAsyncLifetime
{
    private const string Log = "{ me { accessLog { nodes { organisation purpose caseNumber kinds outcome sentence } } } }";
    private readonly LedgerFixture fixture = new();

    public Task InitializeAsync() => fixture.InitializeAsync();

    public Task DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task An_owner_reads_who_saw_what_and_why()
    {
        await fixture.RunAsync("insert into credit.lender (code, name) values ('002', 'Bank Lampung') on conflict (code) do update set name = excluded.name");
        await fixture.Hub.AskAsync(
            Callers.Bank with { CaseNumber = "BL-7" }, "{ businesses(first: 3) { nodes { owner { name } loans { nodes { plafon } } } } }");
        var nodes = (await fixture.Hub.AskAsync(Callers.Owner(1), Log)).GetProperty("data").GetProperty("me").GetProperty("accessLog").GetProperty("nodes");
        Assert.Equal(
            """{"organisation":"Bank Lampung","purpose":"KUR_ELIGIBILITY","caseNumber":"BL-7","kinds":["plafon kredit","nama pemilik"],"outcome":"ANSWERED","sentence":"Bank Lampung melihat plafon kredit dan nama pemilik Anda untuk memeriksa kelayakan KUR."}""",
            Assert.Single(nodes.EnumerateArray()).GetRawText());
    }

    [Fact]
    public async Task An_owner_reads_of_nobody_elses_looks()
    {
        await fixture.Hub.AskAsync(Callers.Bank, "{ business(nib: \"0000000000002\") { owner { name } } }");
        var nodes = (await fixture.Hub.AskAsync(Callers.Owner(3), Log)).GetProperty("data").GetProperty("me").GetProperty("accessLog").GetProperty("nodes");
        Assert.Equal(0, nodes.GetArrayLength());
        var refused = await fixture.Hub.AskAsync(Callers.Bank, Log);
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_look_that_the_law_keeps_secret_is_listed_when_its_time_is_over()
    {
        await fixture.RunAsync("insert into audit.secrecy (organisation, case_number, notify_after, basis, set_by) values ('002', 'S-1', '1 day', 'Pasal 15', 't')");
        await fixture.Hub.AskAsync(Callers.Bank with { CaseNumber = "S-1" }, "{ business(nib: \"0000000000001\") { owner { name } } }");
        await fixture.Hub.AskAsync(Callers.Bank with { CaseNumber = "S-2" }, "{ business(nib: \"0000000000001\") { owner { name } } }");
        Assert.Equal(["S-2"], await CasesAsync());
        await fixture.RunAsync("update audit.secrecy set notify_after = '1 microsecond'");
        Assert.Equal(["S-2", "S-1"], await CasesAsync());
    }

    [Fact]
    public async Task The_copy_of_ones_data_tells_who_looked()
    {
        await fixture.Hub.AskAsync(Callers.Bank with { CaseNumber = "B-7" }, "{ business(nib: \"0000000000002\") { owner { name } } }");
        var copy = await fixture.Hub.AskAsync(Callers.Owner(2), "{ me { dataCopy } }");
        Assert.False(copy.TryGetProperty("errors", out var errors), errors.ToString());
        using var document = JsonDocument.Parse(copy.GetProperty("data").GetProperty("me").GetProperty("dataCopy").GetString()!);
        var look = Assert.Single(document.RootElement.GetProperty("looks").EnumerateArray(), look => look.GetProperty("caseNumber").GetString() == "B-7");
        Assert.Contains("nama", look.GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_steward_delays_notice_of_lawful_looks_and_nothing_wider()
    {
        const string Delay = "mutation($input: DelayNoticeInput!) { delayNotice(input: $input) { delay { organisation caseNumber days } errors { code field } } }";
        var set = await fixture.Hub.AskAsync(
            Callers.Steward, Delay, new { input = new { organisation = "002", caseNumber = "S-1", days = 30, ground = "Pasal 15 ayat (1) huruf b" } });
        Assert.Equal(
            """{"delayNotice":{"delay":{"organisation":"002","caseNumber":"S-1","days":30},"errors":[]}}""", set.GetProperty("data").GetRawText());
        await fixture.Hub.AskAsync(Callers.Bank with { CaseNumber = "S-1" }, "{ business(nib: \"0000000000001\") { owner { name } } }");
        await fixture.Hub.AskAsync(Callers.Bank with { CaseNumber = "S-2" }, "{ business(nib: \"0000000000001\") { owner { name } } }");
        Assert.Equal(["S-2"], await CasesAsync());
        var delays = await fixture.Hub.AskAsync(Callers.Steward, "{ noticeDelays { organisation purpose caseNumber days ground } }");
        Assert.Equal(
            """{"noticeDelays":[{"organisation":"002","purpose":null,"caseNumber":"S-1","days":30,"ground":"Pasal 15 ayat (1) huruf b"}]}""",
            delays.GetProperty("data").GetRawText());
        var wrong = await fixture.Hub.AskAsync(Callers.Steward, Delay, new { input = new { organisation = "", days = 0, ground = " " } });
        Assert.Equal(
            """[{"code":"INVALID_ORGANISATION","field":"organisation"},{"code":"TOO_WIDE","field":null},{"code":"INVALID_DAYS","field":"days"},{"code":"INVALID_GROUND","field":"ground"}]""",
            wrong.GetProperty("data").GetProperty("delayNotice").GetProperty("errors").GetRawText());
        var seen = await fixture.Hub.AskAsync(
            Callers.Steward,
            """
            { ledgerEntries(where: { kind: { eq: LOOK }, purpose: { eq: KUR_ELIGIBILITY }, outcome: { in: [ANSWERED] }, caseNumber: { eq: "S-1" },
              at: { gte: "2020-01-01T00:00:00Z" } }) { nodes { caseNumber } } }
            """);
        Assert.Equal("""{"ledgerEntries":{"nodes":[{"caseNumber":"S-1"}]}}""", seen.GetProperty("data").GetRawText());
        var none = await fixture.Hub.AskAsync(Callers.Steward, "{ ledgerEntries(where: { at: { lt: \"2020-01-01T00:00:00Z\" } }) { nodes { caseNumber } } }");
        Assert.Equal("""{"ledgerEntries":{"nodes":[]}}""", none.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task A_steward_pages_through_all_entries_and_others_do_not()
    {
        await fixture.Hub.AskAsync(Callers.Bank with { CaseNumber = "A" }, "query One { business(nib: \"0000000000001\") { owner { name } } }");
        await fixture.Hub.AskAsync(Callers.Partner, "query Two { business(nib: \"0000000000001\") { owner { name } } }");
        var answer = await fixture.Hub.AskAsync(
            Callers.Steward, "{ ledgerEntries(where: { client: { eq: \"bank-sandbox\" } }) { nodes { sequence kind organisation operation fields personCount rows outcome } } }");
        Assert.Equal(
            """{"nodes":[{"sequence":1,"kind":"LOOK","organisation":"002","operation":"One","fields":["Business.owner","Person.name"],"personCount":1,"rows":1,"outcome":"ANSWERED"}]}""",
            answer.GetProperty("data").GetProperty("ledgerEntries").GetRawText());
        var refused = await fixture.Hub.AskAsync(Callers.Bank, "{ ledgerEntries { nodes { at } } }");
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Who_is_affected_by_a_breach_is_told_with_what_was_seen()
    {
        await fixture.Hub.AskAsync(Callers.Bank, "{ business(nib: \"0000000000002\") { capital owner { name } } }");
        await fixture.Hub.AskAsync(Callers.Partner, "{ business(nib: \"0000000000003\") { owner { name } } }");
        var (from, to) = (DateTimeOffset.UnixEpoch, new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var affected = await new AffectedSubjects(fixture.DataSource).BetweenAsync(from, to, organisation: "002");
        Assert.Equal([Subject.Business(2), Subject.Person(2)], affected.Select(a => a.Subject));
        Assert.All(affected, a => Assert.Equal(["Business.capital", "Business.owner", "Person.name"], a.Fields));
        Assert.Empty(await new AffectedSubjects(fixture.DataSource).BetweenAsync(from, to, organisation: "008"));
    }

    [Fact]
    public void Every_personal_field_of_the_contract_has_a_label() => Assert.Equal("", string.Join(" ", FieldLabels.Missing(fixture.Hub.Schema)));

    private async Task<IEnumerable<string?>> CasesAsync() =>
        (await fixture.Hub.AskAsync(Callers.Owner(1), Log)).GetProperty("data").GetProperty("me").GetProperty("accessLog").GetProperty("nodes")
        .EnumerateArray().Select(node => node.GetProperty("caseNumber").GetString());
}
