using System.Text.Json;

namespace DataHub.Api.Identity;

/// <summary>The payload of a token. Times are Unix seconds; null where the claim is absent.</summary>
internal sealed record TokenClaims(string Issuer, double Expires, double? NotBefore, double? IssuedAt)
{
    // A claim named twice would mean one thing here and another to whoever checked it before.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    public string Client { get; private init; } = "";

    public string Subject { get; private init; } = "";

    public string? Organisation { get; private init; }

    public string? Person { get; private init; }

    /// <summary>Of <c>scp</c>, <c>scope</c> (space-separated or arrays) and <c>roles</c> (an array), as they stand.</summary>
    public IReadOnlyList<string> Scopes { get; private init; } = [];

    /// <summary>Null when a claim that every token must have is missing or of another type.</summary>
    public static TokenClaims? Read(ReadOnlySpan<char> segment)
    {
        if (!TokenHeader.TryDecode(segment, out var json)) return null;
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // GetString and GetDouble throw InvalidOperationException on another JSON type, which refuses the token.
    private static TokenClaims? Read(JsonElement payload)
    {
        var client = Text(payload, "azp") ?? Text(payload, "appid") ?? Text(payload, "client_id");
        var subject = Text(payload, "sub");
        if (Text(payload, "iss") is not { Length: > 0 } issuer || Number(payload, "exp") is not { } expires) return null;
        if (string.IsNullOrEmpty(client) || string.IsNullOrEmpty(subject)) return null;
        return new TokenClaims(issuer, expires, Number(payload, "nbf"), Number(payload, "iat"))
        {
            Client = client,
            Subject = subject,
            Organisation = Text(payload, "org"),
            Person = Text(payload, "person"),
            Scopes = [.. Words(payload, "scp"), .. Words(payload, "scope"), .. Words(payload, "roles")],
        };
    }

    private static string? Text(JsonElement payload, string name) => payload.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static double? Number(JsonElement payload, string name)
    {
        if (!payload.TryGetProperty(name, out var value)) return null;
        var number = value.GetDouble();
        return double.IsFinite(number) ? number : throw new JsonException();
    }

    private static string[] Words(JsonElement payload, string name)
    {
        if (!payload.TryGetProperty(name, out var value)) return [];
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(word => word.GetString() ?? "")]
            : (value.GetString() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
