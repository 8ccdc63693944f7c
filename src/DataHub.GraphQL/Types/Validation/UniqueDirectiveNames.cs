using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// "All directives within a schema must have unique names." https://spec.graphql.org/September2025/#sec-Schema
/// A built-in directive "may be omitted" from SDL (section 3.13), so it may as well be written, as the specification has it.
/// </summary>
internal static class UniqueDirectiveNames
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var definition in system.Definitions.OfType<DirectiveDefinitionNode>())
        {
            var name = definition.Name.Value;
            if (!seen.Add(name))
                faults.Add(definition, $"@{name}", "there is more than one directive of this name");
            else if (system.Directive(name) is { } known && TypeSystemSyntax.IsBuiltIn(known) && Signature(known) != Signature(definition))
                faults.Add(definition, $"@{name}", "this directive is built in and must be as in the specification");
        }
    }

    private static string Signature(DirectiveDefinitionNode directive)
    {
        var arguments = directive.Arguments.Select(a =>
            $"{a.Name.Value}:{TypeText.Of(a.Type)}{(a.DefaultValue is { } value ? $"={Printer.Print(value)}" : "")}");
        var locations = directive.Locations.Select(l => l.Value).Order(StringComparer.Ordinal);
        return $"({string.Join(',', arguments)}) {directive.IsRepeatable} {string.Join('|', locations)}";
    }
}
