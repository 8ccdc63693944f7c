using System.Globalization;
using System.Text.Json;
using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Sources.Http;

/// <summary>
/// Reads a record's fields as text. What no text can be made of, an object or list, is given as JSON behind
/// <see cref="FieldReader.WrongType"/>; so is every field of a record that is no object.
/// </summary>
internal sealed class JsonFields(JsonElement record)
{
    /// <summary>Text of a field; empty when it is absent or null.</summary>
    public string Text(string name)
    {
        if (record.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined)) return Wrong(record);
        if (!TryGet(name, out var value)) return "";
        return value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => Number(value),
            JsonValueKind.String => String(value),
            _ => Wrong(value),
        };
    }

    /// <summary>The first of several fields that has text.</summary>
    public string First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Text(name) is { Length: > 0 } text) return text;
        return "";
    }

    /// <summary>A whole number; 0 when the field has none.</summary>
    public long Whole(string name) =>
        long.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The elements of a list; null when the field is absent, null or no list.</summary>
    public IReadOnlyList<JsonElement>? List(string name) =>
        TryGet(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : null;

    /// <summary>
    /// The fields of one element of a list, the first in an order; of the field itself when it is no list. Without fields when there is
    /// nothing.
    /// </summary>
    public JsonFields Part(string name, Func<JsonFields, int> order)
    {
        if (!TryGet(name, out var value) || value.ValueKind == JsonValueKind.Null) return new JsonFields(default);
        if (value.ValueKind != JsonValueKind.Array) return new JsonFields(value);
        return value.EnumerateArray().Select(element => new JsonFields(element)).OrderBy(order).FirstOrDefault() ?? new JsonFields(default);
    }

    private bool TryGet(string name, out JsonElement value)
    {
        value = default;
        return record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out value);
    }

    private static string Wrong(JsonElement value) => FieldReader.WrongType + value.GetRawText();

    // The reader of amounts takes the comma for the decimal sign whatever follows it, and a dot before three digits for a thousand.
    private static string Number(JsonElement value) => value.TryGetDecimal(out var number)
        ? number.ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ',')
        : value.GetRawText();

    private static string String(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON's grammar allows the escape, no text has it.
            return Wrong(value);
        }
    }
}
