using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// Arguments of applied directives are defined, unique, there when required, and of the right type.
/// https://spec.graphql.org/September2025/#sec-Validation.Arguments
/// </summary>
internal static class DirectiveArguments
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var element in Elements.Of(system))
        {
            foreach (var directive in element.Directives)
            {
                if (system.Directive(directive.Name.Value) is not { } definition) continue;
                foreach (var (at, problem) in Problems(system, definition, directive))
                    faults.Add(at, element.Coordinate, $"in \"@{directive.Name.Value}\": {problem}");
            }
        }
    }

    private static IEnumerable<(SyntaxNode At, string Problem)> Problems(
        TypeSystemSyntax system, DirectiveDefinitionNode definition, DirectiveNode directive)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var argument in directive.Arguments)
        {
            var name = argument.Name.Value;
            var defined = definition.Arguments.FirstOrDefault(a => a.Name.Value == name);
            if (!seen.Add(name)) yield return (argument, $"the argument \"{name}\" is given more than once");
            if (defined is null) yield return (argument, $"there is no argument \"{name}\"");
            foreach (var (at, problem) in defined is null ? [] : ConstantCheck.Problems(system, defined.Type, argument.Value))
                yield return (at, $"the argument \"{name}\" does not fit {TypeText.Of(defined!.Type)}: {problem}");
        }
        foreach (var missing in definition.Arguments.Where(a => TypeText.IsRequired(a) && !seen.Contains(a.Name.Value)))
            yield return (directive, $"the argument \"{missing.Name.Value}\" is required");
    }
}
