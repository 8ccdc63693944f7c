using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// A field of an input object literal is defined on its input type.
/// https://spec.graphql.org/September2025/#sec-Input-Object-Field-Names
/// </summary>
public sealed class InputObjectFieldNamesRule(ValidationContext context) : ValidationRule(context, "5.6.2 Input Object Field Names")
{
    public override void EnterObject(ObjectValueNode value, InputObjectType? type, InputPosition position)
    {
        if (type is null) return;
        foreach (var field in value.Fields)
        {
            if (type.Field(field.Name.Value) is null)
                Report($"{position.SentenceFor(field.Name.Value)} is not defined: input type \"{type.Name}\" has no such field.", field);
        }
    }
}
