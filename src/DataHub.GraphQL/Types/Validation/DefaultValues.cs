using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// A default value "must be compatible with argumentType as per the coercion rules for that type".
/// https://spec.graphql.org/September2025/#sec-Objects.Type-Validation
/// </summary>
internal static class DefaultValues
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var input in Elements.Inputs(system).Where(i => i.Node.DefaultValue is not null))
        {
            foreach (var (at, problem) in ConstantCheck.Problems(system, input.Node.Type, input.Node.DefaultValue!))
                faults.Add(at, input.Coordinate, $"its default value does not fit {TypeText.Of(input.Node.Type)}: {problem}");
        }
    }
}
