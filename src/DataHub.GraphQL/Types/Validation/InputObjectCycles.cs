using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// No input object refers to itself through non-null singular fields only: no finite value of it could be given.
/// https://spec.graphql.org/September2025/#sec-Input-Objects.Circular-References
/// </summary>
internal static class InputObjectCycles
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        var names = system.Types.Where(t => t.IsInputObject).Select(t => t.Name);
        foreach (var cycle in CycleSearch.Cycles(names, name => RequiredTypes(system, name)))
        {
            var chain = string.Join(" → ", cycle.Append(cycle[0]));
            faults.Add(system.Type(cycle[0])!.Definition, cycle[0],
                $"it contains itself through non-null fields ({chain}), so that no value of it can be written");
        }
    }

    private static IEnumerable<string> RequiredTypes(TypeSystemSyntax system, string name) =>
        from field in system.Type(name)?.InputFields ?? []
        let type = (field.Type as NonNullTypeNode)?.Type as NamedTypeNode
        where type is not null && system.Type(type) is { IsInputObject: true }
        select type.Name.Value;
}
