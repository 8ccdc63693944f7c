using System.Text.Json;
using DataHub.Testing;

namespace DataHub.Tests.Partners;

/// <summary>Stewards admit, change and end partners; what is wrong comes as data.</summary>
public sealed class PartnerMutationTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Register = """
        mutation ($input: RegisterPartnerInput!) { registerPartner(input: $input) { partner {
          code version name kind clients scopes purposes plan documents networks agreement validUntil suspended senderConstraint change changedBy
        } errors { code field } } }
        """;

    private const string Change = "mutation ($input: ChangePartnerInput!) { changePartner(input: $input) { partner { version name clients networks plan documents scopes } errors { code field } } }";

    [Fact]
    public async Task A_new_partner_has_all_of_its_kind_unless_told_otherwise()
    {
        var partner = Partner(await RunAsync(Register, Input("008", clients: ["bank-mandiri"])), "registerPartner");
        Assert.Equal(1, partner.GetProperty("version").GetInt32());
        Assert.Equal("BANK", partner.GetProperty("kind").GetString());
        Assert.Equal(["REGISTRY_READ", "CREDIT_READ", "KUR_DECIDE", "MARKET_READ"], partner.GetProperty("scopes").EnumerateArray().Select(s => s.GetString()!));
        Assert.Equal(["KUR_ELIGIBILITY"], partner.GetProperty("purposes").EnumerateArray().Select(s => s.GetString()!));
        Assert.Equal("default", partner.GetProperty("plan").GetString());
        Assert.Equal(JsonValueKind.Null, partner.GetProperty("documents").ValueKind);
        Assert.Equal("NONE", partner.GetProperty("senderConstraint").GetString());
        Assert.Equal("steward-sandbox/steward-sandbox", partner.GetProperty("changedBy").GetString());
        var entry = hub.Hub.Partners.Directory.Find("bank-mandiri");
        Assert.Equal("008", entry?.Partner.Code);
    }

    [Fact]
    public async Task A_change_keeps_what_it_leaves_out_and_makes_the_next_version()
    {
        await RunAsync(Register, Input("014", clients: ["bank-bca"], networks: ["203.0.113.0/24", "2001:db8::/32"]));
        var partner = Partner(await RunAsync(Change, new { code = "014", version = 1, name = "Bank Central Asia" }), "changePartner");
        Assert.Equal(2, partner.GetProperty("version").GetInt32());
        Assert.Equal("Bank Central Asia", partner.GetProperty("name").GetString());
        Assert.Equal(["203.0.113.0/24", "2001:db8::/32"], partner.GetProperty("networks").EnumerateArray().Select(n => n.GetString()!));
        var history = (await hub.AskAsync("""{ partnerHistory(code: "014") { version name change } }""")).Data.GetProperty("partnerHistory");
        Assert.Equal(
            """[{"version":2,"name":"Bank Central Asia","change":"CHANGED"},{"version":1,"name":"Organisation","change":"REGISTERED"}]""", history.GetRawText());
    }

    [Fact]
    public async Task A_change_of_an_older_version_is_a_conflict()
    {
        await RunAsync(Register, Input("009", clients: ["bank-bni"]));
        await RunAsync(Change, new { code = "009", version = 1, name = "First" });
        Assert.Equal([("CONFLICT", "version")], Errors(await RunAsync(Change, new { code = "009", version = 1, name = "Second" }), "changePartner"));
        Assert.Equal([("UNKNOWN_PARTNER", "code")], Errors(await RunAsync(Change, new { code = "nobody", version = 1, name = "X" }), "changePartner"));
        Assert.Equal("First", hub.Hub.Partners.Directory.Find("bank-bni")!.Partner.Name);
    }

    [Fact]
    public async Task Only_one_of_many_changes_of_the_same_version_is_made()
    {
        await RunAsync(Register, Input("200", clients: ["bank-btn"]));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => RunAsync(Change, new { code = "200", version = 1, name = $"Name {n}" })));
        Assert.Single(answers, answer => Errors(answer, "changePartner").Count == 0);
        Assert.Equal(2, hub.Hub.Partners.Directory.Find("bank-btn")!.Partner.Version);
    }

    [Fact]
    public async Task A_client_is_one_partners()
    {
        await RunAsync(Register, Input("016", clients: ["shared-client", "own-client"]));
        Assert.Equal([("CLIENT_TAKEN", "clients")], Errors(await RunAsync(Register, Input("017", clients: ["shared-client"])), "registerPartner"));
        Assert.Equal([("CODE_TAKEN", "code")], Errors(await RunAsync(Register, Input("016", clients: [])), "registerPartner"));
        Partner(await RunAsync(Change, new { code = "016", version = 1, clients = new[] { "own-client" } }), "changePartner");
        Partner(await RunAsync(Register, Input("017", clients: ["shared-client"])), "registerPartner");
        Assert.Equal("017", hub.Hub.Partners.Directory.Find("shared-client")!.Partner.Code);
    }

    [Theory]
    [InlineData("code", "with space", "INVALID_CODE")]
    [InlineData("name", "  ", "INVALID_NAME")]
    [InlineData("clients", "with space", "INVALID_CLIENT")]
    [InlineData("scopes", "STEWARD_ALL", "INVALID_SCOPE")]
    [InlineData("purposes", "RESEARCH", "INVALID_PURPOSE")]
    [InlineData("plan", "golden", "UNKNOWN_PLAN")]
    [InlineData("documents", "ABC", "INVALID_DOCUMENT")]
    [InlineData("networks", "10.0.0.1/8", "INVALID_NETWORK")]
    [InlineData("networks", "everywhere", "INVALID_NETWORK")]
    [InlineData("agreement", "", "INVALID_AGREEMENT")]
    [InlineData("validUntil", "2020-01-01T00:00:00+07:00", "INVALID_PERIOD")]
    public async Task What_cannot_be_meant_is_told_by_its_field(string field, string value, string code)
    {
        var input = new Dictionary<string, object?>
        {
            ["code"] = "451",
            ["name"] = "Bank Syariah",
            ["kind"] = "BANK",
            ["clients"] = Array.Empty<string>(),
            ["agreement"] = "PKS/451",
        };
        input[field] = field is "clients" or "scopes" or "purposes" or "documents" or "networks" ? new[] { value } : value;
        Assert.Equal([(code, field)], Errors(await RunAsync(Register, input), "registerPartner"));
        Assert.Equal(JsonValueKind.Null, (await hub.AskAsync("""{ partner(code: "451") { code } }""")).Data.GetProperty("partner").ValueKind);
    }

    [Fact]
    public async Task A_suspension_has_a_reason_and_an_end()
    {
        await RunAsync(Register, Input("022", clients: ["bank-cimb"]));
        const string Suspend = "mutation ($input: SuspendPartnerInput!) { suspendPartner(input: $input) { partner { version suspended change } errors { code field } } }";
        const string Resume = "mutation ($input: ResumePartnerInput!) { resumePartner(input: $input) { partner { version suspended change } errors { code field } } }";
        Assert.Equal([("REASON_MISSING", "reason")], Errors(await RunAsync(Suspend, new { code = "022", version = 1, reason = " " }), "suspendPartner"));
        Assert.Equal([("NOT_SUSPENDED", null)], Errors(await RunAsync(Resume, new { code = "022", version = 1 }), "resumePartner"));
        Assert.Equal(
            """{"version":2,"suspended":"Audit finding","change":"SUSPENDED"}""",
            Partner(await RunAsync(Suspend, new { code = "022", version = 1, reason = "Audit finding" }), "suspendPartner").GetRawText());
        Assert.Equal([("ALREADY_SUSPENDED", null)], Errors(await RunAsync(Suspend, new { code = "022", version = 2, reason = "Again" }), "suspendPartner"));
        Assert.Equal(
            """{"version":3,"suspended":null,"change":"RESUMED"}""", Partner(await RunAsync(Resume, new { code = "022", version = 2 }), "resumePartner").GetRawText());
    }

    [Fact]
    public async Task Nobody_but_stewards_reads_or_changes_partners()
    {
        foreach (var caller in new[] { Callers.Bank, Callers.Partner, Callers.University, Callers.Dashboard, Callers.Owner(1) })
        {
            Assert.NotEmpty((await hub.AskAsync("{ partners { code } }", caller)).Codes);
            Assert.NotEmpty((await hub.AskAsync("{ alarms { number } }", caller)).Codes);
            Assert.NotEmpty((await hub.AskAsync(Register, caller, new { input = Input("023", clients: []) })).Codes);
        }
        Assert.Equal(JsonValueKind.Null, (await hub.AskAsync("""{ partner(code: "023") { code } }""")).Data.GetProperty("partner").ValueKind);
    }

    [Fact]
    public async Task The_database_keeps_every_version()
    {
        await RunAsync(Register, Input("028", clients: ["bank-ocbc"]));
        foreach (var sql in new[]
        {
            "update access.partner_version set name = 'x'", "delete from access.partner_version", "truncate access.partner_version", "delete from access.partner",
        })
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => hub.RunAsync(sql));
    }

    private static object Input(string code, string[] clients, string[]? networks = null) =>
        new { code, name = "Organisation", kind = "BANK", clients, networks, agreement = "PKS/1" };

    private async Task<JsonElement> RunAsync(string mutation, object input) => (await hub.AskAsync(mutation, Callers.Steward, new { input })).Data;

    private static JsonElement Partner(JsonElement data, string mutation)
    {
        Assert.Empty(Errors(data, mutation));
        return data.GetProperty(mutation).GetProperty("partner");
    }

    private static List<(string, string?)> Errors(JsonElement data, string mutation) =>
        [.. data.GetProperty(mutation).GetProperty("errors").EnumerateArray().Select(e => (e.GetProperty("code").GetString()!, e.GetProperty("field").GetString()))];
}
