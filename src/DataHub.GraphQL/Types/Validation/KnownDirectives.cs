using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// Applied directives are defined, and stand where they may. https://spec.graphql.org/September2025/#sec-Directives-Are-Defined
/// </summary>
internal static class KnownDirectives
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var element in Elements.Of(system))
        {
            foreach (var directive in element.Directives)
            {
                var name = directive.Name.Value;
                if (system.Directive(name) is not { } definition)
                    faults.Add(directive, element.Coordinate, $"there is no directive \"@{name}\"");
                else if (definition.Locations.All(l => l.Value != element.Location))
                    faults.Add(directive, element.Coordinate,
                        $"\"@{name}\" cannot stand here: {element.Location} is none of its locations");
            }
        }
    }
}
