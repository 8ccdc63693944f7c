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
        // Types may refer to one another in circles; only circles through a directive are wrong.
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var directive in system.Directives)
        {
            var name = $"@{directive.Name.Value}";
            if (told.Contains(name) || CycleSearch.Through(name, node => References(system, node)) is not { } cycle) continue;
            told.UnionWith(cycle);
            faults.Add(directive, name, $"its definition uses itself ({string.Join(" → ", cycle.Append(name))})");
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
