using System.Net;

namespace DataHub.Api.Tests.Identity;

public sealed class OutsideIssuerTests
{
    private const string Tenant = "5a3b1f0e-8f4d-4a0e-9f7e-3f1d2c4b5a69";
    private const string ClientId = "0c9a7a56-1111-4222-8333-944444444444";

    [Theory]
    [InlineData(2, ClientId)]
    [InlineData(2, "api://" + ClientId)]
    [InlineData(1, "api://" + ClientId)]
    public async Task Entra_tokens_of_both_versions_are_taken(int version, string audience)
    {
        await using var issuer = await OutsideIssuer.StartAsync();
        await using var host = await StartAsync(Azure(issuer));
        var name = version == 2 ? $"{issuer.Address}/{Tenant}/v2.0" : $"https://sts.windows.net/{Tenant}/";
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var token = version == 2
            ? issuer.Sign(new
            {
                iss = name,
                aud = audience,
                sub = "s",
                azp = "bank",
                roles = new[] { "kur.decide" },
                iat = now,
                nbf = now,
                exp = now + 3600
            })
            : issuer.Sign(new
            {
                iss = name,
                aud = audience,
                sub = "s",
                appid = "bank",
                scp = "kur.decide",
                iat = now,
                nbf = now,
                exp = now + 3600
            });
        var answer = await host.QueryAsAsync(token, "{ who { client scopes purpose } }");
        Assert.Equal("""{"data":{"who":{"client":"bank","scopes":["KUR_DECIDE"],"purpose":"KUR_ELIGIBILITY"}}}""", answer.Body);
    }

    [Fact]
    public async Task Tokens_of_another_tenant_audience_or_key_are_refused_and_keys_are_not_fetched_for_each()
    {
        await using var issuer = await OutsideIssuer.StartAsync();
        await using var host = await StartAsync(Azure(issuer));
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        string Sign(string tenant, string audience) => issuer.Sign(new
        {
            iss = $"{issuer.Address}/{tenant}/v2.0",
            aud = audience,
            sub = "s",
            azp = "bank",
            scp = "kur.decide",
            iat = now,
            exp = now + 3600,
        });
        Assert.Equal(HttpStatusCode.OK, (await host.QueryAsAsync(Sign(Tenant, ClientId))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.QueryAsAsync(Sign(Guid.NewGuid().ToString(), ClientId))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.QueryAsAsync(Sign(Tenant, "other"))).Status);
        issuer.KeyId = "second";
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.QueryAsAsync(Sign(Tenant, ClientId))).Status);
        Assert.InRange(issuer.Fetches, 1, 2);
    }

    [Fact]
    public async Task Any_OIDC_authority_can_be_the_issuer()
    {
        await using var issuer = await OutsideIssuer.StartAsync();
        await using var host = await StartAsync(
            new() { ["Oidc:Authority"] = $"{issuer.Address}/realms/lampung", ["Oidc:Audience"] = "hub" });
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var token = issuer.Sign(new
        {
            iss = $"{issuer.Address}/realms/lampung",
            aud = new[] { "account", "hub" },
            sub = "s",
            client_id = "unila",
            scope = "research.read profile",
            iat = now,
            exp = now + 3600,
        });
        Assert.Contains("RESEARCH", (await host.QueryAsAsync(token)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issuer_that_is_away_is_503_and_not_401()
    {
        var issuer = await OutsideIssuer.StartAsync();
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var token = issuer.Sign(
            new { iss = issuer.Address, aud = "hub", sub = "s", azp = "x", scp = "research.read", iat = now, exp = now + 3600 });
        var settings = new Dictionary<string, string?> { ["Oidc:Authority"] = issuer.Address, ["Oidc:Audience"] = "hub" };
        await issuer.DisposeAsync();
        await using var host = await StartAsync(settings);
        var answer = await host.QueryAsAsync(token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal("TOKEN_ISSUER_UNAVAILABLE", answer.Code);
        Assert.DoesNotContain("127.0.0.1", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_production_there_is_no_sandbox()
    {
        await using var issuer = await OutsideIssuer.StartAsync();
        await using var host = await StartAsync(Azure(issuer));
        foreach (var path in new[] { "/.well-known/jwks.json", "/.well-known/openid-configuration" })
            Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(path)).StatusCode);
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials")]);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.PostAsync("/connect/token", form)).StatusCode);
    }

    private static Dictionary<string, string?> Azure(OutsideIssuer issuer) =>
        new() { ["AzureAd:Instance"] = issuer.Address, ["AzureAd:TenantId"] = Tenant, ["AzureAd:ClientId"] = ClientId };

    private static Task<RunningHost> StartAsync(Dictionary<string, string?> settings) =>
        RunningHost.StartAsync(
            new Dictionary<string, string?>(settings) { ["DataHub:Partners:Unregistered"] = "ByToken" }, environment: "Production");
}
