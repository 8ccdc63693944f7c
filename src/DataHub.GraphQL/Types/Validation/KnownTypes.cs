using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>Every type that is named is defined. https://spec.graphql.org/September2025/#sec-Types</summary>
internal static class KnownTypes
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var (coordinate, type) in References(system))
        {
            var name = TypeText.NameOf(type);
            if (system.Type(name.Value) is null) faults.Add(name, coordinate, $"there is no type \"{name.Value}\"");
        }
    }

    private static IEnumerable<(string Coordinate, TypeNode Type)> References(TypeSystemSyntax system) =>
    [
        .. system.OperationTypes.Select(o => (SchemaFaults.OfSchema, (TypeNode)o.Type)),
        .. system.Types.SelectMany(t => t.Interfaces.Concat(t.Members).Select(n => (t.Name, (TypeNode)n))),
        .. system.Types.SelectMany(t => t.Fields.Select(f => (Elements.Coordinate(t, f), f.Type))),
        .. Elements.Inputs(system).Select(i => (i.Coordinate, i.Node.Type)),
    ];
}
