using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// A field is defined on the type it is selected on.
/// https://spec.graphql.org/September2025/#sec-Field-Selections
/// </summary>
public sealed class FieldSelectionsRule(ValidationContext context) : ValidationRule(context, "5.3.1 Field Selections")
{
    public override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition)
    {
        if (parent is not null && definition is null)
            Report($"Field \"{field.Name.Value}\" is not defined on \"{parent.Name}\".", field);
    }
}
