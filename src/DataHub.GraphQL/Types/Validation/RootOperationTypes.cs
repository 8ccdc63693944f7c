using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// The query root is there; roots are different object types, one an operation.
/// https://spec.graphql.org/September2025/#sec-Root-Operation-Types
/// </summary>
internal static class RootOperationTypes
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        var operations = new HashSet<OperationType>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in system.OperationTypes)
        {
            var (operation, name) = (root.Operation.ToString().ToLowerInvariant(), root.Type.Name.Value);
            if (!operations.Add(root.Operation))
                faults.Add(root, SchemaFaults.OfSchema, $"the {operation} root operation type is given more than once");
            else if (!names.Add(name))
                faults.Add(root, SchemaFaults.OfSchema,
                    $"\"{name}\" is the root of more than one operation; root operation types must be different types");
            if (system.Type(name) is { IsObject: false } type)
                faults.Add(root, SchemaFaults.OfSchema,
                    $"the {operation} root operation type must be an object type, and \"{name}\" is {TypeSyntax.KindOf(type.Definition)}");
        }
        if (!operations.Contains(OperationType.Query))
            faults.Add(Place(system), SchemaFaults.OfSchema, "there is no query root operation type");
    }

    private static SyntaxNode Place(TypeSystemSyntax system) =>
        system.SchemaDefinition ?? (system.Definitions.Count > 0 ? system.Definitions[0] : (SyntaxNode)new DocumentNode([]));
}
