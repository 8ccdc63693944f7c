using System.Text.Json;

namespace DataHub.Api.Identity.Keys;

/// <summary>
/// The JOSE header of a token, proof or assertion, read before anything is believed. RFC 8725 sections 3.1, 3.10, 3.11.
/// </summary>
/// <param name="Algorithm"><c>RS256</c> or <c>ES256</c>.</param>
/// <param name="KeyId">Null when the header names no key.</param>
/// <param name="Key">The key that a proof brings; null where headers may bring none.</param>
internal sealed record JoseHeader(string Algorithm, string? KeyId, VerificationKey? Key)
{
    /// <summary>What a header may call an access token: RFC 9068, section 2.1 and, before it, just a JWT.</summary>
    public static readonly string[] AccessTokenTypes = ["JWT", "AT+JWT", "APPLICATION/AT+JWT"];

    /// <summary>RFC 9449, section 4.2.</summary>
    public static readonly string[] ProofTypes = ["DPOP+JWT"];

    /// <summary>RFC 7523 names none, its successor the last one.</summary>
    public static readonly string[] AssertionTypes = ["", "JWT", "CLIENT-AUTHENTICATION+JWT"];

    private const int LongestKeyId = 256;

    // Members that bring or point to a key, say that something else is inside, or demand extensions the hub would have to know (RFC 7515,
    // section 4.1). Not x5t: Entra ID's version 1 tokens carry it beside kid, and it points at nothing.
    private static readonly string[] Refused = ["jwk", "jku", "x5u", "x5c", "crit", "b64", "zip", "enc", "cty"];

    /// <summary>Null when nothing with this header is taken, whoever signed it.</summary>
    /// <param name="json">The decoded header.</param>
    /// <param name="types">Values of <c>typ</c> in capitals; empty for none at all.</param>
    /// <param name="bringsKey">True where the header has to bring the key itself (<c>jwk</c>).</param>
    public static JoseHeader? Read(byte[] json, string[] types, bool bringsKey = false) =>
        CompactJws.ReadObject(json, header => Check(header, types, bringsKey));

    private static JoseHeader? Check(JsonElement header, string[] types, bool bringsKey)
    {
        if (CompactJws.Text(header, "alg") is not (("RS256" or "ES256") and var algorithm)) return null;
        if (!types.Contains((CompactJws.Text(header, "typ") ?? "").ToUpperInvariant(), StringComparer.Ordinal)) return null;
        if (header.EnumerateObject().Any(member => IsRefused(member.Name) && !(bringsKey && member.Name == "jwk"))) return null;
        var keyId = header.TryGetProperty("kid", out var kid) ? kid.GetString() ?? "" : null;
        if (keyId?.Length > LongestKeyId) return null;
        if (!bringsKey) return new JoseHeader(algorithm, keyId, null);
        return header.TryGetProperty("jwk", out var jwk) && VerificationKey.FromJwk(jwk) is { } key
            ? new JoseHeader(algorithm, keyId, key)
            : null;
    }

    private static bool IsRefused(string name) => Refused.Contains(name, StringComparer.OrdinalIgnoreCase);
}
