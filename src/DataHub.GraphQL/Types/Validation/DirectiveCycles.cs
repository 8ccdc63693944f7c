using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// A directive definition does not use itself, "directly or indirectly by referencing a Type or Directive which transitively includes
/// a reference to this Directive". https://spec.graphql.org/September2025/#sec-Type-System.Directives.Type-Validation
/// </summary>
internal static class DirectiveCycles
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        var names = system.Directives.Select(d => $"@{d.Name.Value}");
        foreach (var cycle in CycleSearch.Cycles(names, node => References(system, node)))
        {
            var chain = string.Join(" → ", cycle.Append(cycle[0]));
            faults.Add(system.Directive(cycle[0][1..])!, cycle[0], $"its definition uses itself ({chain})");
        }
    }

    // Directives begin with an at sign, types do not.
    private static IEnumerable<string> References(TypeSystemSyntax system, string node)
    {
        if (node[0] == '@')
        {
            var arguments = system.Directive(node[1..])?.Arguments ?? [];
            return [.. arguments.SelectMany(a => Names(a.Directives)), .. TypeNames(arguments)];
        }
        return system.Type(node) is { IsInput: true } type
            ? [.. Elements.Of(type).SelectMany(e => Names(e.Directives)), .. TypeNames(type.InputFields)]
            : [];
    }

    private static IEnumerable<string> TypeNames(IReadOnlyList<InputValueDefinitionNode> inputs) =>
        inputs.Select(i => TypeText.NameOf(i.Type).Value);

    private static IEnumerable<string> Names(IReadOnlyList<DirectiveNode> directives) => directives.Select(d => $"@{d.Name.Value}");
}
