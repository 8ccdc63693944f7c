using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// "The @deprecated directive must not appear on required arguments or input object field definitions."
/// https://spec.graphql.org/September2025/#sec--deprecated
/// </summary>
internal static class DeprecatedRequiredInputs
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var input in Elements.Inputs(system).Where(i => TypeText.IsRequired(i.Node)))
        {
            if (input.Node.Directives.Any(d => d.Name.Value == "deprecated"))
                faults.Add(input.Node, input.Coordinate,
                    "it is required and so cannot be deprecated; make it nullable or give it a default value first");
        }
    }
}
