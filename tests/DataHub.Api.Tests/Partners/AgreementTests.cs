using System.Net;
using System.Security.Cryptography;
using System.Text;
using DataHub.Testing;

namespace DataHub.Api.Tests.Partners;

/// <summary>Every request is held to its client's agreement, at the moment at which it comes.</summary>
public sealed class AgreementTests : IAsyncLifetime
{
    private PartnerHost served = null!;

    public async Task InitializeAsync()
    {
        served = await PartnerHost.StartAsync(("DataHub:Http:MaxBatch", "10"));
        await served.Changes.RegisterAsync(Partnership.Of("002", "BANK", "bank", "bank-two"), "test");
    }

    public Task DisposeAsync() => served.DisposeAsync().AsTask();

    [Fact]
    public async Task A_partner_asks_and_has_its_organisation_also_when_the_token_names_none()
    {
        foreach (var organisation in new[] { "002", null })
        {
            var answer = await served.AskAsync("bank", organisation: organisation);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal(
                """{"client":"bank","organisation":"002","scopes":["CREDIT_READ","KUR_DECIDE","MARKET_READ","REGISTRY_READ"],"purpose":"KUR_ELIGIBILITY"}""",
                answer.Json.GetProperty("data").GetProperty("me").GetRawText().Replace(" ", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_client_without_an_agreement_is_refused() => await AssertRefusedAsync("CLIENT_UNKNOWN", "stranger");

    [Fact]
    public async Task A_token_of_another_organisation_is_refused() => await AssertRefusedAsync("ORGANISATION_MISMATCH", "bank", organisation: "008");

    [Fact]
    public async Task A_token_has_no_more_than_the_agreement_and_the_kind_have()
    {
        const string All = "registry.read credit.read kur.decide market.read training.read seller.verify steward.all";
        var answer = await served.AskAsync("bank", scopes: All);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            ["CREDIT_READ", "KUR_DECIDE", "MARKET_READ", "REGISTRY_READ"],
            answer.Json.GetProperty("data").GetProperty("me").GetProperty("scopes").EnumerateArray().Select(s => s.GetString()!));
        var asSteward = await served.Host.QueryAsAsync(served.Token("bank", All), "{ feedRuns { nodes { feed } } }", "STEWARDSHIP");
        Assert.Equal((HttpStatusCode.Forbidden, "PURPOSE_NOT_ALLOWED"), (asSteward.Status, asSteward.Code));
        await ChangeAsync(partner => partner with { Scopes = ["REGISTRY_READ", "KUR_DECIDE"] });
        var less = await served.AskAsync("bank", scopes: All);
        Assert.Equal(
            ["KUR_DECIDE", "REGISTRY_READ"], less.Json.GetProperty("data").GetProperty("me").GetProperty("scopes").EnumerateArray().Select(s => s.GetString()!));
    }

    [Fact]
    public async Task An_agreement_ends_access_when_it_ends_and_not_before()
    {
        await ChangeAsync(partner => partner with { ValidUntil = served.Clock.GetUtcNow().UtcDateTime.AddHours(1) });
        served.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await served.AskAsync("bank")).Status);
        served.Clock.Advance(TimeSpan.FromMinutes(1));
        await AssertRefusedAsync("AGREEMENT_EXPIRED", "bank");
        await AssertRefusedAsync("AGREEMENT_EXPIRED", "bank-two");
        await ChangeAsync(partner => partner with { ValidUntil = null, ValidFrom = served.Clock.GetUtcNow().UtcDateTime.AddHours(1) });
        await AssertRefusedAsync("AGREEMENT_NOT_YET", "bank");
    }

    [Fact]
    public async Task A_steward_ends_an_agreement_with_the_next_request()
    {
        await served.Changes.RegisterAsync(Partnership.Of("diskop", "STEWARD", "steward"), "test");
        var token = served.Token("bank");
        Assert.Equal(HttpStatusCode.OK, (await served.Host.QueryAsAsync(token, "{ me { client } }")).Status);
        var ended = await served.AskAsync(
            "steward", """mutation { endAgreement(input: { code: "002", version: 1 }) { partner { version change } errors { code } } }""", "steward.all");
        Assert.Equal("""{"version":2,"change":"ENDED"}""", ended.Json.GetProperty("data").GetProperty("endAgreement").GetProperty("partner").GetRawText().Replace(" ", "", StringComparison.Ordinal));
        var refused = await served.Host.QueryAsAsync(token, "{ me { client } }");
        Assert.Equal((HttpStatusCode.Forbidden, "AGREEMENT_EXPIRED"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task A_suspended_partner_is_refused_until_it_is_resumed()
    {
        await ChangeAsync(partner => partner with { Suspended = "Audit finding 7", Change = "SUSPENDED" });
        var refused = await AssertRefusedAsync("PARTNER_SUSPENDED", "bank");
        Assert.DoesNotContain("Audit", refused.Body, StringComparison.Ordinal);
        await ChangeAsync(partner => partner with { Suspended = null, Change = "RESUMED" });
        Assert.Equal(HttpStatusCode.OK, (await served.AskAsync("bank")).Status);
    }

    [Fact]
    public async Task A_partner_with_a_list_of_documents_runs_no_other()
    {
        const string Allowed = "{ me { client } }";
        await ChangeAsync(partner => partner with { Documents = [Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Allowed)))] });
        Assert.Equal(HttpStatusCode.OK, (await served.AskAsync("bank", Allowed)).Status);
        await AssertRefusedAsync("DOCUMENT_NOT_ALLOWED", "bank", "{ me { organisation } }");
        var batch = await served.Host.SendAsync(RunningHost.PostAs(
            served.Token("bank"), """[{"query":"{ me { client } }"},{"query":"{ me { organisation } }"}]""", "application/json"));
        Assert.Contains("DOCUMENT_NOT_ALLOWED", batch.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("organisation\":\"002", batch.Body, StringComparison.Ordinal);
        var byId = await served.Host.SendAsync(RunningHost.PostAs(
            served.Token("bank"), $$"""{"documentId":"sha256:{{new string('0', 64)}}"}""", "application/json"));
        Assert.Equal("DOCUMENT_NOT_ALLOWED", byId.Code);
    }

    [Fact]
    public async Task Refusals_as_plain_json_have_the_same_status()
    {
        var refused = await served.Host.SendAsync(RunningHost.PostAs(served.Token("stranger"), """{"query":"{ me { client } }"}""", "application/json"));
        Assert.Equal((HttpStatusCode.Forbidden, "CLIENT_UNKNOWN", "application/json"), (refused.Status, refused.Code, refused.MediaType));
    }

    private async Task<Answer> AssertRefusedAsync(string code, string client, string query = "{ me { client } }", string? organisation = null)
    {
        var refused = await served.AskAsync(client, query, organisation: organisation);
        Assert.Equal((HttpStatusCode.Forbidden, code), (refused.Status, refused.Code));
        Assert.False(refused.HasData);
        return refused;
    }

    private async Task ChangeAsync(Func<DataHub.Partners.Partner, DataHub.Partners.Partner> change)
    {
        var version = served.Hub.Partners.Directory.Find("bank")!.Partner.Version;
        Assert.Empty((await served.Changes.ChangeAsync(("002", version), "test", (partner, _) => (change(partner), null))).Errors);
    }
}
