using System.Text.Json;
using DataHub.Api.Identity.Keys;

namespace DataHub.Api.Identity;

/// <summary>The payload of a token. Times are Unix seconds; null where the claim is absent.</summary>
internal sealed record TokenClaims(string Issuer, double Expires, double? NotBefore, double? IssuedAt)
{
    // What only other kinds of tokens say: ID tokens (OpenID Connect Core 1.0, sections 2 and 3.3.2.11), security events and logout tokens
    // (RFC 8417, section 2.2).
    private static readonly string[] OfOtherTokens = ["at_hash", "c_hash", "s_hash", "events"];

    public string Client { get; private init; } = "";

    public string Subject { get; private init; } = "";

    public string? Organisation { get; private init; }

    public string? Person { get; private init; }

    /// <summary>Claim <c>tid</c>; null when absent.</summary>
    public string? Tenant { get; private init; }

    public IReadOnlyList<string> Audiences { get; private init; } = [];

    /// <summary>
    /// Of <c>scp</c>, <c>scope</c> (space-separated or arrays), <c>roles</c> (an array) and Keycloak's <c>realm_access</c>, as they stand.
    /// </summary>
    public IReadOnlyList<string> Scopes { get; private init; } = [];

    /// <summary>Keycloak's <c>resource_access</c>: roles by the client whose they are.</summary>
    public IReadOnlyDictionary<string, string[]> ClientRoles { get; private init; } = new Dictionary<string, string[]>();

    /// <summary>Claim <c>cnf</c>; null when absent.</summary>
    public TokenBinding? Binding { get; private init; }

    /// <summary>Null when a claim that every token must have is missing or of another type, or the token is of another kind.</summary>
    public static TokenClaims? Read(byte[] json) => CompactJws.ReadObject(json, Read);

    private static TokenClaims? Read(JsonElement payload)
    {
        var client = CompactJws.Text(payload, "azp") ?? CompactJws.Text(payload, "appid") ?? CompactJws.Text(payload, "client_id");
        var subject = CompactJws.Text(payload, "sub");
        if (CompactJws.Text(payload, "iss") is not { Length: > 0 } issuer) return null;
        if (CompactJws.Number(payload, "exp") is not { } expires) return null;
        if (string.IsNullOrEmpty(client) || string.IsNullOrEmpty(subject) || !IsAccessToken(payload)) return null;
        return new TokenClaims(issuer, expires, CompactJws.Number(payload, "nbf"), CompactJws.Number(payload, "iat"))
        {
            Client = client,
            Subject = subject,
            Organisation = CompactJws.Text(payload, "org"),
            Person = CompactJws.Text(payload, "person"),
            Tenant = CompactJws.Text(payload, "tid"),
            Audiences = Audience(payload),
            Scopes =
            [
                .. Words(payload, "scp"), .. Words(payload, "scope"), .. Words(payload, "roles"),
                .. payload.TryGetProperty("realm_access", out var realm) ? Words(realm, "roles") : [],
            ],
            ClientRoles = payload.TryGetProperty("resource_access", out var clients)
                ? clients.EnumerateObject().ToDictionary(own => own.Name, own => Words(own.Value, "roles"), StringComparer.Ordinal)
                : new Dictionary<string, string[]>(),
            Binding = payload.TryGetProperty("cnf", out var confirmation) ? TokenBinding.Read(confirmation) : null,
        };
    }

    // Keycloak writes the kind into a claim "typ" (Bearer, DPoP; ID, Refresh, Offline, Logout are others), Cognito into "token_use". A
    // nonce is an ID token's, but older Keycloaks put it into both.
    private static bool IsAccessToken(JsonElement payload)
    {
        var kind = CompactJws.Text(payload, "typ");
        if (kind is not (null or "Bearer" or "DPoP")) return false;
        if (CompactJws.Text(payload, "token_use") is not (null or "access")) return false;
        if (kind is null && payload.TryGetProperty("nonce", out _)) return false;
        return !OfOtherTokens.Any(name => payload.TryGetProperty(name, out _));
    }

    // RFC 7519, section 4.1.3.
    private static string[] Audience(JsonElement payload)
    {
        if (!payload.TryGetProperty("aud", out var value)) return [];
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(audience => audience.GetString() ?? "")]
            : [value.GetString() ?? ""];
    }

    private static string[] Words(JsonElement owner, string name)
    {
        if (!owner.TryGetProperty(name, out var value)) return [];
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(word => word.GetString() ?? "")]
            : (value.GetString() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
