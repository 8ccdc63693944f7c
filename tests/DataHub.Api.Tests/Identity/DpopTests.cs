using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataHub.Api.Identity;
using DataHub.Api.Identity.Sandbox;
using DataHub.Api.Tests.WebSockets;

namespace DataHub.Api.Tests.Identity;

/// <summary>RFC 9449: tokens that are bound to a client's key. Each wrong proof differs in one thing from one that is taken.</summary>
public sealed class DpopTests(HostFixture fixture) : IClassFixture<HostFixture>, IDisposable
{
    private const string Query = "{ hello __schema { types { name } } }";

    private readonly RunningHost host = fixture.Host;
    private readonly ClientKey key = new();

    private Uri Address => new(host.Address, "/graphql");

    [Fact]
    public async Task A_bound_token_with_a_proof_is_taken_once_for_each_proof()
    {
        var token = Bound();
        for (var turn = 0; turn < 3; turn++)
            Assert.Equal("""{"data":{"hello":"Hello world"}}""", (await AskAsync(token, key.Proof(Address, token), query: "{ hello }")).Body);
        var proof = key.Proof(Address, token);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(token, proof)).Status);
        AssertRefused(await AskAsync(token, proof), "invalid_dpop_proof");
    }

    [Fact]
    public async Task Query_and_fragment_do_not_count_and_addresses_are_normalised()
    {
        var token = Bound();
        foreach (var htu in new[] { $"{Address}?x=1#y", Address.AbsoluteUri.Replace("http://", "HTTP://", StringComparison.Ordinal) })
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(token, key.Proof(Address, token, (_, payload) => payload["htu"] = htu))).Status);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("DPoP")]
    public async Task A_bound_token_without_a_proof_is_refused_also_after_it_was_taken(string scheme)
    {
        var token = Bound();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(token, key.Proof(Address, token))).Status);
        AssertRefused(await AskAsync(token, proof: null, scheme), "invalid_token");
        if (scheme == "Bearer") AssertRefused(await AskAsync(token, key.Proof(Address, token), scheme), "invalid_token");
    }

    [Fact]
    public async Task A_token_that_is_not_bound_is_not_taken_with_the_scheme_DPoP()
    {
        var token = host.Token();
        AssertRefused(await AskAsync(token, key.Proof(Address, token)), "invalid_token");
        AssertRefused(await AskAsync(token, proof: null), "invalid_token");
    }

    public static TheoryData<string> Wrongs => [.. Changes.Keys];

    private static readonly Dictionary<string, Action<Dictionary<string, object?>, Dictionary<string, object?>>> Changes = new()
    {
        ["no typ"] = (header, _) => header["typ"] = null,
        ["typ JWT"] = (header, _) => header["typ"] = "JWT",
        ["typ at+jwt"] = (header, _) => header["typ"] = "at+jwt",
        ["alg none"] = (header, _) => header["alg"] = "none",
        ["alg HS256"] = (header, _) => header["alg"] = "HS256",
        ["alg RS256 on an EC key"] = (header, _) => header["alg"] = "RS256",
        ["alg ES384"] = (header, _) => header["alg"] = "ES384",
        ["no jwk"] = (header, _) => header["jwk"] = null,
        ["jwk is text"] = (header, _) => header["jwk"] = "key",
        ["jwk with a private member"] = (header, _) => ((Dictionary<string, object?>)header["jwk"]!)["d"] = "AQAB",
        ["jwk symmetric"] = (header, _) => header["jwk"] = new { kty = "oct", k = "c2VjcmV0" },
        ["jwk beside the curve"] = (header, _) => ((Dictionary<string, object?>)header["jwk"]!)["y"] = Text.Base64Url(new byte[32]),
        ["jwk of another curve"] = (header, _) => ((Dictionary<string, object?>)header["jwk"]!)["crv"] = "P-384",
        ["jku beside jwk"] = (header, _) => header["jku"] = "http://127.0.0.1:1/keys",
        ["x5u beside jwk"] = (header, _) => header["x5u"] = "http://127.0.0.1:1/keys",
        ["crit"] = (header, _) => header["crit"] = new[] { "exp" },
        ["no jti"] = (_, payload) => payload["jti"] = null,
        ["empty jti"] = (_, payload) => payload["jti"] = "",
        ["jti is a number"] = (_, payload) => payload["jti"] = 7,
        ["jti too long"] = (_, payload) => payload["jti"] = new string('x', 257),
        ["no htm"] = (_, payload) => payload["htm"] = null,
        ["htm GET"] = (_, payload) => payload["htm"] = "GET",
        ["htm post"] = (_, payload) => payload["htm"] = "post",
        ["no htu"] = (_, payload) => payload["htu"] = null,
        ["htu of another host"] = (_, payload) => payload["htu"] = "http://evil.example/graphql",
        ["htu of another path"] = (_, payload) => payload["htu"] = $"{payload["htu"]}/other",
        ["htu with TLS"] = (_, payload) => payload["htu"] = $"{payload["htu"]}".Replace("http:", "https:", StringComparison.Ordinal),
        ["htu with a user"] = (_, payload) => payload["htu"] = $"{payload["htu"]}".Replace("//", "//x@", StringComparison.Ordinal),
        ["htu relative"] = (_, payload) => payload["htu"] = "/graphql",
        ["no iat"] = (_, payload) => payload["iat"] = null,
        ["iat is text"] = (_, payload) => payload["iat"] = "now",
        ["iat before"] = (_, payload) => payload["iat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 90,
        ["iat after"] = (_, payload) => payload["iat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 90,
        ["no ath"] = (_, payload) => payload["ath"] = null,
        ["ath of another token"] = (_, payload) => payload["ath"] = Text.Base64Url(SHA256.HashData("other"u8.ToArray())),
        ["ath in base64"] = (_, payload) => payload["ath"] = $"{payload["ath"]}=",
    };

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task A_wrong_proof_is_refused(string wrong)
    {
        var token = Bound();
        AssertRefused(await AskAsync(token, key.Proof(Address, token, Changes[wrong])), "invalid_dpop_proof");
    }

    [Fact]
    public async Task The_proof_of_another_key_or_a_damaged_one_or_two_are_refused()
    {
        using var other = new ClientKey();
        var token = Bound();
        AssertRefused(await AskAsync(token, other.Proof(Address, token)), "invalid_dpop_proof");
        AssertRefused(await AskAsync(token, other.Proof(Address, token, (header, _) => header["jwk"] = key.Jwk)), "invalid_dpop_proof");
        AssertRefused(await AskAsync(token, key.Proof(Address, token)[..^8] + "AAAAAAAA"), "invalid_dpop_proof");
        AssertRefused(await AskAsync(token, "x"), "invalid_dpop_proof");
        var request = Request(token, key.Proof(Address, token), "DPoP", Query);
        request.Headers.TryAddWithoutValidation("DPoP", key.Proof(Address, token));
        AssertRefused(await host.SendAsync(request), "");
    }

    [Fact]
    public async Task A_proof_that_was_made_for_another_host_is_not_taken_under_its_name()
    {
        var token = Bound();
        var request = Request(token, key.Proof(new Uri("http://evil.example/graphql"), token), "DPoP", Query);
        request.Headers.Host = "evil.example";
        AssertRefused(await host.SendAsync(request), "invalid_dpop_proof");
    }

    [Fact]
    public async Task Behind_a_proxy_proofs_name_the_public_address()
    {
        await using var behind = await RunningHost.StartAsync(
            new Dictionary<string, string?> { ["DataHub:Identity:PublicAddress"] = "https://hub.example.go.id" });
        var token = Bound(behind);
        var known = Request(token, key.Proof(new Uri("https://hub.example.go.id/graphql"), token), "DPoP", "{ hello }");
        Assert.Equal(HttpStatusCode.OK, (await behind.SendAsync(known)).Status);
        var inner = Request(token, key.Proof(new Uri(behind.Address, "/graphql"), token), "DPoP", Query);
        AssertRefused(await behind.SendAsync(inner), "invalid_dpop_proof");
    }

    [Theory]
    [InlineData("Dpop", true)]
    [InlineData("Either", true)]
    [InlineData("Mtls", false)]
    public async Task A_client_whose_tokens_must_be_bound_gets_nothing_with_others(string constraint, bool takesKey)
    {
        await using var strict = await RunningHost.StartAsync(new Dictionary<string, string?>
        {
            ["DataHub:Identity:Clients:bank-sandbox:SenderConstraint"] = constraint,
        });
        var answer = await strict.QueryAsAsync(strict.Token(), Query);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("UNAUTHENTICATED", answer.Code);
        Assert.Equal(HttpStatusCode.OK, (await strict.QueryAsAsync(strict.Token("partner-sandbox"), "{ hello }")).Status);
        var token = Bound(strict);
        var proven = Request(token, key.Proof(new Uri(strict.Address, "/graphql"), token), "DPoP", "{ hello }");
        Assert.Equal(takesKey ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await strict.SendAsync(proven)).Status);
    }

    [Theory]
    [InlineData("""{"kid":"x"}""")]
    [InlineData("""{}""")]
    [InlineData("""{"jwk":{"kty":"oct","k":"AA"}}""")]
    [InlineData("\"jkt\"")]
    [InlineData("null")]
    public async Task A_token_that_is_bound_to_what_cannot_be_proven_is_refused(string confirmation)
    {
        var token = new TokenForge(host).Claim("cnf", JsonDocument.Parse(confirmation).RootElement).Sign();
        foreach (var scheme in new[] { "Bearer", "DPoP" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(token, key.Proof(Address, token), scheme)).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_socket_is_opened_with_a_proof_for_its_handshake(bool isGood)
    {
        var token = Bound();
        var proof = key.Proof(Address, token, (_, payload) => payload["htm"] = isGood ? "GET" : "POST");
        using var socket = await TestSocket.ConnectAsync(host);
        await socket.SendAsync(JsonSerializer.Serialize(
            new { type = "connection_init", payload = new { authorization = $"DPoP {token}", dpop = proof } }));
        if (isGood) Assert.Contains("connection_ack", await socket.ReceiveAsync(), StringComparison.Ordinal);
        else Assert.Equal(4403, (await socket.ClosedAsync()).Code);
    }

    [Fact]
    public async Task A_socket_is_not_opened_by_a_bound_token_alone()
    {
        using var socket = await TestSocket.ConnectAsync(host);
        await socket.InitialiseAsync(Bound());
        Assert.Equal(4403, (await socket.ClosedAsync()).Code);
    }

    [Fact]
    public async Task The_token_endpoint_binds_a_token_to_the_key_of_the_proof()
    {
        var endpoint = new Uri(host.Address, "/connect/token");
        var proof = key.Proof(endpoint, null);
        var answer = await TokenAsync(proof);
        Assert.Equal("DPoP", answer.Json.GetProperty("token_type").GetString());
        var token = answer.Json.GetProperty("access_token").GetString()!;
        AssertRefused(await AskAsync(token, proof: null, "Bearer"), "invalid_token");
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(token, key.Proof(Address, token))).Status);
        foreach (var bad in new[] { proof, key.Proof(Address, null), key.Proof(endpoint, null, (_, payload) => payload["htm"] = "GET"), "x" })
        {
            var refused = await TokenAsync(bad);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Equal("invalid_dpop_proof", refused.Json.GetProperty("error").GetString());
        }
    }

    public void Dispose() => key.Dispose();

    private string Bound(RunningHost? at = null) =>
        (at ?? host).Sandbox.Issue(SandboxClient.Find("bank-sandbox")!, ["kur.decide"], null, new TokenBinding(null, key.Thumbprint, true));

    private Task<Answer> AskAsync(string token, string? proof, string scheme = "DPoP", string query = Query) =>
        host.SendAsync(Request(token, proof, scheme, query));

    private async Task<Answer> TokenAsync(string proof)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token")
        {
            Content = new FormUrlEncodedContent(
                [new("grant_type", "client_credentials"), new("client_id", "bank-sandbox"), new("client_secret", "sandbox")]),
        };
        request.Headers.TryAddWithoutValidation("DPoP", proof);
        return await host.SendAsync(request);
    }

    private static HttpRequestMessage Request(string token, string? proof, string scheme, string query)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        { Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", $"{scheme} {token}");
        if (proof is not null) request.Headers.TryAddWithoutValidation("DPoP", proof);
        return request;
    }

    private static void AssertRefused(Answer answer, string error)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("UNAUTHENTICATED", answer.Code);
        Assert.False(answer.HasData);
        var challenge = answer.Message.Headers.WwwAuthenticate.ToString();
        Assert.StartsWith("DPoP realm=\"datahub\"", challenge, StringComparison.Ordinal);
        Assert.Contains(error, challenge, StringComparison.Ordinal);
        Assert.Contains("algs=\"ES256 RS256\"", challenge, StringComparison.Ordinal);
    }
}
