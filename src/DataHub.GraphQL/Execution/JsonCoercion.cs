using System.Text.Json;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>Input coercion of the JSON values of variables; yields what <see cref="LiteralCoercion"/> yields.</summary>
internal sealed class JsonCoercion(CoercionProblems problems)
{
    /// <summary>Tells whether a value fits, not why it does not; safe for use by many threads at once.</summary>
    public static readonly JsonCoercion Quiet = new(CoercionProblems.Ignored);

    public bool TryCoerce(JsonElement json, GraphQLType type, out object? value)
    {
        value = null;
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return !type.IsNonNull || problems.Add(CoercionText.NotNull(type));
        return type.Nullable switch
        {
            ListType list => TryList(json, list, out value),
            InputObjectType input => TryObject(json, input, out value),
            EnumType @enum => TryEnum(json, @enum, out value),
            ScalarType scalar => TryScalar(json, scalar, out value),
            _ => throw new InvalidOperationException($"{type} is no input type."),
        };
    }

    private bool TryList(JsonElement json, ListType type, out object? value)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            var fits = TryCoerce(json, type.Of, out var single);
            value = new[] { single };
            return fits;
        }
        var items = new object?[json.GetArrayLength()];
        var allFit = true;
        var i = 0;
        foreach (var item in json.EnumerateArray())
        {
            problems.Enter(i);
            allFit &= TryCoerce(item, type.Of, out items[i++]);
            problems.Leave();
        }
        value = items;
        return allFit;
    }

    private bool TryObject(JsonElement json, InputObjectType type, out object? value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.Object) return problems.Add(CoercionText.NoObject(type));
        if (type.IsOneOf && !CheckOneOf(json, type)) return false;
        var fits = CheckNames(json, type);
        var fields = new Dictionary<string, object?>(type.Fields.Count, StringComparer.Ordinal);
        foreach (var field in type.Fields) fits &= TryField(json, field, fields);
        value = new InputObject(type, fields);
        return fits;
    }

    private bool TryField(JsonElement json, InputValueDefinition field, Dictionary<string, object?> fields)
    {
        if (!json.TryGetProperty(field.Name, out var given))
        {
            if (field.DefaultValue is not null) fields[field.Name] = InputValues.DefaultOf(field);
            else if (field.Type.IsNonNull) return problems.Add(CoercionText.Missing(field));
            return true;
        }
        problems.Enter(field.Name);
        var fits = TryCoerce(given, field.Type, out var value);
        problems.Leave();
        fields[field.Name] = value;
        return fits;
    }

    private bool CheckNames(JsonElement json, InputObjectType type)
    {
        foreach (var property in json.EnumerateObject())
            if (type.Field(property.Name) is null) return problems.Add(CoercionText.Unknown(property.Name, type));
        return true;
    }

    private bool CheckOneOf(JsonElement json, InputObjectType type)
    {
        var members = json.EnumerateObject().ToList();
        if (members.Count != 1) return problems.Add(CoercionText.OneKey);
        if (members[0].Value.ValueKind != JsonValueKind.Null) return true;
        return problems.Add(type.Field(members[0].Name) is { } field
            ? CoercionText.OneKeyNotNull(field.Name)
            : CoercionText.Unknown(members[0].Name, type));
    }

    private bool TryEnum(JsonElement json, EnumType type, out object? value)
    {
        value = json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        return (value is string name && type.Value(name) is not null) || problems.Add(CoercionText.NoEnumValue(type));
    }

    private bool TryScalar(JsonElement json, ScalarType type, out object? value) =>
        type.Codec.TryReadJson(json, out value, out var problem) || problems.Add(problem ?? CoercionText.NoScalar(type));
}
