using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// An input field of non-null type without a default is given, and is not the literal null.
/// https://spec.graphql.org/September2025/#sec-Input-Object-Required-Fields
/// </summary>
public sealed class InputObjectRequiredFieldsRule(ValidationContext context) : ValidationRule(context, "5.6.4 Input Object Required Fields")
{
    public override void EnterObject(ObjectValueNode value, InputObjectType? type, InputPosition position)
    {
        if (type is null) return;
        foreach (var definition in type.Fields)
        {
            if (!definition.IsRequired) continue;
            var field = value.Fields.FirstOrDefault(f => f.Name.Value == definition.Name);
            if (field is { Value: not NullValueNode }) continue;
            var problem = field is null ? "is required, but it is not given" : "must not be null";
            Report($"{position.SentenceFor(definition.Name)} of type \"{definition.Type}\" {problem}.", field?.Value ?? value);
        }
    }
}
