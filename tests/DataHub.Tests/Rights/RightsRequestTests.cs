using System.Text.Json;
using DataHub.Access;
using DataHub.Testing;

namespace DataHub.Tests.Rights;

/// <summary>What a person may ask for by UU 27/2022, and what the hub does about it.</summary>
public sealed class RightsRequestTests : IAsyncLifetime
{
    private const string Ask = "request { id kind status article overdue wish evidence refusalArticle outcome handler person { name } } erasure { name rows action held } errors { code field }";

    private readonly HubFixture hub = new();

    private static Caller Siti => Callers.Owner(1);

    public Task InitializeAsync() => hub.InitializeAsync();

    public Task DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task A_correction_waits_for_the_steward_with_a_clock_of_three_days_and_changes_nothing_by_itself()
    {
        var asked = await ChangeAsync(Siti, "requestCorrection(input: { attribute: \"Business.name\", value: \"Keripik Ibu Siti\", sourceFeed: OSS, evidence: \"NIB 2026\" })");

        Assert.Equal("OPEN", asked.GetProperty("request").GetProperty("status").GetString());
        Assert.Equal("Keripik Ibu Siti", asked.GetProperty("request").GetProperty("wish").GetString());
        Assert.Equal("Siti Aminah", asked.GetProperty("request").GetProperty("person").GetProperty("name").GetString());
        Assert.Equal("72", await ValueAsync("select extract(epoch from due_at - received_at)::int / 3600 from rights.request"));
        Assert.Equal("0", await ValueAsync("select count(*) from registry.business where name = 'Keripik Ibu Siti'"));
        Assert.Equal("0", await ValueAsync("select count(*) from rights.request where position('Keripik' in encode(wish_cipher, 'escape')) > 0"));
    }

    [Theory]
    [InlineData("Business.turnover", "UNKNOWN_FIELD")]
    [InlineData("QuarantineRecord.value", "UNKNOWN_FIELD")]
    public async Task A_correction_names_a_field_that_the_person_can_read(string attribute, string code)
    {
        var asked = await ChangeAsync(Siti, $"requestCorrection(input: {{ attribute: \"{attribute}\", value: \"x\" }})");

        Assert.Equal(code, asked.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, asked.GetProperty("request").ValueKind);
    }

    [Fact]
    public async Task A_restricted_business_is_gone_for_partners_dashboards_and_banks_but_not_for_its_owner_and_stewards()
    {
        const string Seller = $$"""{ sellerVerification(nib: "{{Samples.FirstNib}}") { found licensed name } business(nib: "{{Samples.FirstNib}}") { name } businesses { totalCount } }""";
        var before = await hub.AskAsync(Seller, Callers.Partner);
        var asked = await ChangeAsync(Siti, "requestRestriction(input: { wish: \"Jangan dibagikan\" })");

        var partner = (await hub.AskAsync(Seller, Callers.Partner)).Data;
        Assert.True(before.Data.GetProperty("sellerVerification").GetProperty("found").GetBoolean());
        Assert.False(partner.GetProperty("sellerVerification").GetProperty("found").GetBoolean());
        Assert.False(partner.GetProperty("sellerVerification").GetProperty("licensed").GetBoolean());
        Assert.Equal(JsonValueKind.Null, partner.GetProperty("business").ValueKind);
        Assert.Equal(Samples.Businesses - 1, partner.GetProperty("businesses").GetProperty("totalCount").GetInt32());
        Assert.Equal(JsonValueKind.Null, (await FirstAsync(Callers.Bank)).ValueKind);
        Assert.Equal(JsonValueKind.Null, (await FirstAsync(Callers.Dashboard)).ValueKind);
        Assert.Equal(JsonValueKind.Object, (await FirstAsync(Callers.Steward)).ValueKind);
        Assert.Equal(1, (await hub.AskAsync("{ me { businesses { nib } } }", Siti)).Data.GetProperty("me").GetProperty("businesses").GetArrayLength());

        await ChangeAsync(Siti, $"withdrawRightsRequest(id: \"{IdOf(asked)}\")");
        Assert.Equal(JsonValueKind.Object, (await FirstAsync(Callers.Bank)).ValueKind);
    }

    [Fact]
    public async Task What_a_restricted_business_has_is_gone_by_its_own_id_too()
    {
        var ids = new[] { "Certificate", "Product", "Shop", "Listing", "ExhibitionParticipation", "ProcurementContract" }.Select(type => hub.Hub.Ids.Encode(type, 1)).ToList();
        var ofAnother = hub.Hub.Ids.Encode("Product", 4);
        Assert.All(await TypesAsync(ids), Assert.NotNull);
        var asked = await ChangeAsync(Siti, "requestRestriction(input: { wish: \"Jangan dibagikan\" })");

        Assert.All(await TypesAsync(ids), Assert.Null);
        Assert.Equal(["Product"], await TypesAsync([ofAnother]));
        Assert.Equal(["Exhibition", "Business"], await TypesAsync([hub.Hub.Ids.Encode("Exhibition", 1), hub.Hub.Ids.Encode("Business", 2)]));
        Assert.Equal([null, null], await TypesAsync([hub.Hub.Ids.Encode("Business", 1), hub.Hub.Ids.Encode("Person", 1)], Callers.Bank));
        Assert.All(await TypesAsync(ids, Callers.Steward), Assert.NotNull);
        await ChangeAsync(Siti, $"withdrawRightsRequest(id: \"{IdOf(asked)}\")");
        Assert.All(await TypesAsync(ids), Assert.NotNull);
    }

