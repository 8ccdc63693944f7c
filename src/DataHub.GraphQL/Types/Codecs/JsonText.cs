using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace DataHub.GraphQL.Types.Codecs;

internal static class JsonText
{
    /// <summary>
    /// The text of a JSON string; false for other kinds and for strings that are no Unicode text: JSON allows an escaped surrogate
    /// without its partner ("\uD800"), and <see cref="JsonElement.GetString"/> throws for it.
    /// </summary>
    public static bool TryGet(JsonElement json, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (json.ValueKind != JsonValueKind.String) return false;
        try
        {
            text = json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
