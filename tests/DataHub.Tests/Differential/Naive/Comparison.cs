using System.Globalization;
using System.Text.Json;

namespace DataHub.Tests.Differential.Naive;

/// <summary>Compares an answer with the expected one, member by member.</summary>
internal sealed class Comparison(CursorBook cursors)
{
    /// <summary>The first difference, with its path; null when there is none.</summary>
    public string? Difference(object? expected, JsonElement actual, string path = "data") => expected switch
    {
        null => actual.ValueKind == JsonValueKind.Null ? null : Told(path, "null", actual),
        ExpectedObject members => Members(members.Members, actual, path),
        ExpectedList list => Items(list.Items, actual, path),
        ExpectedCursor place => actual.ValueKind == JsonValueKind.String && cursors.Agrees(actual.GetString()!, place)
            ? null
            : Told(path, "the cursor of its row and of no other", actual),
        ExpectedOneOf any => any.Values.Any(value => IsSame(value, actual)) ? null : Told(path, $"one of {string.Join(", ", any.Values)}", actual),
        ExpectedNow => actual.ValueKind == JsonValueKind.String && DateTimeOffset.TryParse(actual.GetString(), CultureInfo.InvariantCulture, out _)
            ? null
            : Told(path, "a point in time", actual),
        _ => IsSame(expected, actual) ? null : Told(path, Convert.ToString(expected, CultureInfo.InvariantCulture)!, actual),
    };

    private string? Members(IReadOnlyList<(string Key, object? Value)> members, JsonElement actual, string path)
    {
        if (actual.ValueKind != JsonValueKind.Object) return Told(path, "an object", actual);
        var names = actual.EnumerateObject().Select(m => m.Name).ToList();
        return names.SequenceEqual(members.Select(m => m.Key), StringComparer.Ordinal)
            ? members.Select(m => Difference(m.Value, actual.GetProperty(m.Key), $"{path}.{m.Key}")).FirstOrDefault(d => d is not null)
            : Told(path, $"the members {string.Join(", ", members.Select(m => m.Key))}", actual);
    }

    private string? Items(IReadOnlyList<object?> items, JsonElement actual, string path)
    {
        if (actual.ValueKind != JsonValueKind.Array) return Told(path, "a list", actual);
        var shared = actual.EnumerateArray().Zip(items).Select((pair, i) => Difference(pair.Second, pair.First, $"{path}[{i}]")).FirstOrDefault(d => d is not null);
        if (shared is not null) return shared;
        return actual.GetArrayLength() == items.Count ? null : Told(path, $"{items.Count} items", actual);
    }

    private static bool IsSame(object expected, JsonElement actual) => (expected, actual.ValueKind) switch
    {
        (string text, JsonValueKind.String) => actual.GetString() == text,
        (bool answer, JsonValueKind.True or JsonValueKind.False) => actual.GetBoolean() == answer,
        (double number, JsonValueKind.Number) => actual.GetDouble().Equals(number),
        (int or long, JsonValueKind.Number) => actual.GetRawText() == Convert.ToString(expected, CultureInfo.InvariantCulture),
        _ => false,
    };

    private static string Told(string path, string expected, JsonElement actual)
    {
        var told = actual.GetRawText();
        var size = actual.ValueKind == JsonValueKind.Array ? $"{actual.GetArrayLength()} items, " : "";
        return $"{path}: expected {expected}, the hub says {size}{(told.Length <= 300 ? told : told[..300] + "…")}";
    }
}