    [Fact]
    public async Task A_refusal_names_an_article_of_law_and_ends_a_restriction()
    {
        var asked = await ChangeAsync(Siti, "requestRestriction(input: { wish: \"Jangan dibagikan\" })");
        var invented = await ChangeAsync(Callers.Steward, $"refuseRightsRequest(input: {{ id: \"{IdOf(asked)}\", article: \"UU 1/1945 Art. 1\", reason: \"x\" }})");
        var refused = await ChangeAsync(Callers.Steward, $"refuseRightsRequest(input: {{ id: \"{IdOf(asked)}\", article: \"UU 27/2022 Art. 15\", reason: \"Pengawasan kredit\" }})");

        Assert.Equal("UNKNOWN_ARTICLE", invented.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal("REFUSED", refused.GetProperty("request").GetProperty("status").GetString());
        Assert.Equal("steward-sandbox/steward-sandbox", refused.GetProperty("request").GetProperty("handler").GetString());
        Assert.Equal(JsonValueKind.Object, (await FirstAsync(Callers.Bank)).ValueKind);
        var again = await ChangeAsync(Callers.Steward, $"resolveRightsRequest(input: {{ id: \"{IdOf(asked)}\", outcome: \"x\" }})");
        Assert.Equal("UNKNOWN_REQUEST", again.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Erasure_takes_what_no_duty_keeps_when_the_steward_grants_it_and_tells_why_the_rest_stays()
    {
        var asked = await ChangeAsync(Siti, "requestErasure(input: { wish: \"Hapus data saya\" })");
        Assert.Equal("2", await ValueAsync("select count(*) from training.participation where person_id = 1"));

        var granted = await ChangeAsync(Callers.Steward, $"resolveRightsRequest(input: {{ id: \"{IdOf(asked)}\", outcome: \"Dihapus\" }})");

        Assert.Equal(Actions(asked), Actions(granted));
        Assert.Equal("KEEP", Actions(granted)["loans"]);
        Assert.Equal("KEEP", Actions(granted)["licence"]);
        Assert.Equal("ANONYMISE", Actions(granted)["trainings"]);
        Assert.Equal("ERASE", Actions(granted)["shops"]);
        Assert.Equal("0", await ValueAsync("select count(*) from training.participation where person_id = 1 or business_id = 1"));
        Assert.Equal("0", await ValueAsync("select count(*) from market.shop where business_id = 1"));
        Assert.Equal("0", await ValueAsync("select count(*) from feeds.source_record where feed = 'PELATIHAN'"));
        Assert.Equal("0", await ValueAsync("select count(*) from linkage.link where feed = 'PELATIHAN'"));
        Assert.Equal("4", await ValueAsync("select count(*) from credit.loan where person_id = 1"));
        Assert.Equal("1", await ValueAsync("select count(*) from registry.person where id = 1 and nik_hash is not null"));
    }

    [Fact]
    public async Task A_person_whom_no_licence_and_no_loan_needs_is_nobody_after_the_erasure()
    {
        await hub.RunAsync("delete from credit.loan where person_id = 1; update registry.business set status = 'DICABUT' where owner_id = 1");
        var asked = await ChangeAsync(Siti, "requestErasure(input: { wish: \"Hapus data saya\" })");
        await ChangeAsync(Callers.Steward, $"resolveRightsRequest(input: {{ id: \"{IdOf(asked)}\", outcome: \"Dihapus\" }})");

        Assert.Equal("0", await ValueAsync("select num_nonnulls(nik_hash, nik_cipher, name, gender) from registry.person where id = 1"));
        Assert.Equal("0", await ValueAsync($"select count(*) from registry.licence where nib in ('{Samples.FirstNib}', '{Samples.OldNib}')"));
        Assert.Equal("0", await ValueAsync("select num_nonnulls(nib, name, address, capital, owner_id) from registry.business where id = 1"));
    }

    [Fact]
    public async Task A_legal_hold_wins_over_an_erasure()
    {
        var person = hub.Hub.Ids.Encode("Person", 1);
        await hub.AskAsync($$"""mutation { placeLegalHold(input: { personId: "{{person}}", reason: "Perkara 12/2026" }) { hold { id } errors { code } } }""");
        var asked = await ChangeAsync(Siti, "requestErasure(input: { wish: \"Hapus data saya\" })");
        await ChangeAsync(Callers.Steward, $"resolveRightsRequest(input: {{ id: \"{IdOf(asked)}\", outcome: \"Ditahan\" }})");

        Assert.All(Actions(asked).Values, action => Assert.Equal("KEEP", action));
        Assert.Equal("2", await ValueAsync("select count(*) from training.participation where person_id = 1"));
    }

    [Fact]
    public async Task The_copy_has_everything_that_is_certainly_the_persons_and_nothing_of_others()
    {
        await hub.RunAsync(
            """
            insert into access.consent (person_id, organisation, purpose, fields, valid_from, valid_until, evidence_kind, notice_version, given_at, entered_by)
            values (2, '002', 'KUR_ELIGIBILITY', '{Business.annualSales}', now(), now() + interval '1 year', 'ONLINE', '1', now(), 't')
            """);
        var answer = await hub.AskAsync("{ me { dataCopy } }", Callers.Owner(2));
        using var copy = JsonDocument.Parse(answer.Data.GetProperty("me").GetProperty("dataCopy").GetString()!);

        Assert.Equal("datahub-data-copy/1", copy.RootElement.GetProperty("form").GetString());
        Assert.Equal("Orang 2", copy.RootElement.GetProperty("person").GetProperty("name").GetString());
        Assert.Equal(2, copy.RootElement.GetProperty("loans").GetArrayLength());
        var business = Assert.Single(copy.RootElement.GetProperty("businesses").EnumerateArray());
        Assert.Equal(117, business.GetProperty("products").GetArrayLength());
        var consent = Assert.Single(copy.RootElement.GetProperty("consents").EnumerateArray());
        Assert.Equal("Business.annualSales", Assert.Single(consent.GetProperty("fields").EnumerateArray()).GetString());
        Assert.DoesNotContain("Siti", answer.ToString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await hub.AskAsync("{ me { dataCopy } }", Callers.Owner(999))).Data.GetProperty("me").GetProperty("dataCopy").ValueKind);
    }

    [Fact]
    public async Task Stewards_find_what_is_overdue_and_persons_see_their_own_requests_only()
    {
        await ChangeAsync(Siti, "requestObjection(input: { wish: \"Bukan mesin\" })");
        await ChangeAsync(Callers.Owner(2), "requestObjection(input: { wish: \"Bukan mesin\" })");
        await hub.RunAsync("update rights.request set due_at = now() - interval '1 hour' where person_id = 2");

        var overdue = await hub.AskAsync("{ rightsRequests(where: { overdue: true, status: { in: [OPEN, TAKEN] } }) { nodes { overdue person { name } } } }");
        Assert.Equal("Orang 2", Assert.Single(overdue.Data.GetProperty("rightsRequests").GetProperty("nodes").EnumerateArray()).GetProperty("person").GetProperty("name").GetString());
        var own = await hub.AskAsync("{ me { rightsRequests { totalCount nodes { status } } } }", Siti);
        Assert.Equal(1, own.Data.GetProperty("me").GetProperty("rightsRequests").GetProperty("totalCount").GetInt32());
        Assert.Contains("GRAPHQL_VALIDATION_FAILED", (await hub.AskAsync("{ rightsRequests { totalCount } }", Siti)).Codes);
    }

    [Fact]
    public async Task Nobody_closes_or_takes_back_the_request_of_another()
    {
        var asked = await ChangeAsync(Siti, "requestRestriction(input: { wish: \"Jangan dibagikan\" })");
        var other = await ChangeAsync(Callers.Owner(2), $"withdrawRightsRequest(id: \"{IdOf(asked)}\")");

        Assert.Equal("UNKNOWN_REQUEST", other.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.True((await hub.AskAsync($"mutation {{ takeRightsRequest(id: \"{IdOf(asked)}\") {{ errors {{ code }} }} }}", Siti)).HasErrors);
        Assert.Equal("OPEN", await ValueAsync("select status from rights.request"));
    }

    private static string IdOf(JsonElement payload) => payload.GetProperty("request").GetProperty("id").GetString()!;

    private static Dictionary<string, string> Actions(JsonElement payload) => payload.GetProperty("erasure").EnumerateArray()
        .ToDictionary(item => item.GetProperty("name").GetString()!, item => item.GetProperty("action").GetString()!, StringComparer.Ordinal);

    private async Task<JsonElement> FirstAsync(Caller caller) =>
        (await hub.AskAsync($$"""{ business(nib: "{{Samples.FirstNib}}") { name } }""", caller)).Data.GetProperty("business");

    private async Task<JsonElement> ChangeAsync(Caller caller, string mutation)
    {
        var answer = await hub.AskAsync($"mutation {{ done: {mutation} {{ {Ask} }} }}", caller);
        Assert.False(answer.HasErrors, answer.ToString());
        return answer.Data.GetProperty("done");
    }

    private async Task<IReadOnlyList<string?>> TypesAsync(IReadOnlyList<string> ids, Caller? caller = null)
    {
        var types = new List<string?>();
        foreach (var id in ids)
        {
            var node = (await hub.AskAsync($"{{ node(id: \"{id}\") {{ __typename }} }}", caller ?? Callers.Partner)).Data.GetProperty("node");
            types.Add(node.ValueKind == JsonValueKind.Null ? null : node.GetProperty("__typename").GetString());
        }
        return types;
    }

    private async Task<string> ValueAsync(string sql)
    {
        await using var command = hub.DataSource.CreateCommand(sql);
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    }
}
