namespace DataHub.GraphQL.Types;

/// <summary>Section 3.6 and 3.7: what has fields.</summary>
public abstract class FieldsType(string name) : NamedType(name)
{
    private readonly Dictionary<string, FieldDefinition> byName = new(StringComparer.Ordinal);

    /// <summary>In the order of the SDL.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; private set; } = [];

    /// <summary>Interfaces this type implements, as declared.</summary>
    public IReadOnlyList<InterfaceType> Interfaces { get; internal set; } = [];

    /// <summary>Null when the type has no such field; meta fields are not in here.</summary>
    public FieldDefinition? Field(string fieldName) => byName.GetValueOrDefault(fieldName);

    internal void SetFields(IReadOnlyList<FieldDefinition> fields)
    {
        Fields = fields;
        byName.Clear();
        foreach (var field in fields) byName.TryAdd(field.Name, field);
    }
}

/// <summary>Section 3.6 Objects.</summary>
public sealed class ObjectType(string name) : FieldsType(name);

/// <summary>Section 3.7 Interfaces.</summary>
public sealed class InterfaceType(string name) : FieldsType(name);

/// <summary>Section 3.8 Unions.</summary>
public sealed class UnionType(string name) : NamedType(name)
{
    public IReadOnlyList<ObjectType> Types { get; internal set; } = [];
}

/// <summary>Section 3.9 Enums.</summary>
public sealed class EnumType(string name) : NamedType(name)
{
    private readonly Dictionary<string, EnumValueDefinition> byName = new(StringComparer.Ordinal);

    public IReadOnlyList<EnumValueDefinition> Values { get; private set; } = [];

    public EnumValueDefinition? Value(string valueName) => byName.GetValueOrDefault(valueName);

    internal void SetValues(IReadOnlyList<EnumValueDefinition> values)
    {
        Values = values;
        byName.Clear();
        foreach (var value in values) byName.TryAdd(value.Name, value);
    }
}

/// <summary>Section 3.10 Input Objects.</summary>
public sealed class InputObjectType(string name) : NamedType(name)
{
    private readonly Dictionary<string, InputValueDefinition> byName = new(StringComparer.Ordinal);

    public IReadOnlyList<InputValueDefinition> Fields { get; private set; } = [];

    /// <summary>Section 3.10.1: exactly one field is given, and not null.</summary>
    public bool IsOneOf { get; internal set; }

    public InputValueDefinition? Field(string fieldName) => byName.GetValueOrDefault(fieldName);

    internal void SetFields(IReadOnlyList<InputValueDefinition> fields)
    {
        Fields = fields;
        byName.Clear();
        foreach (var field in fields) byName.TryAdd(field.Name, field);
    }
}

/// <summary>Section 3.5 Scalars. What its values are in C# and in JSON is told by its <see cref="Codec"/>.</summary>
public sealed class ScalarType(string name) : NamedType(name)
{
    /// <summary>Section 3.13.4 @specifiedBy; null when the SDL gives none.</summary>
    public string? SpecifiedBy { get; internal set; }

    /// <summary>
    /// Reads and writes the scalar's values. Built-in scalars have theirs; a host sets those of custom scalars before the schema is used.
    /// </summary>
    public ScalarCodec Codec { get; set; } = ScalarCodec.Any;
}
