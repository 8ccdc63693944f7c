using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using DataHub.Api.Http;

namespace DataHub.Api.Documents;

/// <summary>
/// Apollo's extension of requests: <c>{"persistedQuery": {"version": 1, "sha256Hash": "…"}}</c>, the hash being that of the document's
/// text in UTF-8.
/// </summary>
internal static class PersistedQueryExtension
{
    private static readonly Refusal Malformed = new(
        400, HttpErrorCodes.BadRequest,
        "'extensions.persistedQuery' must have the version 1 and a sha256Hash of 64 lower-case hexadecimal digits.");

    /// <summary>False when the extension is there but not as agreed. The hash is null when it is not there.</summary>
    public static bool TryRead(JsonElement? extensions, out string? hash, [NotNullWhen(false)] out Refusal? refusal)
    {
        (hash, refusal) = (null, null);
        if (extensions is not { } map || !map.TryGetProperty("persistedQuery"u8, out var extension)) return true;
        if (extension.ValueKind == JsonValueKind.Null) return true;
        hash = HashOf(extension);
        refusal = hash is null ? Malformed : null;
        return hash is not null;
    }

    private static string? HashOf(JsonElement extension) =>
        extension.ValueKind == JsonValueKind.Object
            && extension.TryGetProperty("version"u8, out var version)
            && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == 1
            && extension.TryGetProperty("sha256Hash"u8, out var hash)
            && hash.ValueKind == JsonValueKind.String && hash.GetString() is { } text && DocumentHash.IsHex(text)
            ? text
            : null;
}
