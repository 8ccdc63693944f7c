using System.Buffers.Text;
using System.Text.Json;

namespace DataHub.Api.Identity;

/// <summary>The JOSE header of a token, read before anything is believed. RFC 8725 sections 3.1, 3.10, 3.11.</summary>
/// <param name="KeyId">Null when the header names no key.</param>
internal sealed record TokenHeader(string? KeyId)
{
    // Members that bring or point to a key, or demand extensions the hub would have to know (RFC 7515, section 4.1). Not x5t: Entra ID's
    // version 1 tokens carry it beside kid, and it points at nothing.
    private static readonly string[] Refused = ["jwk", "jku", "x5u", "x5c", "crit", "b64", "zip", "enc"];

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Null when a token with this header is not taken, whoever signed it.</summary>
    public static TokenHeader? Read(ReadOnlySpan<char> segment)
    {
        if (!TryDecode(segment, out var json)) return null;
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Check(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Decodes one segment of a token (RFC 7515, section 2: base64url without padding).</summary>
    public static bool TryDecode(ReadOnlySpan<char> segment, out byte[] bytes)
    {
        bytes = [];
        if (segment.Contains('=') || !Base64Url.IsValid(segment)) return false;
        bytes = Base64Url.DecodeFromChars(segment);
        return true;
    }

    private static TokenHeader? Check(JsonElement header)
    {
        if (header.ValueKind != JsonValueKind.Object || Text(header, "alg") is not ("RS256" or "ES256")) return null;
        if (Text(header, "typ")?.ToUpperInvariant() is not ("JWT" or "AT+JWT" or "APPLICATION/AT+JWT")) return null;
        if (header.EnumerateObject().Any(member => IsRefused(member.Name))) return null;
        return header.TryGetProperty("kid", out var kid) ? new TokenHeader(kid.GetString() ?? "") : new TokenHeader((string?)null);
    }

    private static bool IsRefused(string name) => Refused.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string? Text(JsonElement header, string name) =>
        header.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
