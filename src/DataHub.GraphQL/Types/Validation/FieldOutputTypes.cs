using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// "The field must return a type where IsOutputType(fieldType) returns true."
/// https://spec.graphql.org/September2025/#sec-Objects.Type-Validation
/// </summary>
internal static class FieldOutputTypes
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var type in system.Types)
        {
            foreach (var field in type.Fields)
            {
                if (system.Type(field.Type) is { IsOutput: false } input)
                    faults.Add(field.Type, Elements.Coordinate(type, field),
                        $"a field cannot return \"{input.Name}\", which is an input object type");
            }
        }
    }
}
