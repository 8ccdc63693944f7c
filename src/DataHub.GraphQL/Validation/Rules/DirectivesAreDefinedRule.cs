using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// A directive is defined in the schema.
/// https://spec.graphql.org/September2025/#sec-Directives-Are-Defined
/// </summary>
public sealed class DirectivesAreDefinedRule(ValidationContext context) : ValidationRule(context, "5.7.1 Directives Are Defined")
{
    public override void EnterDirective(DirectiveNode directive, DirectiveDefinition? definition, string location)
    {
        if (definition is null) Report($"Directive \"@{directive.Name.Value}\" is not defined.", directive);
    }
}
