using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// A directive that is not repeatable stands once at a place, definition and extensions taken together.
/// https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location
/// </summary>
internal static class UniqueDirectives
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var element in Elements.Of(system))
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var directive in element.Directives)
            {
                var name = directive.Name.Value;
                if (!seen.Add(name) && system.Directive(name) is { IsRepeatable: false })
                    faults.Add(directive, element.Coordinate, $"\"@{name}\" is not repeatable and stands here more than once");
            }
        }
    }
}
