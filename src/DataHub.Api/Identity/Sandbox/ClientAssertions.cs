using System.Text.Json;
using DataHub.Api.Identity.Keys;
using DataHub.Api.Identity.Proofs;

namespace DataHub.Api.Identity.Sandbox;

/// <summary>
/// Clients that prove who they are by a signed assertion (RFC 7523, sections 2.2 and 3; <c>private_key_jwt</c> of OpenID Connect Core 1.0,
/// section 9).
/// </summary>
internal sealed class ClientAssertions(SandboxSettings settings, ClientKeys keys, SenderProofs senders, TimeProvider clock)
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private const int MaxLength = 4_096;
    private const int MaxIdLength = 256;
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(5);

    private readonly ReplayStore used = new(LongestLife + 2 * TokenTimes.Skew, 100_000, clock);

    /// <summary>The client that signed it; null when it proves nothing. One that was good is not good again.</summary>
    public SandboxClient? Check(string assertion, HttpRequest request)
    {
        if (assertion.Length > MaxLength || CompactJws.Read(assertion) is not { } text) return null;
        if (JoseHeader.Read(text.Header, JoseHeader.AssertionTypes) is not { } header) return null;
        if (CompactJws.ReadObject(text.Payload, Claims.Read) is not { } claims) return null;
        if (SandboxClient.Find(claims.Client) is not { } client) return null;
        if (!keys.Of(client.Id, header).Any(key => key.IsSigned(text, header.Algorithm))) return null;
        return IsForThis(claims.Audience, request) && IsNow(claims) && used.TryUse(client.Id, claims.Id) ? client : null;
    }

    // The issuer's name, or the endpoint's address as the client knows it. Nothing beside it: an assertion for two could be passed on.
    private bool IsForThis(string audience, HttpRequest request) =>
        audience == settings.Issuer || audience == senders.AddressOf(request)?.AbsoluteUri;

    private bool IsNow(Claims claims)
    {
        var (now, skew) = (clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0, TokenTimes.Skew.TotalSeconds);
        if (now >= claims.Expires + skew || claims.Expires > now + LongestLife.TotalSeconds + skew) return false;
        if (claims.NotBefore > now + skew || claims.IssuedAt > now + skew) return false;
        return claims.Expires - (claims.IssuedAt ?? claims.NotBefore ?? now) <= LongestLife.TotalSeconds;
    }

    private sealed record Claims(string Client, string Audience, string Id, double Expires)
    {
        public double? IssuedAt { get; private init; }

        public double? NotBefore { get; private init; }

        public static Claims? Read(JsonElement payload)
        {
            var (client, id) = (CompactJws.Text(payload, "iss"), CompactJws.Text(payload, "jti"));
            if (string.IsNullOrEmpty(client) || CompactJws.Text(payload, "sub") != client) return null;
            if (id is not { Length: > 0 and <= MaxIdLength } || CompactJws.Number(payload, "exp") is not { } expires) return null;
            if (!payload.TryGetProperty("aud", out var audience)) return null;
            if (audience.ValueKind == JsonValueKind.Array) audience = audience.EnumerateArray().Single();
            return new Claims(client, audience.GetString() ?? "", id, expires)
            {
                IssuedAt = CompactJws.Number(payload, "iat"),
                NotBefore = CompactJws.Number(payload, "nbf"),
            };
        }
    }
}
