using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// Types define one field, member or value at least. https://spec.graphql.org/September2025/#sec-Objects.Type-Validation, and so for
/// interfaces, unions, enums and input objects.
/// </summary>
internal static class NonEmptyTypes
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var type in system.Types)
        {
            var missing = type.Definition switch
            {
                ObjectTypeDefinitionNode or InterfaceTypeDefinitionNode when type.Fields.Count == 0 => "field",
                UnionTypeDefinitionNode when type.Members.Count == 0 => "member type",
                EnumTypeDefinitionNode when type.Values.Count == 0 => "value",
                InputObjectTypeDefinitionNode when type.InputFields.Count == 0 => "input field",
                _ => null,
            };
            if (missing is not null)
                faults.Add(type.Definition, type.Name, $"{TypeSyntax.KindOf(type.Definition)} must have one {missing} at least");
        }
    }
}
