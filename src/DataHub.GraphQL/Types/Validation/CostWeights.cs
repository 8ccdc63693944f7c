using DataHub.GraphQL.Cost;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// <c>@cost</c>, where the schema has it: its weight is a number, and it does not stand on the fields of an interface.
/// https://ibm.github.io/graphql-specs/cost-spec.html#sec-Cost-Directive
/// </summary>
internal static class CostWeights
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        if (system.Directive(CostDirectives.Cost)?.Arguments.Any(a => a.Name.Value == CostDirectives.Weight) != true) return;
        var interfaceFields = system.Types.Where(t => t.IsInterface).SelectMany(t => t.Fields).ToHashSet<SyntaxNode>();
        foreach (var element in Elements.Of(system))
        {
            if (element.Directives.FirstOrDefault(d => d.Name.Value == CostDirectives.Cost) is not { } cost) continue;
            var weight = cost.Arguments.FirstOrDefault(a => a.Name.Value == CostDirectives.Weight);
            if (weight is not null && CostDirectives.Number(weight.Value) is null)
                faults.Add(weight, element.Coordinate, "in \"@cost\": the weight is not a number");
            if (interfaceFields.Contains(element.Node))
                faults.Add(cost, element.Coordinate,
                    "\"@cost\" must not stand on a field of an interface, but on those of the types that implement it");
        }
    }
}
