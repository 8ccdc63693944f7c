namespace DataHub.Credit;

/// <summary>Typed access to a coerced input object: an absent field and an explicit null are both null.</summary>
internal readonly struct InputFields(IReadOnlyDictionary<string, object?> input)
{
    /// <summary>Text; blank text counts as nothing given.</summary>
    public string? Text(string name) => Raw(name) switch
    {
        null => null,
        string text => string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        var other => throw WrongType(name, other),
    };

    public T? Value<T>(string name)
        where T : struct => Raw(name) switch
        {
            null => null,
            T value => value,
            var other => throw WrongType(name, other),
        };

    /// <summary>An enum value by its SDL name: SUPER_MIKRO is SuperMikro.</summary>
    public T? Enum<T>(string name)
        where T : struct, Enum => Raw(name) switch
        {
            null => null,
            string text => EnumWords.Parse<T>(text),
            var other => throw WrongType(name, other),
        };

    public InputFields? Nested(string name) => Raw(name) switch
    {
        null => null,
        IReadOnlyDictionary<string, object?> fields => new InputFields(fields),
        var other => throw WrongType(name, other),
    };

    private object? Raw(string name) => input.GetValueOrDefault(name);

    private static ArgumentException WrongType(string name, object value) =>
        new($"Field {name} has a value of type {value.GetType().Name}, which the contract does not allow.");
}
