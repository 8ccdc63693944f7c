using System.Text.Json;
using System.Text.Unicode;

namespace DataHub.Api.Http;

/// <summary>Reads JSON from outside: strict, of bounded depth, and with strings that are Unicode text.</summary>
internal static class JsonText
{
    /// <summary>How deep values may nest.</summary>
    public const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    /// <summary>Null when the bytes are no such JSON. The document keeps pointing at <paramref name="utf8"/>.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> utf8)
    {
        // The JSON reader leaves the bytes within strings alone until someone asks for the string.
        if (!Utf8.IsValid(utf8.Span)) return null;
        try
        {
            return HasOnlyWholeSurrogates(utf8.Span) ? JsonDocument.Parse(utf8, Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // RFC 8259, section 8.2: "\uD800" alone is grammatical JSON but no Unicode text; PostgreSQL and every encoder would stumble over it.
    private static bool HasOnlyWholeSurrogates(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOf("\\ud"u8) < 0 && utf8.IndexOf("\\uD"u8) < 0) return true;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped) continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }
        return true;
    }
}
