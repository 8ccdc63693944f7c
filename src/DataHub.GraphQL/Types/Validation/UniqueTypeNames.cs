using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// "No two provided types may have the same name", nor that of a built-in type. https://spec.graphql.org/September2025/#sec-Schema
/// </summary>
internal static class UniqueTypeNames
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var definition in system.Definitions.OfType<TypeDefinitionNode>().Where(d => !d.IsExtension))
        {
            var name = definition.Name.Value;
            if (system.Type(name) is not { } first || ReferenceEquals(first.Definition, definition)) continue;
            var message = first.IsBuiltIn
                ? "the specification itself brings a type of this name"
                : "there is more than one type of this name";
            faults.Add(definition, name, message);
        }
    }
}
