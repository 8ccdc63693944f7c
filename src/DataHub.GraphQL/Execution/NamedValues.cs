using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace DataHub.GraphQL.Execution;

/// <summary>Values by name, some of which may be missing; the names are shared by all requests with one document.</summary>
internal sealed class NamedValues(ValueNames names, object?[] values) : IReadOnlyDictionary<string, object?>
{
    /// <summary>Stands in the place of a value that was not given.</summary>
    public static readonly object Missing = new();

    public int Count => values.Count(v => !ReferenceEquals(v, Missing));

    public IEnumerable<string> Keys => this.Select(pair => pair.Key);

    public IEnumerable<object?> Values => this.Select(pair => pair.Value);

    public object? this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no \"{key}\".");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        var i = names.IndexOf(key);
        value = i < 0 ? Missing : values[i];
        if (!ReferenceEquals(value, Missing)) return true;
        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < values.Length; i++)
            if (!ReferenceEquals(values[i], Missing)) yield return new(names[i], values[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
