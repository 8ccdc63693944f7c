using System.Globalization;
using System.Text.Json;
using DataHub.Access;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Consent;

/// <summary>Persons give and withdraw consent; what was given stays as it was.</summary>
public sealed class ConsentTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Give = """
        mutation($input: GiveConsentInput!) { giveConsent(input: $input) {
          consent { id organisation purpose fields validFrom validUntil status evidence evidenceReference noticeVersion givenAt withdrawnAt }
          errors { code field } } }
        """;

    private const string Withdraw = "mutation($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { consent { id status withdrawnAt } errors { code field } } }";
    private const string Own = "{ me { consents { id organisation status } } }";

    [Fact]
    public async Task What_an_owner_gives_they_see_and_withdraw_once()
    {
        var owner = Callers.Owner(1);
        var given = (await GiveAsync(owner, Input("002"))).GetProperty("consent");
        Assert.Equal("LIVE", given.GetProperty("status").GetString());
        Assert.Equal("ONLINE", given.GetProperty("evidence").GetString());
        Assert.Equal("""["Business.annualSales"]""", given.GetProperty("fields").GetRawText());
        var id = given.GetProperty("id").GetString()!;
        Assert.Equal([$"{id} 002 LIVE"], await OwnAsync(owner));

        var withdrawn = (await WithdrawAsync(owner, new { consent = id })).GetProperty("consent");
        Assert.Equal("WITHDRAWN", withdrawn.GetProperty("status").GetString());
        Assert.Equal([$"{id} 002 WITHDRAWN"], await OwnAsync(owner));
        Assert.Equal(["CONSENT_WITHDRAWN consent"], Errors(await WithdrawAsync(owner, new { consent = id })));
    }

    [Fact]
    public async Task Nobody_sees_or_withdraws_the_consent_of_another()
    {
        var id = (await GiveAsync(Callers.Owner(2), Input("002"))).GetProperty("consent").GetProperty("id").GetString()!;
        Assert.Empty(await OwnAsync(Callers.Owner(3)));
        Assert.Equal(["CONSENT_UNKNOWN consent"], Errors(await WithdrawAsync(Callers.Owner(3), new { consent = id })));
        Assert.Equal(["CONSENT_UNKNOWN consent"], Errors(await WithdrawAsync(Callers.Owner(3), new { consent = "forged" })));
        Assert.Equal(["CONSENT_UNKNOWN consent"], Errors(await WithdrawAsync(Callers.Owner(3) with { PersonId = null }, new { consent = id })));
        Assert.Equal(["PERSON_UNKNOWN person"], Errors(await GiveAsync(Callers.Owner(3), Input("002", person: PersonId(2)))));
        Assert.Equal([$"{id} 002 LIVE"], await OwnAsync(Callers.Owner(2)));
    }

    [Fact]
    public async Task A_steward_enters_a_paper_for_a_person_and_finds_it_there()
    {
        var paper = Input("002", person: PersonId(4), evidence: "PAPER", reference: "arsip 12/2026");
        var given = (await GiveAsync(Callers.Steward, paper)).GetProperty("consent");
        Assert.Equal("arsip 12/2026", given.GetProperty("evidenceReference").GetString());
        var listed = (await hub.AskAsync("query($person: ID!) { consents(person: $person) { id } }", Callers.Steward, new { person = PersonId(4) })).Data;
        Assert.Equal(given.GetProperty("id").GetString(), listed.GetProperty("consents")[0].GetProperty("id").GetString());
        var id = given.GetProperty("id").GetString();
        Assert.Equal(["EVIDENCE_INVALID evidence"], Errors(await WithdrawAsync(Callers.Steward, new { consent = id })));
        var withdrawal = await WithdrawAsync(Callers.Steward, new { consent = id, evidence = "RECORDING", evidenceReference = "rekaman 3" });
        Assert.Equal("WITHDRAWN", withdrawal.GetProperty("consent").GetProperty("status").GetString());
        Assert.Empty((await hub.AskAsync("{ consents(person: \"forged\") { id } }", Callers.Steward)).Data.GetProperty("consents").EnumerateArray());
    }

    [Fact]
    public async Task A_consent_that_overlaps_another_for_the_recipient_and_purpose_is_refused_until_that_is_withdrawn()
    {
        var owner = Callers.Owner(5);
        var first = (await GiveAsync(owner, Input("002"))).GetProperty("consent").GetProperty("id").GetString();
        Assert.Equal(["CONSENT_EXISTS "], Errors(await GiveAsync(owner, Input("002"))));
        Assert.Empty(Errors(await GiveAsync(owner, Input("008"))));
        Assert.Empty(Errors(await GiveAsync(owner, Input("002", from: Day(40), until: Day(50)))));
        await WithdrawAsync(owner, new { consent = first });
        Assert.Empty(Errors(await GiveAsync(owner, Input("002"))));
        Assert.Equal(["CONSENT_EXISTS "], Errors(await GiveAsync(owner, Input("002", from: Day(45), until: Day(60)))));
    }

    [Fact]
    public async Task Of_two_equal_consents_given_at_once_one_is_entered()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => GiveAsync(Callers.Owner(6), Input("002"))));
        Assert.Single(answers, answer => Errors(answer).Count == 0);
        Assert.Equal(7, answers.Count(answer => Errors(answer).SequenceEqual(["CONSENT_EXISTS "])));
    }

    public static TheoryData<string, string> Faults => new()
    {
        { """{ "organisation": "" }""", "ORGANISATION_INVALID organisation" },
        { """{ "organisation": "bank satu" }""", "ORGANISATION_INVALID organisation" },
        { """{ "purpose": "STEWARDSHIP" }""", "PURPOSE_WITHOUT_CONSENT purpose" },
        { """{ "purpose": "RESEARCH" }""", "PURPOSE_WITHOUT_CONSENT purpose" },
        { """{ "fields": [] }""", "FIELD_UNKNOWN fields" },
        { """{ "fields": ["Business.name"] }""", "FIELD_UNKNOWN fields" },
        { """{ "fields": ["Business.annualSales", "Business.nonsense"] }""", "FIELD_UNKNOWN fields" },
        { """{ "purpose": "SELLER_VERIFICATION" }""", "FIELD_UNKNOWN fields" },
        { """{ "validUntil": "2020-01-01T00:00:00+07:00" }""", "PERIOD_INVALID validUntil" },
        { """{ "validFrom": "2020-01-01T00:00:00+07:00" }""", "PERIOD_INVALID validUntil" },
        { """{ "validUntil": "2090-01-01T00:00:00+07:00" }""", "PERIOD_INVALID validUntil" },
        { """{ "evidence": "PAPER", "evidenceReference": "a" }""", "EVIDENCE_INVALID evidence" },
        { """{ "evidenceReference": "a" }""", "EVIDENCE_INVALID evidenceReference" },
        { """{ "noticeVersion": "" }""", "NOTICE_REQUIRED noticeVersion" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_wrong_is_told_by_a_stable_code_and_nothing_is_entered(string change, string error)
    {
        var input = Input("002");
        foreach (var member in JsonDocument.Parse(change).RootElement.EnumerateObject()) input[member.Name] = member.Value.Clone();
        var payload = await GiveAsync(Callers.Owner(7), input);
        Assert.Equal([error], Errors(payload));
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("consent").ValueKind);
        Assert.Empty(await OwnAsync(Callers.Owner(7)));
    }

    [Fact]
    public async Task A_steward_says_whose_consent_it_is()
    {
        Assert.Equal(["PERSON_REQUIRED person"], Errors(await GiveAsync(Callers.Steward, Input("002", evidence: "PAPER", reference: "a"))));
        Assert.Equal(["PERSON_UNKNOWN person"], Errors(await GiveAsync(Callers.Steward, Input("002", PersonId(4711), "PAPER", "a"))));
        Assert.Equal(["PERSON_UNKNOWN person"], Errors(await GiveAsync(Callers.Steward, Input("002", "forged", "PAPER", "a"))));
        Assert.Equal(["EVIDENCE_INVALID evidenceReference"], Errors(await GiveAsync(Callers.Steward, Input("002", PersonId(1), "PAPER"))));
    }

    [Theory]
    [InlineData("update access.consent set valid_until = valid_until + interval '1 year'")]
    [InlineData("delete from access.consent")]
    [InlineData("truncate access.consent cascade")]
    [InlineData("update access.consent_withdrawal set withdrawn_at = now()")]
    [InlineData("delete from access.consent_withdrawal")]
    public async Task What_was_given_is_neither_changed_nor_removed_while_it_holds(string sql)
    {
        var (owner, organisation) = (Callers.Owner(8), Guid.NewGuid().ToString());
        var first = (await GiveAsync(owner, Input(organisation))).GetProperty("consent").GetProperty("id").GetString();
        await WithdrawAsync(owner, new { consent = first });
        Assert.Empty(Errors(await GiveAsync(owner, Input(organisation))));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => hub.RunAsync(sql));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    [Fact]
    public async Task A_recipient_is_a_partner_where_partners_are_kept()
    {
        await using var world = new PartnerWorld();
        await world.InitializeAsync();
        Assert.Empty(Errors(await world.GiveAsync(Input("008"))));
        await world.RunAsync("""
            insert into access.partner (code, version, name, kind, clients, scopes, purposes, plan, networks, agreement, valid_from, sender_constraint, change, changed_at, changed_by)
            values ('002', 1, 'Bank', 'BANK', '{bank-sandbox}', '{KUR_DECIDE}', '{KUR_ELIGIBILITY}', 'default', '{}', 'PKS-1', now(), 'NONE', 'REGISTERED', now(), 'test')
            """);
        Assert.Equal(["UNKNOWN_ORGANISATION organisation"], Errors(await world.GiveAsync(Input("009"))));
        Assert.Empty(Errors(await world.GiveAsync(Input("002"))));
    }

    private sealed class PartnerWorld : HubFixture, IAsyncDisposable
    {
        public async Task<JsonElement> GiveAsync(object input) =>
            (await AskAsync(Give, Callers.Owner(1), new { input })).Data.GetProperty("giveConsent");

        async ValueTask IAsyncDisposable.DisposeAsync() => await base.DisposeAsync();
    }

    private string PersonId(long person) => hub.Hub.Ids.Encode("Person", person);

    private static string Day(int days) => DateTimeOffset.UtcNow.AddDays(days).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);

    private static Dictionary<string, object?> Input(
        string organisation, string? person = null, string? evidence = null, string? reference = null, string? from = null, string? until = null) => new()
        {
            ["person"] = person,
            ["organisation"] = organisation,
            ["purpose"] = "KUR_ELIGIBILITY",
            ["fields"] = new[] { "Business.annualSales" },
            ["validFrom"] = from,
            ["validUntil"] = until ?? Day(30),
            ["evidence"] = evidence,
            ["evidenceReference"] = reference,
            ["noticeVersion"] = "2026-11",
        };

    private async Task<JsonElement> GiveAsync(Caller caller, object input) =>
        (await hub.AskAsync(Give, caller, new { input })).Data.GetProperty("giveConsent");

    private async Task<JsonElement> WithdrawAsync(Caller caller, object input) =>
        (await hub.AskAsync(Withdraw, caller, new { input })).Data.GetProperty("withdrawConsent");

    private async Task<IReadOnlyList<string>> OwnAsync(Caller owner) =>
    [
        .. (await hub.AskAsync(Own, owner)).Data.GetProperty("me").GetProperty("consents").EnumerateArray()
            .Select(c => $"{c.GetProperty("id").GetString()} {c.GetProperty("organisation").GetString()} {c.GetProperty("status").GetString()}"),
    ];

    private static IReadOnlyList<string> Errors(JsonElement payload) =>
        [.. payload.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("code").GetString()} {e.GetProperty("field").GetString()}")];
}
