using System.Net;

namespace DataHub.Api.Tests.Identity;

/// <summary>RFC 7523: a sandbox client that signs its requests for tokens.</summary>
public sealed class ClientAssertionTests : IAsyncLifetime, IDisposable
{
    private const string Client = "bank-sandbox";
    private readonly ClientKey key = new();
    private string file = "";
    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, key.Pem);
        host = await RunningHost.StartAsync(new Dictionary<string, string?> { [$"DataHub:Sandbox:ClientKeys:{Client}"] = file });
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        File.Delete(file);
    }

    public void Dispose() => key.Dispose();

    [Fact]
    public async Task A_signed_assertion_gets_a_token_once()
    {
        foreach (var audience in new[] { Endpoint, "https://sandbox.datahub.invalid" })
        {
            var assertion = Assertion((_, payload) => payload["aud"] = audience);
            var answer = await AskAsync(assertion);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            var token = answer.Json.GetProperty("access_token").GetString()!;
            Assert.Contains(Client, (await host.QueryAsAsync(token)).Body, StringComparison.Ordinal);
            AssertRefused(await AskAsync(assertion));
        }
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Assertion((_, payload) => payload["aud"] = new[] { Endpoint }))).Status);
    }

    public static TheoryData<string> Wrongs => [.. Changes.Keys];

    private static readonly Dictionary<string, Action<Dictionary<string, object?>, Dictionary<string, object?>>> Changes = new()
    {
        ["alg none"] = (header, _) => header["alg"] = "none",
        ["alg HS256"] = (header, _) => header["alg"] = "HS256",
        ["alg RS256"] = (header, _) => header["alg"] = "RS256",
        ["jwk"] = (header, _) => header["jwk"] = new { kty = "EC" },
        ["jku"] = (header, _) => header["jku"] = "http://127.0.0.1:1/keys",
        ["crit"] = (header, _) => header["crit"] = new[] { "exp" },
        ["typ dpop+jwt"] = (header, _) => header["typ"] = "dpop+jwt",
        ["no iss"] = (_, payload) => payload["iss"] = null,
        ["iss of another"] = (_, payload) => payload["iss"] = "partner-sandbox",
        ["no sub"] = (_, payload) => payload["sub"] = null,
        ["sub of another"] = (_, payload) => payload["sub"] = "steward-sandbox",
        ["both of another"] = (_, payload) => payload["iss"] = payload["sub"] = "steward-sandbox",
        ["no aud"] = (_, payload) => payload["aud"] = null,
        ["aud of another"] = (_, payload) => payload["aud"] = "https://other.example/token",
        ["two aud"] = (_, payload) => payload["aud"] = new[] { payload["aud"], "https://other.example" },
        ["aud the hub"] = (_, payload) => payload["aud"] = "datahub",
        ["no jti"] = (_, payload) => payload["jti"] = null,
        ["no exp"] = (_, payload) => payload["exp"] = null,
        ["exp as text"] = (_, payload) => payload["exp"] = "9999999999",
        ["exp before"] = (_, payload) => payload["exp"] = Now - 90,
        ["exp in 10 minutes"] = (_, payload) => payload["exp"] = Now + 600,
        ["life of 10 minutes"] = (_, payload) => payload["iat"] = Now - 540,
        ["nbf later"] = (_, payload) => payload["nbf"] = Now + 90,
        ["iat later"] = (_, payload) => payload["iat"] = Now + 90,
    };

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task A_wrong_assertion_is_invalid_client(string wrong) => AssertRefused(await AskAsync(Assertion(Changes[wrong])));

    [Fact]
    public async Task Another_key_another_client_and_other_ways_beside_it_are_refused()
    {
        using var other = new ClientKey();
        AssertRefused(await AskAsync(Assertion(null, other)));
        AssertRefused(await AskAsync(Assertion(), ("client_id", "steward-sandbox")));
        AssertRefused(await AskAsync("x.y.z"));
        foreach (var (name, value) in new[] { ("client_secret", "sandbox"), ("client_assertion_type", "urn:other") })
        {
            var answer = await AskAsync(Assertion(), (name, value));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal("invalid_request", answer.Json.GetProperty("error").GetString());
        }
    }

    [Fact]
    public async Task A_client_that_signs_has_no_secret_any_more()
    {
        async Task<Answer> Ask(string client)
        {
            using var form = new FormUrlEncodedContent(
                [new("grant_type", "client_credentials"), new("client_id", client), new("client_secret", "sandbox")]);
            return await Answer.OfAsync(await host.Client.PostAsync("/connect/token", form));
        }
        AssertRefused(await Ask(Client));
        Assert.Equal(HttpStatusCode.OK, (await Ask("partner-sandbox")).Status);
    }

    [Theory]
    [InlineData("nobody-sandbox", "names no sandbox client")]
    [InlineData("bank-sandbox", "cannot be read")]
    [InlineData("partner-sandbox", "must hold public keys")]
    public async Task Keys_that_cannot_serve_stop_the_start(string client, string said)
    {
        var garbage = Path.GetTempFileName();
        await File.WriteAllTextAsync(garbage, """{"keys":[{"kty":"oct","k":"c2VjcmV0"}]}""");
        var settings = new Dictionary<string, string?>
        {
            [$"DataHub:Sandbox:ClientKeys:{client}"] = client == "bank-sandbox" ? "/nowhere/keys.json" : garbage,
        };
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => RunningHost.StartAsync(settings));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        File.Delete(garbage);
    }

    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private string Endpoint => new Uri(host.Address, "/connect/token").AbsoluteUri;

    private string Assertion(Action<Dictionary<string, object?>, Dictionary<string, object?>>? change = null, ClientKey? signer = null)
    {
        var header = new Dictionary<string, object?> { ["alg"] = "ES256", ["typ"] = "JWT" };
        var payload = new Dictionary<string, object?>
        {
            ["iss"] = Client,
            ["sub"] = Client,
            ["aud"] = Endpoint,
            ["jti"] = Guid.NewGuid().ToString(),
            ["iat"] = Now,
            ["exp"] = Now + 60,
        };
        change?.Invoke(header, payload);
        return (signer ?? key).Sign(header, payload);
    }

    private async Task<Answer> AskAsync(string assertion, params (string Name, string Value)[] more)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = assertion,
        };
        foreach (var (name, value) in more) form[name] = value;
        return await Answer.OfAsync(await host.Client.PostAsync("/connect/token", new FormUrlEncodedContent(form)));
    }

    private static void AssertRefused(Answer answer)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("invalid_client", answer.Json.GetProperty("error").GetString());
    }
}
