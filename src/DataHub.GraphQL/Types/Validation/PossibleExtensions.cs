using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// "The named type must already be defined" and be of the extension's kind. https://spec.graphql.org/September2025/#sec-Type-Extensions
/// The documents define neither built-in scalars nor introspection types, so those cannot be extended.
/// </summary>
internal static class PossibleExtensions
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var extension in system.Definitions.OfType<TypeDefinitionNode>().Where(d => d.IsExtension))
        {
            var name = extension.Name.Value;
            var type = system.Type(name);
            if (type is null)
                faults.Add(extension, name, "there is no such type to extend");
            else if (type.IsBuiltIn)
                faults.Add(extension, name, "a type that the specification brings cannot be extended");
            else if (type.Definition.GetType() != extension.GetType())
                faults.Add(extension, name, $"{TypeSyntax.KindOf(type.Definition)} cannot be extended as {TypeSyntax.KindOf(extension)}");
        }
    }
}
