using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;
using DataHub.GraphQL.Types.Codecs;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// Input coercion of the constants that SDL itself contains.
/// https://spec.graphql.org/September2025/#sec-Scalars.Input-Coercion and the like
/// Custom scalars take every constant here: their codecs come later, from the host.
/// </summary>
internal static class ConstantCheck
{
    /// <summary>What is wrong with a constant, and where; nothing for types that are no input types.</summary>
    public static IEnumerable<(SyntaxNode At, string Problem)> Problems(TypeSystemSyntax system, TypeNode type, ValueNode value) =>
        type switch
        {
            NonNullTypeNode when value is NullValueNode => [(value, $"{TypeText.Of(type)} cannot be null")],
            NonNullTypeNode nonNull => Problems(system, nonNull.Type, value),
            _ when value is NullValueNode => [],
            ListTypeNode list when value is ListValueNode items => items.Values.SelectMany(item => Problems(system, list.Type, item)),
            ListTypeNode list => Problems(system, list.Type, value),
            _ => system.Type(type) is { } named ? Problems(system, named, value) : [],
        };

    private static IEnumerable<(SyntaxNode At, string Problem)> Problems(TypeSystemSyntax system, TypeSyntax type, ValueNode value)
    {
        switch (type.Definition)
        {
            case ScalarTypeDefinitionNode:
                var codec = BuiltInCodecs.Find(type.Name) ?? ScalarCodec.Any;
                return codec.TryReadLiteral(value, out _, out var problem) ? [] : [(value, problem!)];
            case EnumTypeDefinitionNode:
                var isMember = value is EnumValueNode given && type.Values.Any(v => v.Name.Value == given.Value);
                return isMember ? [] : [(value, $"it must be one of the values of \"{type.Name}\"")];
            case InputObjectTypeDefinitionNode:
                return value is ObjectValueNode fields ? Problems(system, type, fields) : [(value, $"\"{type.Name}\" must be an object")];
            default:
                return [];
        }
    }

    private static IEnumerable<(SyntaxNode At, string Problem)> Problems(TypeSystemSyntax system, TypeSyntax type, ObjectValueNode value)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in value.Fields)
        {
            var name = entry.Name.Value;
            var field = type.InputFields.FirstOrDefault(f => f.Name.Value == name);
            if (!seen.Add(name)) yield return (entry, $"the field \"{name}\" is given more than once");
            if (field is null) yield return (entry, $"\"{type.Name}\" has no field \"{name}\"");
            foreach (var problem in field is null ? [] : Problems(system, field.Type, entry.Value)) yield return problem;
        }
        foreach (var missing in type.InputFields.Where(f => TypeText.IsRequired(f) && !seen.Contains(f.Name.Value)))
            yield return (value, $"the field \"{missing.Name.Value}\" of \"{type.Name}\" is required");
        // https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects.Input-Coercion
        if (type.IsOneOf && (value.Fields.Count != 1 || value.Fields[0].Value is NullValueNode))
            yield return (value, $"\"{type.Name}\" must have exactly one field, and not null");
    }
}
