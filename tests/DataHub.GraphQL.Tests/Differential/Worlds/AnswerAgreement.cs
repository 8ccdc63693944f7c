using System.Text.Json;
using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Tests.Differential.Worlds;

/// <summary>
/// What section 6.4.4 leaves open: of several errors whose nulls move up to the same position, which are told. Each null that an error
/// made has one on both sides, at a place where something was wrong.
/// </summary>
/// <param name="data">The answer, the same on both sides.</param>
/// <param name="before">The answer if no output type were non-null.</param>
/// <param name="causes">The paths of the errors then.</param>
internal sealed class AnswerAgreement(JsonElement data, JsonElement before, JsonElement causes)
{
    private const string Echo = "args:";

    private readonly HashSet<string> failed = [.. causes.EnumerateArray().Select(PathText)];

    /// <summary>True when both are the same values in the same order; numbers as doubles.</summary>
    public static bool Same(JsonElement ours, JsonElement theirs)
    {
        if (ours.ValueKind != theirs.ValueKind) return false;
        return ours.ValueKind switch
        {
            JsonValueKind.Object => ours.GetPropertyCount() == theirs.GetPropertyCount()
                && ours.EnumerateObject().Zip(theirs.EnumerateObject(), (a, b) => a.Name == b.Name && Same(a.Value, b.Value)).All(s => s),
            JsonValueKind.Array => ours.GetArrayLength() == theirs.GetArrayLength()
                && ours.EnumerateArray().Zip(theirs.EnumerateArray(), Same).All(s => s),
            JsonValueKind.Number => ours.GetDouble().Equals(theirs.GetDouble()) || (ours.GetDouble() == 0 && theirs.GetDouble() == 0),
            JsonValueKind.String => SameText(ours.GetString()!, theirs.GetString()!),
            _ => true,
        };
    }

    /// <summary>Null when they agree.</summary>
    public string? OfErrors(IReadOnlyList<JsonElement> ours, IReadOnlyList<JsonElement> theirs)
    {
        if (ours.Select(PathOf).Distinct().Count() != ours.Count) return "an error is told twice";
        if (ours.FirstOrDefault(e => !IsCause(e.GetProperty("path"))) is { ValueKind: not JsonValueKind.Undefined } baseless)
            return $"nothing was wrong at {PathOf(baseless)}";
        var (ourNulls, theirNulls) = (ours.Select(NullOf).ToHashSet(), theirs.Select(NullOf).ToHashSet());
        if (!ourNulls.SetEquals(theirNulls))
            return $"nulls of errors differ: {Join(ourNulls.Except(theirNulls))} / {Join(theirNulls.Except(ourNulls))}";
        if (ourNulls.Count != ours.Count) return "two errors for one null";
        var places = theirs.GroupBy(PathOf).ToDictionary(g => g.Key, g => g.First().GetProperty("locations"));
        // Where arguments do not fit, this side names the field and the other the value.
        return ours.Where(e => !IsOfArguments(e) && places.TryGetValue(PathOf(e), out var place) && !IsAt(e, place))
            .Select(e => $"locations differ at {PathOf(e)}").FirstOrDefault();
    }

    private static string Join(IEnumerable<string> paths) => string.Join(' ', paths);

    private static bool IsAt(JsonElement error, JsonElement locations) => JsonElement.DeepEquals(error.GetProperty("locations"), locations);

    private static bool IsOfArguments(JsonElement error) =>
        error.GetProperty("extensions").GetProperty("code").GetString() == ErrorCodes.Variables;

    private static bool SameText(string ours, string theirs)
    {
        if (!theirs.StartsWith(Echo, StringComparison.Ordinal)) return ours == theirs;
        using var arguments = JsonDocument.Parse(theirs[Echo.Length..]);
        return ours == Echo + CoercedValue.Of(arguments.RootElement);
    }

    private bool IsCause(JsonElement path)
    {
        if (failed.Contains(PathText(path))) return true;
        return At(before, path) is { ValueKind: JsonValueKind.Null };
    }

    private static JsonElement? At(JsonElement root, JsonElement path)
    {
        foreach (var step in path.EnumerateArray())
        {
            if (root.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) return null;
            root = step.ValueKind == JsonValueKind.String ? root.GetProperty(step.GetString()!) : root[step.GetInt32()];
        }
        return root;
    }

    /// <summary>The position that is null in the answer at or above the error.</summary>
    private string NullOf(JsonElement error)
    {
        var (value, text) = (data, "");
        foreach (var step in error.GetProperty("path").EnumerateArray())
        {
            if (value.ValueKind == JsonValueKind.Null) return text;
            value = step.ValueKind == JsonValueKind.String ? value.GetProperty(step.GetString()!) : value[step.GetInt32()];
            text += $".{step}";
        }
        return value.ValueKind == JsonValueKind.Null ? text : $"{text} is not null";
    }

    private static string PathOf(JsonElement error) => PathText(error.GetProperty("path"));

    private static string PathText(JsonElement path) =>
        string.Join('.', path.EnumerateArray().Select(s => s.ToString()));
}
