using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// Names that begin with two underscores belong to introspection. https://spec.graphql.org/September2025/#sec-Names.Reserved-Names
/// </summary>
internal static class ReservedNames
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var (coordinate, name) in system.Types.SelectMany(Names).Concat(system.Directives.SelectMany(Names)))
        {
            if (name.Value.StartsWith("__", StringComparison.Ordinal))
                faults.Add(name, coordinate, "a name must not begin with two underscores, which are reserved for introspection");
        }
    }

    private static IEnumerable<(string Coordinate, NameNode Name)> Names(TypeSyntax type) =>
    [
        (type.Name, type.Definition.Name),
        .. type.Fields.Select(f => (Elements.Coordinate(type, f), f.Name)),
        .. type.Fields.SelectMany(f => Elements.Arguments(type, f)).Select(a => (a.Coordinate, a.Node.Name)),
        .. type.Values.Select(v => ($"{type.Name}.{v.Name.Value}", v.Name)),
        .. Elements.InputFields(type).Select(f => (f.Coordinate, f.Node.Name)),
    ];

    private static IEnumerable<(string Coordinate, NameNode Name)> Names(DirectiveDefinitionNode directive) =>
    [
        ($"@{directive.Name.Value}", directive.Name),
        .. Elements.Arguments(directive).Select(a => (a.Coordinate, a.Node.Name)),
    ];
}
