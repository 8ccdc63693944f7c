using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataHub.Api.Identity.Sandbox;

namespace DataHub.Api.Tests.Identity;

public sealed class SandboxTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly RunningHost host = fixture.Host;

    [Theory]
    [InlineData("bank-sandbox", "registry.read credit.read kur.decide market.read", "002")]
    [InlineData("university-sandbox", "research.read", "unila")]
    [InlineData("partner-sandbox", "registry.read market.read seller.verify", "tapis-mal")]
    [InlineData("dashboard-sandbox", "registry.read market.read programme.read", "pemprov-lampung")]
    [InlineData("steward-sandbox", "steward.all registry.read credit.read training.read market.read", "diskop-lampung")]
    public async Task A_client_gets_a_token_that_the_hub_takes(string client, string scopes, string organisation)
    {
        foreach (var isBasic in new[] { false, true })
        {
            var answer = await AskAsync(client, "sandbox", isBasic);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.True(answer.Message.Headers.CacheControl!.NoStore);
            Assert.Equal("Bearer", answer.Json.GetProperty("token_type").GetString());
            Assert.Equal(3600, answer.Json.GetProperty("expires_in").GetInt32());
            Assert.Equal(scopes, answer.Json.GetProperty("scope").GetString());
            var token = answer.Json.GetProperty("access_token").GetString()!;
            var who = (await host.QueryAsAsync(token, "{ who { client subject organisation } }")).Body;
            Assert.Equal(
                $$$$"""{"data":{"who":{"client":"{{{{client}}}}","subject":"{{{{client}}}}","organisation":"{{{{organisation}}}}"}}}""",
                who);
        }
    }

    [Fact]
    public async Task A_token_has_the_claims_of_the_design_and_the_named_key()
    {
        var token = (await AskAsync("bank-sandbox")).Json.GetProperty("access_token").GetString()!;
        var (header, payload) = (Part(token, 0), Part(token, 1));
        var metadata = await GetAsync("/.well-known/openid-configuration");
        var key = (await GetAsync(new Uri(metadata.GetProperty("jwks_uri").GetString()!).PathAndQuery)).GetProperty("keys")[0];
        Assert.Equal("RS256", header.GetProperty("alg").GetString());
        Assert.Equal(key.GetProperty("kid").GetString(), header.GetProperty("kid").GetString());
        Assert.False(key.TryGetProperty("d", out _));
        Assert.Equal(metadata.GetProperty("issuer").GetString(), payload.GetProperty("iss").GetString());
        Assert.Equal(metadata.GetProperty("audience").GetString(), payload.GetProperty("aud").GetString());
        foreach (var claim in new[] { "sub", "azp", "scp", "org", "exp", "iat", "jti" })
            Assert.True(payload.TryGetProperty(claim, out _), claim);
        // RFC 7638, section 3: the required members in lexical order, hashed.
        var canonical = $$"""{"e":"{{key.GetProperty("e").GetString()}}","kty":"RSA","n":"{{key.GetProperty("n").GetString()}}"}""";
        Assert.Equal(Text.Base64Url(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))), key.GetProperty("kid").GetString());
    }

    [Theory]
    [InlineData("bank-sandbox", "wrong")]
    [InlineData("bank-sandbox", "")]
    [InlineData("nobody", "sandbox")]
    [InlineData("", "")]
    public async Task A_wrong_client_or_secret_is_invalid_client(string client, string secret)
    {
        foreach (var isBasic in new[] { false, true })
        {
            var answer = await AskAsync(client, secret, isBasic);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            Assert.Equal("invalid_client", answer.Json.GetProperty("error").GetString());
            Assert.Equal("Basic", answer.Message.Headers.WwwAuthenticate.Single().Scheme);
        }
    }

    [Theory]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    [InlineData("grant_type", "", "unsupported_grant_type")]
    [InlineData("scope", "steward.all", "invalid_scope")]
    [InlineData("scope", "registry.read nonsense", "invalid_scope")]
    public async Task Errors_are_those_of_RFC_6749(string name, string value, string error)
    {
        var answer = await AskAsync("bank-sandbox", "sandbox", isBasic: false, (name, value));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(error, answer.Json.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_client_may_ask_for_less_than_it_may_have()
    {
        var answer = await AskAsync("bank-sandbox", "sandbox", isBasic: false, ("scope", "kur.decide"));
        var token = answer.Json.GetProperty("access_token").GetString()!;
        Assert.Equal("""{"data":{"who":{"scopes":["KUR_DECIDE"]}}}""", (await host.QueryAsAsync(token, "{ who { scopes } }")).Body);
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("text/plain", "grant_type=client_credentials")]
    [InlineData("application/x-www-form-urlencoded", "")]
    public async Task What_is_no_form_is_invalid_request_or_client(string type, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        var answer = await Answer.OfAsync(await host.Client.PostAsync("/connect/token", content));
        Assert.Contains(answer.Json.GetProperty("error").GetString(), new[] { "invalid_request", "invalid_client" });
        Assert.InRange((int)answer.Status, 400, 401);
    }

    [Fact]
    public async Task A_form_of_many_kilobytes_is_refused()
    {
        var answer = await AskAsync("bank-sandbox", "sandbox", isBasic: false, ("padding", new string('x', 20_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
    }

    [Fact]
    public async Task Too_many_tokens_in_a_minute_are_429()
    {
        await using var strict = await RunningHost.StartAsync(new Dictionary<string, string?> { ["DataHub:Limits:TokensPerMinute"] = "2" });
        async Task<Answer> Ask(string client) =>
            await Answer.OfAsync(await strict.Client.PostAsync("/connect/token", Form(client, "sandbox")));
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.OK, (await Ask("bank-sandbox")).Status);
        var refused = await Ask("bank-sandbox");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.NotNull(refused.Message.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await Ask("partner-sandbox")).Status);
    }

    [Fact]
    public async Task The_token_endpoint_takes_POST_only()
    {
        var answer = await Answer.OfAsync(await host.Client.GetAsync("/connect/token?grant_type=client_credentials"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
    }

    [Fact]
    public async Task Without_the_database_an_owner_has_to_wait()
    {
        var answer = await AskAsync(SandboxClient.Owner);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal("temporarily_unavailable", answer.Json.GetProperty("error").GetString());
        Assert.DoesNotContain("127.0.0.1", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_its_own_is_made_once_and_is_for_its_owner_only()
    {
        var folder = Directory.CreateTempSubdirectory("datahub-key-");
        var path = Path.Combine(folder.FullName, "keys", "sandbox.pem");
        var first = SandboxSigningKey.LoadOrCreate(path);
        Assert.Equal("ES256", first.PublicKey.Alg);
        Assert.Equal(first.PublicKey.KeyId, SandboxSigningKey.LoadOrCreate(path).PublicKey.KeyId);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Tokens_of_the_hubs_own_key_are_taken()
    {
        await using var own = await RunningHost.StartAsync(new Dictionary<string, string?> { ["DataHub:Sandbox:SigningKeyFile"] = "" });
        Assert.Equal("ES256", own.Sandbox.Key.PublicKey.Alg);
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", (await own.QueryAsync("{ hello }")).Body);
    }

    private async Task<JsonElement> GetAsync(string path) => JsonDocument.Parse(await host.Client.GetStringAsync(path)).RootElement;

    private async Task<Answer> AskAsync(
        string client, string secret = "sandbox", bool isBasic = false, params (string Name, string Value)[] more)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token");
        if (isBasic)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client}:{secret}")));
            request.Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]);
        }
        else
        {
            request.Content = Form(client, secret, more);
        }
        return await host.SendAsync(request);
    }

    private static FormUrlEncodedContent Form(string client, string secret, params (string Name, string Value)[] more)
    {
        var members = new Dictionary<string, string>
        { ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = secret };
        foreach (var (name, value) in more) members[name] = value;
        return new FormUrlEncodedContent(members);
    }

    private static JsonElement Part(string token, int index) =>
        JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[index])).RootElement;
}
