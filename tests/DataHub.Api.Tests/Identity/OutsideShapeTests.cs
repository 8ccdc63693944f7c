using System.Net;
using System.Text.Json.Nodes;

namespace DataHub.Api.Tests.Identity;

/// <summary>Tokens as Entra ID for several tenants and as Keycloak make them.</summary>
public sealed class OutsideShapeTests : IAsyncLifetime
{
    private const string Home = "5a3b1f0e-8f4d-4a0e-9f7e-3f1d2c4b5a69";
    private const string Partner = "a0b1c2d3-1111-4222-8333-944444444444";
    private const string Foreign = "ffffffff-1111-4222-8333-944444444444";
    private const string ClientId = "0c9a7a56-1111-4222-8333-944444444444";

    private OutsideIssuer issuer = null!;

    public async Task InitializeAsync() => issuer = await OutsideIssuer.StartAsync();

    public async Task DisposeAsync() => await issuer.DisposeAsync();

    [Fact]
    public async Task Several_tenants_are_taken_each_under_its_own_name()
    {
        await using var host = await StartAsync(new()
        {
            ["AzureAd:Instance"] = issuer.Address,
            ["AzureAd:TenantId"] = Home,
            ["AzureAd:AllowedTenants:0"] = Partner,
            ["AzureAd:ClientId"] = ClientId,
        });
        foreach (var tenant in new[] { Home, Partner })
        {
            Assert.Equal(HttpStatusCode.OK, (await host.QueryAsAsync(Entra($"{issuer.Address}/{tenant}/v2.0", tenant))).Status);
            Assert.Equal(HttpStatusCode.OK, (await host.QueryAsAsync(Entra($"https://sts.windows.net/{tenant}/", tenant))).Status);
            // The tenant that it names is not the one that issued it.
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.QueryAsAsync(Entra($"{issuer.Address}/{tenant}/v2.0", Foreign))).Status);
        }
        foreach (var name in new[]
        {
            $"{issuer.Address}/{Foreign}/v2.0", $"https://sts.windows.net/{Foreign}/", $"https://sts.windows.net/{Home}",
        })
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.QueryAsAsync(Entra(name, Foreign))).Status);
    }

    [Theory]
    [InlineData("{tenantid}", HttpStatusCode.OK)]
    [InlineData(Home, HttpStatusCode.OK)]
    [InlineData(Foreign, HttpStatusCode.Unauthorized)]
    public async Task A_key_that_Entra_publishes_for_another_tenant_signs_nothing_here(string tenant, HttpStatusCode status)
    {
        issuer.KeyMembers["issuer"] = $"{issuer.Address}/{tenant}/v2.0";
        await using var host = await StartAsync(new()
        {
            ["AzureAd:Instance"] = issuer.Address,
            ["AzureAd:TenantId"] = Home,
            ["AzureAd:ClientId"] = ClientId,
        });
        Assert.Equal(status, (await host.QueryAsAsync(Entra($"{issuer.Address}/{Home}/v2.0", Home))).Status);
    }

    [Fact]
    public async Task Roles_of_Keycloak_come_from_the_realm_and_from_the_hubs_own_client()
    {
        await using var host = await KeycloakAsync("hub");
        var answer = await host.QueryAsAsync(Keycloak(_ => { }), "{ who { client scopes purpose } }");
        Assert.Equal(
            """{"data":{"who":{"client":"bri","scopes":["KUR_DECIDE","REGISTRY_READ"],"purpose":"KUR_ELIGIBILITY"}}}""", answer.Body);
    }

    public static TheoryData<string> Others => ["ID", "Refresh", "Offline", "Logout", "bearer"];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Other_tokens_of_Keycloak_are_no_access_tokens(string kind)
    {
        await using var host = await KeycloakAsync("hub");
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.QueryAsAsync(Keycloak(payload => payload["typ"] = kind))).Status);
    }

    [Fact]
    public async Task The_audience_that_every_client_of_a_realm_has_needs_roles_for_the_hub_beside_it()
    {
        await using var host = await KeycloakAsync("account");
        Assert.Equal(HttpStatusCode.OK, (await host.QueryAsAsync(Keycloak(payload => payload["aud"] = "account"))).Status);
        var foreign = Keycloak(payload =>
        {
            payload["aud"] = "account";
            payload["resource_access"] = new JsonObject { ["other"] = new JsonObject { ["roles"] = new JsonArray("kur.decide") } };
        });
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.QueryAsAsync(foreign)).Status);
    }

    [Theory]
    [InlineData("""{"realm_access":"kur.decide"}""")]
    [InlineData("""{"realm_access":{"roles":7}}""")]
    [InlineData("""{"resource_access":[]}""")]
    [InlineData("""{"resource_access":{"hub":"steward.all"}}""")]
    public async Task Roles_of_another_shape_refuse_the_token(string members)
    {
        await using var host = await KeycloakAsync("hub");
        var token = Keycloak(payload =>
        {
            foreach (var (name, value) in JsonNode.Parse(members)!.AsObject()) payload[name] = value!.DeepClone();
        });
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.QueryAsAsync(token)).Status);
    }

    [Fact]
    public async Task An_authority_may_be_known_by_another_name_than_its_address()
    {
        issuer.Name = "https://login.example.go.id/realms/lampung";
        await using var host = await StartAsync(new()
        {
            ["Oidc:Authority"] = issuer.Address,
            ["Oidc:Issuer"] = issuer.Name,
            ["Oidc:Audience"] = "hub",
            ["Oidc:ClientId"] = "hub",
        });
        Assert.Equal(HttpStatusCode.OK, (await host.QueryAsAsync(Keycloak(payload => payload["iss"] = issuer.Name))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.QueryAsAsync(Keycloak(payload => payload["iss"] = issuer.Address))).Status);
    }

    [Theory]
    [InlineData("AzureAd:AllowedTenants:0", "common", "GUIDs")]
    [InlineData("Oidc:Audience", "account", "Oidc:ClientId")]
    public async Task Settings_that_would_let_everybody_in_stop_the_start(string name, string value, string said)
    {
        var settings = new Dictionary<string, string?>
        {
            ["AzureAd:TenantId"] = Home,
            ["Oidc:Authority"] = "https://login.example",
            [name] = value,
        };
        if (name.StartsWith("AzureAd", StringComparison.Ordinal)) settings["AzureAd:ClientId"] = ClientId;
        else settings.Remove("AzureAd:TenantId");
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(settings));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    private string Entra(string name, string tenant)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return issuer.Sign(new
        {
            iss = name,
            aud = ClientId,
            sub = "s",
            azp = "bank",
            tid = tenant,
            roles = new[] { "kur.decide" },
            iat = now,
            nbf = now,
            exp = now + 3600,
        });
    }

    private string Keycloak(Action<JsonObject> change)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var payload = JsonNode.Parse(
            """
            {
              "jti": "b1", "aud": ["hub", "account"], "sub": "f:1", "typ": "Bearer", "azp": "bri", "sid": "s", "acr": "1",
              "realm_access": { "roles": ["offline_access", "registry.read"] },
              "resource_access": { "hub": { "roles": ["kur.decide"] }, "other": { "roles": ["steward.all"] } },
              "scope": "profile email", "clientHost": "10.0.0.1", "preferred_username": "service-account-bri"
            }
            """)!.AsObject();
        (payload["iss"], payload["iat"], payload["exp"]) = (issuer.Address, now, now + 300);
        change(payload);
        return issuer.Sign(payload);
    }

    private Task<RunningHost> KeycloakAsync(string audience) => StartAsync(new()
    {
        ["Oidc:Authority"] = issuer.Address,
        ["Oidc:Audience"] = audience,
        ["Oidc:ClientId"] = "hub",
    });

    private static Task<RunningHost> StartAsync(Dictionary<string, string?> settings) =>
        RunningHost.StartAsync(
            new Dictionary<string, string?>(settings) { ["DataHub:Partners:Unregistered"] = "ByToken" }, environment: "Production");
}
