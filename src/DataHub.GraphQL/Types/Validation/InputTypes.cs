using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>Arguments and input fields accept input types. https://spec.graphql.org/September2025/#sec-Input-and-Output-Types</summary>
internal static class InputTypes
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var input in Elements.Inputs(system))
        {
            if (system.Type(input.Node.Type) is { IsInput: false } type)
                faults.Add(input.Node.Type, input.Coordinate,
                    $"an input cannot be of type \"{type.Name}\", which is {TypeSyntax.KindOf(type.Definition)}");
        }
    }
}
