using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Input coercion of literals (sections 3.5, 3.9, 3.10 and 3.11), with the coerced variables that may stand inside them.
/// A list becomes an array of objects, an input object an <see cref="InputObject"/>, an enum value its name.
/// </summary>
internal sealed class LiteralCoercion(IReadOnlyDictionary<string, object?> variables, CoercionProblems problems)
{
    public bool TryCoerce(ValueNode literal, GraphQLType type, out object? value)
    {
        value = null;
        if (literal is VariableNode variable) return TryVariable(variable, type, out value);
        if (literal is NullValueNode) return !type.IsNonNull || problems.Add(CoercionText.NotNull(type));
        return type.Nullable switch
        {
            ListType list => TryList(literal, list, out value),
            InputObjectType input => TryObject(literal, input, out value),
            EnumType @enum => TryEnum(literal, @enum, out value),
            ScalarType scalar => TryScalar(literal, scalar, out value),
            _ => throw new InvalidOperationException($"{type} is no input type."),
        };
    }

    /// <summary>True when the value is there: it is no variable, or a variable with a value.</summary>
    public bool IsGiven(ValueNode? literal) =>
        literal is not null && (literal is not VariableNode variable || variables.ContainsKey(variable.Name.Value));

    private bool TryVariable(VariableNode variable, GraphQLType type, out object? value)
    {
        variables.TryGetValue(variable.Name.Value, out value);
        return value is not null || !type.IsNonNull || problems.Add(CoercionText.NotNull(type));
    }

    private bool TryList(ValueNode literal, ListType type, out object? value)
    {
        if (literal is not ListValueNode list)
        {
            var fits = TryCoerce(literal, type.Of, out var single);
            value = new[] { single };
            return fits;
        }
        var items = new object?[list.Values.Count];
        var allFit = true;
        for (var i = 0; i < items.Length; i++)
        {
            problems.Enter(i);
            allFit &= TryCoerce(list.Values[i], type.Of, out items[i]);
            problems.Leave();
        }
        value = items;
        return allFit;
    }

    private bool TryObject(ValueNode literal, InputObjectType type, out object? value)
    {
        value = null;
        if (literal is not ObjectValueNode node) return problems.Add(CoercionText.NoObject(type));
        if (type.IsOneOf && !CheckOneOf(node)) return false;
        var fits = CheckNames(node, type);
        var fields = new Dictionary<string, object?>(node.Fields.Count, StringComparer.Ordinal);
        foreach (var field in type.Fields) fits &= TryField(node, field, fields);
        value = new InputObject(type, fields);
        return fits;
    }

    private bool TryField(ObjectValueNode node, InputValueDefinition field, Dictionary<string, object?> fields)
    {
        var given = Find(node.Fields, field.Name);
        if (!IsGiven(given))
        {
            if (field.DefaultValue is not null) fields[field.Name] = InputValues.DefaultOf(field);
            else if (field.Type.IsNonNull) return problems.Add(CoercionText.Missing(field));
            return true;
        }
        problems.Enter(field.Name);
        var fits = TryCoerce(given!, field.Type, out var value);
        problems.Leave();
        fields[field.Name] = value;
        return fits;
    }

    private bool CheckNames(ObjectValueNode node, InputObjectType type)
    {
        for (var i = 0; i < node.Fields.Count; i++)
            if (type.Field(node.Fields[i].Name.Value) is null) return problems.Add(CoercionText.Unknown(node.Fields[i].Name.Value, type));
        return true;
    }

    internal static ValueNode? Find(IReadOnlyList<ObjectFieldNode> fields, string name)
    {
        for (var i = 0; i < fields.Count; i++)
            if (fields[i].Name.Value == name) return fields[i].Value;
        return null;
    }

    // Section 3.10.1: exactly one entry, and its value neither null nor a variable without a value.
    private bool CheckOneOf(ObjectValueNode node)
    {
        if (node.Fields.Count != 1) return problems.Add(CoercionText.OneKey);
        var only = node.Fields[0].Value;
        var isNull = only is NullValueNode
            || (only is VariableNode variable && variables.GetValueOrDefault(variable.Name.Value) is null);
        return !isNull || problems.Add(CoercionText.OneKeyNotNull(node.Fields[0].Name.Value));
    }

    private bool TryEnum(ValueNode literal, EnumType type, out object? value)
    {
        value = (literal as EnumValueNode)?.Value;
        return (value is string name && type.Value(name) is not null) || problems.Add(CoercionText.NoEnumValue(type));
    }

    private bool TryScalar(ValueNode literal, ScalarType type, out object? value) =>
        type.Codec.TryReadLiteral(literal, out value, out var problem) || problems.Add(problem ?? CoercionText.NoScalar(type));
}
