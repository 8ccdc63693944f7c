using System.Collections;
using System.Diagnostics.CodeAnalysis;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// A coerced input object (section 3.10 Input Coercion): one entry for every field that was given or has a default, so that a field
/// that was left out and one that was given as null differ.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "Input object is the specification's word.")]
public sealed class InputObject(InputObjectType type, IReadOnlyDictionary<string, object?> fields) : IReadOnlyDictionary<string, object?>
{
    public InputObjectType Type { get; } = type;

    public int Count => fields.Count;

    public IEnumerable<string> Keys => fields.Keys;

    public IEnumerable<object?> Values => fields.Values;

    public object? this[string key] => fields[key];

    public bool ContainsKey(string key) => fields.ContainsKey(key);

    public bool TryGetValue(string key, out object? value) => fields.TryGetValue(key, out value);

    /// <summary>
    /// The value as <typeparamref name="T"/>; default when the field was left out or is null. Throws when it is of another type.
    /// </summary>
    public T? Get<T>(string name) => fields.TryGetValue(name, out var value) && value is not null ? (T)value : default;

    /// <summary>A nested input object; null when the field was left out or is null.</summary>
    public InputObject? Object(string name) => Get<InputObject>(name);

    /// <summary>
    /// A list's items as <typeparamref name="T"/>; null when the field was left out or is null. Null items become default.
    /// </summary>
    public IReadOnlyList<T?>? List<T>(string name) => InputValues.AsList<T>(fields.GetValueOrDefault(name));

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
