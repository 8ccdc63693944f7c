using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// JSON may write half of a surrogate pair as <c>\ud800</c> (RFC 8259 section 8.2). System.Text.Json parses that and throws later,
/// whenever
/// the text or a name beside it is read, so it is looked for first.
/// </summary>
internal static class JsonSurrogates
{
    private const int EscapeLength = 6; // \uXXXX

    public static bool HasUnpaired(JsonElement json)
    {
        var rest = JsonMarshal.GetRawUtf8Value(json);
        for (var at = rest.IndexOf((byte)'\\'); at >= 0; at = rest.IndexOf((byte)'\\'))
        {
            rest = rest[at..];
            if (IsEscape(rest, 0xD800, 0xDBFF) && IsEscape(rest[EscapeLength..], 0xDC00, 0xDFFF))
                rest = rest[(2 * EscapeLength)..];
            else if (IsEscape(rest, 0xD800, 0xDFFF))
                return true;
            else
                rest = rest[2..];
        }
        return false;
    }

    private static bool IsEscape(ReadOnlySpan<byte> text, int from, int to) =>
        text.Length >= EscapeLength && text[0] == '\\' && text[1] == 'u'
        && int.TryParse(text[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
        && unit >= from && unit <= to;
}
