using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// Fields of a OneOf input object are nullable and without default; @oneOf stands at the definition only.
/// https://spec.graphql.org/September2025/#sec-Input-Objects.Type-Validation,
/// https://spec.graphql.org/September2025/#sec-Input-Object-Extensions
/// </summary>
internal static class OneOfInputObjects
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var type in system.Types.Where(t => t.IsInputObject && t.IsOneOf))
        {
            foreach (var directive in type.Extensions.SelectMany(e => e.Directives).Where(d => d.Name.Value == "oneOf"))
                faults.Add(directive, type.Name, "@oneOf cannot be added by an extension");
            foreach (var field in Elements.InputFields(type))
            {
                if (field.Node.Type is NonNullTypeNode)
                    faults.Add(field.Node, field.Coordinate, "a field of a @oneOf input object must be nullable");
                if (field.Node.DefaultValue is not null)
                    faults.Add(field.Node, field.Coordinate, "a field of a @oneOf input object cannot have a default value");
            }
        }
    }
}
