using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace DataHub.Api.Identity.Keys;

/// <summary>A JWS in its compact form (RFC 7515, section 7.1), taken apart. Nothing of it is believed yet.</summary>
/// <param name="Header">Decoded.</param>
/// <param name="Payload">Decoded.</param>
/// <param name="Input">What was signed: header and payload as they were sent.</param>
/// <param name="Signature">Decoded.</param>
internal sealed record CompactJws(byte[] Header, byte[] Payload, byte[] Input, byte[] Signature)
{
    // A member named twice would mean one thing here and another to whoever checked it before (RFC 7515, section 4).
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    // The decoder of the runtime skips white space, which RFC 7515, section 2 does not allow.
    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Null for anything but three segments of base64url; the five of an encrypted token (RFC 7516) among it.</summary>
    public static CompactJws? Read(string text)
    {
        Span<Range> segments = stackalloc Range[4];
        var whole = text.AsSpan();
        if (whole.Split(segments, '.') != 3) return null;
        if (!TryDecode(whole[segments[0]], out var header) || !TryDecode(whole[segments[1]], out var payload)) return null;
        if (!TryDecode(whole[segments[2]], out var signature) || signature.Length == 0) return null;
        return new CompactJws(header, payload, Encoding.ASCII.GetBytes(text, 0, segments[1].End.Value), signature);
    }

    /// <summary>
    /// What <paramref name="read"/> makes of a JSON object; null when the bytes are none, or when it asks for a member of another type.
    /// </summary>
    public static T? ReadObject<T>(byte[] json, Func<JsonElement, T?> read) where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : null;
        }
        // GetString and GetDouble throw InvalidOperationException for another JSON type, and for text that is not UTF-8.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Decodes base64url without padding (RFC 7515, section 2).</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = [];
        if (text.ContainsAnyExcept(Alphabet) || !Base64Url.IsValid(text)) return false;
        bytes = Base64Url.DecodeFromChars(text);
        return true;
    }

    /// <summary>The text of a member; null when it is absent. Throws <see cref="InvalidOperationException"/> for another type.</summary>
    public static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>The number of a member; null when it is absent. Throws for another type, and for what no double holds.</summary>
    public static double? Number(JsonElement owner, string name)
    {
        if (!owner.TryGetProperty(name, out var value)) return null;
        var number = value.GetDouble();
        return double.IsFinite(number) ? number : throw new FormatException();
    }
}
