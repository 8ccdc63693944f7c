using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// A directive stands where its definition allows it.
/// https://spec.graphql.org/September2025/#sec-Directives-Are-in-Valid-Locations
/// </summary>
public sealed class DirectivesAreInValidLocationsRule(ValidationContext context)
    : ValidationRule(context, "5.7.2 Directives Are in Valid Locations")
{
    public override void EnterDirective(DirectiveNode directive, DirectiveDefinition? definition, string location)
    {
        if (definition is not null && !definition.Locations.Contains(location))
            Report($"Directive \"@{directive.Name.Value}\" is not allowed on {location}.", directive);
    }
}
