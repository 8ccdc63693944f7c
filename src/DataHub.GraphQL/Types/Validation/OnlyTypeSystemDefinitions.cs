using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>A type system document holds no operations and fragments. https://spec.graphql.org/September2025/#sec-Type-System</summary>
internal static class OnlyTypeSystemDefinitions
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var definition in system.Definitions)
        {
            if (definition is OperationDefinitionNode)
                faults.Add(definition, SchemaFaults.OfSchema, "an operation cannot stand in a schema document");
            if (definition is FragmentDefinitionNode)
                faults.Add(definition, SchemaFaults.OfSchema, "a fragment cannot stand in a schema document");
        }
    }
}
