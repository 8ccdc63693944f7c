using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace DataHub.Api.Tests.Identity;

/// <summary>
/// RFC 8725 (best practices for JWT) as a list of attacks. Each forged token differs in one thing from one that is taken.
/// </summary>
public sealed class TokenAttackTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly RunningHost host = fixture.Host;

    [Fact]
    public async Task The_token_that_the_attacks_start_from_is_taken()
    {
        var answer = await host.QueryAsAsync(Forge().Sign());
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            """{"data":{"who":{"client":"forge","scopes":["KUR_DECIDE","REGISTRY_READ"],"purpose":"KUR_ELIGIBILITY","person":null}}}""",
            answer.Body);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("HS512")]
    [InlineData("RS384")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    [InlineData("")]
    [InlineData(7)]
    [InlineData(null)]
    public async Task Another_algorithm(object? algorithm) => await AssertRefusedAsync(Forge().Header("alg", algorithm).Sign());

    [Fact]
    public async Task No_signature_or_a_damaged_one()
    {
        var token = Forge().Sign();
        var unsigned = token[..(token.LastIndexOf('.') + 1)];
        await AssertRefusedAsync(unsigned);
        await AssertRefusedAsync(unsigned + Text.Base64Url(new byte[256]));
        await AssertRefusedAsync(Forge().Header("alg", "none").SignWith(_ => []));
        await AssertRefusedAsync(token[..^8] + "AAAAAAAA");
        await AssertRefusedAsync(token + "=");
    }

    [Fact]
    public async Task The_public_key_as_an_HMAC_secret()
    {
        foreach (var secret in new[] { RunningHost.Key.ExportRSAPublicKeyPem(), RunningHost.Key.ExportSubjectPublicKeyInfoPem() })
            await AssertRefusedAsync(
                Forge().Header("alg", "HS256").SignWith(input => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), input)));
    }

    [Fact]
    public async Task Another_key_under_the_known_name()
    {
        using var rsa = RSA.Create(2048);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await AssertRefusedAsync(Forge().Sign(rsa));
        await AssertRefusedAsync(Forge().Header("alg", "ES256").Sign(ec));
    }

    [Theory]
    [InlineData("jwk")]
    [InlineData("jku")]
    [InlineData("x5u")]
    [InlineData("x5c")]
    [InlineData("crit")]
    [InlineData("JKU")]
    [InlineData("b64")]
    [InlineData("zip")]
    [InlineData("enc")]
    [InlineData("cty")]
    public async Task A_header_that_brings_a_key_or_asks_for_extensions_is_refused_even_if_well_signed(string member)
    {
        await AssertRefusedAsync(Forge().Header(member, "https://127.0.0.1:1/keys").Sign());
        await AssertRefusedAsync(Forge().Header(member, new[] { "exp" }).Sign());
    }

    [Theory]
    [InlineData("other")]
    [InlineData("")]
    [InlineData("../../../../dev/null")]
    [InlineData("' or 1=1 --")]
    [InlineData("' union select 'c2VjcmV0' --")]
    [InlineData("/proc/sys/kernel/random/boot_id")]
    [InlineData("http://127.0.0.1:1/keys")]
    [InlineData("key\0")]
    [InlineData(7)]
    public async Task An_unknown_key_name(object keyId) => await AssertRefusedAsync(Forge().Header("kid", keyId).Sign());

    [Theory]
    [InlineData(null)]
    [InlineData("id+jwt")]
    [InlineData("dpop+jwt")]
    [InlineData("logout+jwt")]
    [InlineData("secevent+jwt")]
    [InlineData("client-authentication+jwt")]
    [InlineData("JWE")]
    [InlineData("")]
    [InlineData(1)]
    public async Task Another_type(object? type) => await AssertRefusedAsync(Forge().Header("typ", type).Sign());

    [Theory]
    [InlineData("iss", "https://evil.example")]
    [InlineData("iss", "https://sandbox.datahub.invalid/")]
    [InlineData("iss", null)]
    [InlineData("iss", 7)]
    [InlineData("aud", "other")]
    [InlineData("aud", null)]
    [InlineData("aud", "")]
    [InlineData("sub", null)]
    [InlineData("sub", "")]
    [InlineData("sub", 7)]
    [InlineData("azp", null)]
    [InlineData("exp", null)]
    [InlineData("exp", "9999999999")]
    [InlineData("exp", true)]
    [InlineData("exp", -1)]
    [InlineData("exp", 0)]
    [InlineData("nbf", "tomorrow")]
    [InlineData("iat", "0")]
    [InlineData("iat", 0)]
    [InlineData("scp", 7)]
    [InlineData("person", "AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("person", "1")]
    [InlineData("sub", new[] { "forge" })]
    [InlineData("aud", 7)]
    [InlineData("aud", new[] { "other", "another" })]
    [InlineData("aud", new object[] { "datahub", 7 })]
    [InlineData("scp", new object[] { "kur.decide", 7 })]
    [InlineData("roles", 7)]
    [InlineData("typ", "ID")]
    [InlineData("typ", "Refresh")]
    [InlineData("typ", "Logout")]
    [InlineData("nonce", "n-0S6_WzA2Mj")]
    [InlineData("at_hash", "77QmUPtjPfzWtF2AnpK9RQ")]
    [InlineData("c_hash", "LDktKdoQak3Pk0cnXxCltA")]
    [InlineData("events", "{}")]
    [InlineData("token_use", "id")]
    [InlineData("cnf", "x")]
    public async Task A_claim_that_is_wrong_or_missing(string name, object? value) =>
        await AssertRefusedAsync(Forge().Claim(name, value).Sign());

    [Theory]
    [InlineData("exp", -61)]
    [InlineData("exp", -86_400)]
    [InlineData("nbf", 120)]
    [InlineData("iat", 120)]
    [InlineData("exp", 86_500)]
    [InlineData("exp", 1e12)]
    public async Task A_time_outside_its_bounds(string name, double seconds) =>
        await AssertRefusedAsync(Forge().Time(name, seconds).Sign());

    [Fact]
    public async Task A_long_life_without_a_time_of_issue() =>
        await AssertRefusedAsync(Forge().Claim("iat", null).Time("exp", 86_400 + 120).Sign());

    [Theory]
    [InlineData("exp", -30)]
    [InlineData("nbf", 30)]
    [InlineData("iat", 30)]
    [InlineData("exp", 86_000)]
    public async Task Clocks_may_differ_by_a_minute_and_tokens_live_a_day(string name, double seconds) =>
        Assert.Equal(HttpStatusCode.OK, (await host.QueryAsAsync(Forge().Time(name, seconds).Sign())).Status);

    [Fact]
    public async Task A_claim_that_stands_twice()
    {
        var exp = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 600;
        const string Rest =
            "\"iss\":\"https://sandbox.datahub.invalid\",\"aud\":\"datahub\",\"sub\":\"x\",\"azp\":\"x\",\"scp\":\"kur.decide\"";
        Assert.Equal(HttpStatusCode.OK, (await host.QueryAsAsync(Forge().SignPayload($"{{{Rest},\"exp\":{exp}}}"))).Status);
        await AssertRefusedAsync(Forge().SignPayload($"{{{Rest},\"exp\":{exp},\"scp\":\"steward.all\"}}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("a.b.c.d.e")]
    [InlineData("...")]
    [InlineData("e30.e30.e30")]
    [InlineData("bnVsbA.bnVsbA.")]
    public async Task What_is_no_token_at_all(string token) => await AssertRefusedAsync(token);

    [Fact]
    public async Task A_token_too_long_to_be_one() => await AssertRefusedAsync(Forge().Claim("x", new string('x', 8_000)).Sign());

    [Fact]
    public async Task A_token_anywhere_but_in_the_Authorization_header_is_not_seen()
    {
        var token = Forge().Sign();
        var request = new HttpRequestMessage(HttpMethod.Get,
            $"/graphql?query={{hello}}&access_token={token}&authorization=Bearer%20{token}");
        request.Headers.Add("Cookie", $"access_token={token}");
        request.Headers.Add("X-Access-Token", token);
        request.Headers.Add("X-Forwarded-Authorization", $"Bearer {token}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic YmFuay1zYW5kYm94OnNhbmRib3g=")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    public async Task Without_a_token_the_answer_is_401_and_tells_nothing_of_the_schema(string? authorization)
    {
        foreach (var query in new[] { "{ hello }", "{ __schema { types { name } } }", "{ helo }", "{" })
        {
            var request = host.Post($$"""{"query":"{{query}}"}""");
            request.Headers.Remove("Authorization");
            if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
            var answer = await host.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            Assert.Equal("Bearer realm=\"datahub\"", answer.Message.Headers.WwwAuthenticate.ToString());
            Assert.Equal("application/graphql-response+json", answer.MediaType);
            const string Message = "The request needs an access token: Authorization: Bearer <token>.";
            Assert.Equal($$$"""{"errors":[{"message":"{{{Message}}}","extensions":{"code":"UNAUTHENTICATED"}}]}""", answer.Body);
        }
    }

    [Fact]
    public async Task A_forged_token_does_not_ride_on_a_good_one_that_was_seen_before()
    {
        var good = Forge().Sign();
        Assert.Equal(HttpStatusCode.OK, (await host.QueryAsAsync(good)).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.QueryAsAsync(good)).Status);
        var parts = good.Split('.');
        var other = Forge().Claim("scp", "steward.all").Sign().Split('.');
        await AssertRefusedAsync($"{parts[0]}.{other[1]}.{parts[2]}");
    }

    [Fact]
    public async Task A_member_of_the_header_that_stands_twice()
    {
        var keyId = host.Sandbox.Key.PublicKey.KeyId;
        Assert.Equal(HttpStatusCode.OK, (await host.QueryAsAsync(
            Forge().SignHeader($$"""{"alg":"RS256","typ":"JWT","kid":"{{keyId}}"}"""))).Status);
        foreach (var twice in new[] { "\"alg\":\"RS256\"", $"\"kid\":\"{keyId}\"", "\"typ\":\"JWT\"", "\"\\u0061lg\":\"none\"" })
            await AssertRefusedAsync(Forge().SignHeader($$"""{"alg":"RS256","typ":"JWT","kid":"{{keyId}}",{{twice}}}"""));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"RS256\"")]
    [InlineData("{\"alg\":\"RS256\"} {}")]
    [InlineData("{\"alg\":\"RS256\",}")]
    [InlineData("{\"alg\":[\"RS256\"],\"typ\":\"JWT\"}")]
    [InlineData("{\"alg\":\"rs256\",\"typ\":\"JWT\"}")]
    public async Task A_header_that_is_none(string header) => await AssertRefusedAsync(Forge().SignHeader(header));

    [Fact]
    public async Task A_token_spelled_another_way_is_another_text()
    {
        var token = Forge().Sign();
        var parts = token.Split('.');
        await AssertRefusedAsync($"{parts[0]}.{parts[1]}.{parts[2].Insert(8, " ")}");
        await AssertRefusedAsync($"{parts[0]}.{parts[1]} .{parts[2]}");
        await AssertRefusedAsync($"{parts[0]}.{parts[1]}.{parts[2]}.{parts[2]}");
        await AssertRefusedAsync($"{parts[0]}.{parts[1]}.{parts[2]}.");
        await AssertRefusedAsync($".{token}");
        await AssertRefusedAsync($"{parts[0]}=.{parts[1]}.{parts[2]}");
        await AssertRefusedAsync($"{parts[1]}.{parts[0]}.{parts[2]}");
    }

    [Fact]
    public async Task A_token_within_a_token_and_an_encrypted_one()
    {
        await AssertRefusedAsync(Forge().SignPayload($"\"{Forge().Sign()}\""));
        await AssertRefusedAsync($"{Text.Base64Url("""{"alg":"RSA-OAEP","enc":"A256GCM","cty":"JWT"}""")}.AA.AA.AA.AA");
        await AssertRefusedAsync($"{Text.Base64Url("""{"alg":"dir","enc":"A256GCM"}""")}..AA.AA.AA");
    }

    [Fact]
    public async Task A_payload_that_nests_deep_or_is_no_Unicode()
    {
        await AssertRefusedAsync(Forge().SignPayload(new string('[', 2_000) + new string(']', 2_000)));
        await AssertRefusedAsync(Forge().Claim("sub", "x").SignPayload("{\"sub\":\"\\ud800\"}"));
        await AssertRefusedAsync(Forge().SignPayload(""));
    }

    [Fact]
    public async Task Two_Authorization_headers_are_refused_whichever_is_good()
    {
        var good = Forge().Sign();
        foreach (var (first, second) in new[] { (good, "x"), ("x", good), (good, good) })
        {
            var request = RunningHost.PostAs(first, """{"query":"{ hello }"}""", "application/graphql-response+json");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {second}");
            var answer = await host.SendAsync(request);
            // Both in one line, as HTTP allows for lists, or in two: neither is one token.
            Assert.InRange((int)answer.Status, 400, 401);
            Assert.Equal("UNAUTHENTICATED", answer.Code);
        }
    }

    [Fact]
    public async Task Nothing_is_fetched_from_addresses_that_tokens_name()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/keys";
        foreach (var member in new[] { "jku", "x5u", "kid", "jwk", "x5c" })
            await AssertRefusedAsync(Forge().Header(member, address).Sign());
        foreach (var claim in new[] { "iss", "jku", "x5u", "jwks_uri" })
        {
            var answer = await host.QueryAsAsync(Forge().Claim(claim, address).Sign());
            Assert.Equal(claim == "iss" ? HttpStatusCode.Unauthorized : HttpStatusCode.OK, answer.Status);
        }
        await AssertRefusedAsync(Forge().Claim("cnf", new { jku = address }).Sign());
        Assert.False(listener.Pending());
    }

    private TokenForge Forge() => new(host);

    private async Task AssertRefusedAsync(string token)
    {
        var answer = await host.QueryAsAsync(token, "{ hello __schema { types { name } } }");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.StartsWith("Bearer realm=\"datahub\"", answer.Message.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal("UNAUTHENTICATED", answer.Code);
        Assert.False(answer.HasData);
    }
}
