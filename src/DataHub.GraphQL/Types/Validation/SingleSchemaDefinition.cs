using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// "A document must include at most one schema definition." https://spec.graphql.org/September2025/#sec-Root-Operation-Types
/// </summary>
internal static class SingleSchemaDefinition
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var further in system.SchemaParts.Where(s => !s.IsExtension).Skip(1))
            faults.Add(further, SchemaFaults.OfSchema, "there must be one schema definition only");
    }
}
