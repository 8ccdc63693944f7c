using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// A literal can be coerced to the type expected in its place.
/// https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type
/// </summary>
public sealed class ValuesOfCorrectTypeRule(ValidationContext context) : ValidationRule(context, "5.6.1 Values of Correct Type")
{
    public override void EnterValue(ValueNode value, InputPosition position)
    {
        if (position.Type is not { } type) return;
        if (value is NullValueNode) CheckNull(value, type, position);
        else if (Problem(value, type.Nullable) is { } problem) Report($"{position.Sentence} is not valid: {problem}.", value);
    }

    public override void EnterObject(ObjectValueNode value, InputObjectType? type, InputPosition position)
    {
        if (type is not { IsOneOf: true }) return;
        if (value.Fields.Count != 1)
            Report($"{position.Sentence} is not valid: exactly one field of \"{type.Name}\" must be given.", value);
        else if (value.Fields[0] is { Value: NullValueNode } field)
            Report($"{position.SentenceFor(field.Name.Value)} is not valid: a field of a OneOf input object must not be null.", value);
    }

    // null for what is required breaks sections 5.4.3 and 5.6.4.
    private void CheckNull(ValueNode value, GraphQLType type, InputPosition position)
    {
        if (type.IsNonNull && !position.IsRequired) Report($"{position.Sentence} is not valid: \"{type}\" must not be null.", value);
    }

    // What the client wrote stays out of the message unless it is a name in the place of an enum value: it may identify a person.
    private static string? Problem(ValueNode value, GraphQLType type) => type switch
    {
        ScalarType scalar => scalar.Codec.TryReadLiteral(value, out _, out var problem) ? null : Trimmed(problem, scalar),
        EnumType options => Problem(value, options),
        InputObjectType when value is not ObjectValueNode => $"it must be an input object \"{type}\"",
        _ => null,
    };

    private static string? Problem(ValueNode value, EnumType type)
    {
        if (value is not EnumValueNode { Value: var name }) return $"it must be a value of enum \"{type}\"";
        return type.Value(name) is null ? $"enum \"{type}\" has no value \"{name}\"" : null;
    }

    private static string Trimmed(string? problem, ScalarType scalar) => problem?.TrimEnd('.') ?? $"it must be a \"{scalar.Name}\"";
}
