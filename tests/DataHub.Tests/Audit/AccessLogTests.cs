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
    public async Task What_was_done_is_told_in_words_too()
    {
        var asked = await fixture.Hub.AskAsync(
            Callers.Owner(1), "mutation { requestObjection(input: { wish: \"Bukan mesin\" }) { request { id } errors { code } } }");
        var id = asked.GetProperty("data").GetProperty("requestObjection").GetProperty("request").GetProperty("id").GetString();
        await fixture.Hub.AskAsync(
            Callers.Steward, $"mutation {{ takeRightsRequest(id: \"{id}\") {{ request {{ person {{ name }} }} errors {{ code }} }} }}");
        Assert.Equal(
            [
                "diskop-lampung melakukan penanganan permintaan hak yang menyangkut data Anda untuk menjaga kebenaran data, dan melihat nama pemilik Anda.",
                "Anda melakukan pengajuan keberatan atas keputusan mesin.",
            ],
            await SentencesAsync(1));
        var nodes = (await fixture.Hub.AskAsync(Callers.Owner(1), Log)).GetProperty("data").GetProperty("me").GetProperty("accessLog").GetProperty("nodes");
        Assert.Contains("""["penanganan permintaan hak","nama pemilik"]""", nodes.EnumerateArray().Select(node => node.GetProperty("kinds").GetRawText()));
    }

    [Fact]
    public async Task What_was_withheld_for_want_of_consent_is_not_told_as_seen()
    {
        const string Phone = "nomor telepon usaha diminta, tetapi tidak diberikan karena Anda tidak menyetujuinya.";
        await fixture.RunAsync("update registry.business set phone = '0811000' || id");
        await fixture.Hub.AskAsync(Callers.Bank, "{ businesses(first: 3) { nodes { name phone } } }");
        await GiveAsync(1);
        await fixture.Hub.AskAsync(Callers.Bank, "{ businesses(first: 3) { nodes { name phone } } }");
        await fixture.Hub.AskAsync(Callers.Bank, "{ businesses(first: 3) { nodes { phone } } }");
        var first = await SentencesAsync(1);
        Assert.EndsWith("melihat nomor telepon usaha Anda untuk memeriksa kelayakan KUR.", first[0], StringComparison.Ordinal);
        Assert.EndsWith("melihat nama usaha dan nomor telepon usaha Anda untuk memeriksa kelayakan KUR.", first[1], StringComparison.Ordinal);
        Assert.EndsWith($"melihat nama usaha Anda untuk memeriksa kelayakan KUR; {Phone}", first[2], StringComparison.Ordinal);
        var second = await SentencesAsync(2);
        Assert.EndsWith(
            "meminta nomor telepon usaha Anda untuk memeriksa kelayakan KUR, tetapi tidak diberikan karena Anda tidak menyetujuinya.", second[0],
            StringComparison.Ordinal);
        Assert.All(second[1..], sentence => Assert.EndsWith(Phone, sentence, StringComparison.Ordinal));
        var kinds = (await fixture.Hub.AskAsync(Callers.Owner(2), Log)).GetProperty("data").GetProperty("me").GetProperty("accessLog").GetProperty("nodes");
        Assert.Contains("[]", kinds.EnumerateArray().Select(node => node.GetProperty("kinds").GetRawText()));
        var copy = (await fixture.Hub.AskAsync(Callers.Owner(2), "{ me { dataCopy } }")).GetProperty("data").GetProperty("me").GetProperty("dataCopy").GetString()!;
        Assert.Contains("tidak diberikan karena Anda tidak menyetujuinya", copy, StringComparison.Ordinal);
        // What was seen while the consent held stays seen when it is withdrawn.
        await fixture.RunAsync(
            "insert into access.consent_withdrawal (consent_id, withdrawn_at, evidence_kind, entered_by) select id, now(), 'ONLINE', 't' from access.consent");
        Assert.Equal(first, (await SentencesAsync(1)).Where(sentence => !sentence.StartsWith("Anda", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_cursor_is_a_place_in_ones_own_log_alone()
    {
        for (var i = 0; i < 3; i++) await fixture.Hub.AskAsync(Callers.Bank, "{ businesses(first: 3) { nodes { owner { name } } } }");
        const string Page = "query($after: String) { me { accessLog(first: 1, after: $after) { nodes { sentence } pageInfo { endCursor } } } }";
        var cursor = (await fixture.Hub.AskAsync(Callers.Owner(1), Page)).GetProperty("data").GetProperty("me").GetProperty("accessLog")
            .GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var own = await fixture.Hub.AskAsync(Callers.Owner(1), Page, new { after = cursor });
        Assert.Equal(1, own.GetProperty("data").GetProperty("me").GetProperty("accessLog").GetProperty("nodes").GetArrayLength());
        var anothers = await fixture.Hub.AskAsync(Callers.Owner(2), Page, new { after = cursor });
        Assert.Contains("no cursor of this list", anothers.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
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

    private Task GiveAsync(long person) => fixture.RunAsync(
        $"""
        insert into access.consent (person_id, organisation, purpose, fields, valid_from, valid_until, evidence_kind, notice_version, given_at, entered_by)
        values ({person}, '002', 'KUR_ELIGIBILITY', array['Business.phone'], now(), now() + interval '1 day', 'ONLINE', '2026-11', now(), 't')
        """);

    private async Task<string[]> SentencesAsync(long person) =>
    [
        .. (await fixture.Hub.AskAsync(Callers.Owner(person), Log)).GetProperty("data").GetProperty("me").GetProperty("accessLog").GetProperty("nodes")
            .EnumerateArray().Select(node => node.GetProperty("sentence").GetString()!),
    ];

    private async Task<IEnumerable<string?>> CasesAsync() =>
        (await fixture.Hub.AskAsync(Callers.Owner(1), Log)).GetProperty("data").GetProperty("me").GetProperty("accessLog").GetProperty("nodes")
        .EnumerateArray().Select(node => node.GetProperty("caseNumber").GetString());
}
