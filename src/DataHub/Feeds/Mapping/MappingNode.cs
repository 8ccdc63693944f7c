using System.Text.Json;

namespace DataHub.Feeds.Mapping;

/// <summary>A value of a mapping with its path; what is not of the form asked for becomes a fault and null.</summary>
internal sealed record MappingNode(JsonElement Value, string Path, MappingFaults Faults)
{
    public bool IsObject() => Value.ValueKind == JsonValueKind.Object || Fault("must be an object {…}");

    /// <summary>A member of an object; null when it is missing or null.</summary>
    public MappingNode? Member(string name) =>
        Value.ValueKind == JsonValueKind.Object && Value.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new MappingNode(value, Path.Length == 0 ? name : $"{Path}.{name}", Faults)
            : null;

    /// <summary>Tells of members that are none: most of them are slips of the pen.</summary>
    public void Known(params ReadOnlySpan<string> names)
    {
        if (Value.ValueKind != JsonValueKind.Object) return;
        foreach (var member in Value.EnumerateObject())
            if (!names.Contains(member.Name))
                Faults.Add(Path.Length == 0 ? member.Name : $"{Path}.{member.Name}",
                    $"is no member; known are {string.Join(", ", names.ToArray())}");
    }

    public IEnumerable<MappingNode> Items()
    {
        if (Value.ValueKind == JsonValueKind.Array)
            return Value.EnumerateArray().Select((item, index) => new MappingNode(item, $"{Path}[{index}]", Faults));
        Fault("must be a list […]");
        return [];
    }

    public string? Text()
    {
        if (Value.ValueKind == JsonValueKind.String) return Value.GetString();
        Fault("must be a text");
        return null;
    }

    public int? Whole()
    {
        if (Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out var number)) return number;
        Fault("must be a whole number");
        return null;
    }

    public decimal? Number()
    {
        if (Value.ValueKind == JsonValueKind.Number && Value.TryGetDecimal(out var number)) return number;
        Fault("must be a number");
        return null;
    }

    public bool? Flag()
    {
        if (Value.ValueKind is JsonValueKind.True or JsonValueKind.False) return Value.GetBoolean();
        Fault("must be true or false");
        return null;
    }

    public IReadOnlyList<string> Texts()
    {
        if (Value.ValueKind == JsonValueKind.String) return [Value.GetString()!];
        return [.. Items().Select(item => item.Text()).OfType<string>()];
    }

    public IReadOnlyDictionary<string, string> Table()
    {
        var table = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!IsObject()) return table;
        foreach (var member in Value.EnumerateObject())
        {
            var node = new MappingNode(member.Value, $"{Path}.{member.Name}", Faults);
            var text = member.Value.ValueKind == JsonValueKind.Number ? member.Value.GetRawText() : node.Text();
            if (text is not null) table[member.Name] = text;
        }
        return table;
    }

    /// <summary>A member of an enum, by its name in camel case.</summary>
    public T? OneOf<T>() where T : struct, Enum
    {
        var text = Text();
        if (text is null) return null;
        foreach (var value in Enum.GetValues<T>())
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase)) return value;
        var names = Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]);
        Fault($"must be one of {string.Join(", ", names)}");
        return null;
    }

    private bool Fault(string reason)
    {
        Faults.Add(Path, reason);
        return false;
    }
}
