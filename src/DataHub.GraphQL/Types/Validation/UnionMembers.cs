using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// "The member types of a Union type must all be Object base types." https://spec.graphql.org/September2025/#sec-Unions.Type-Validation
/// </summary>
internal static class UnionMembers
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var union in system.Types)
        {
            foreach (var member in union.Members)
            {
                if (system.Type(member.Name.Value) is { IsObject: false } type)
                    faults.Add(member, union.Name,
                        $"members must be object types, and \"{type.Name}\" is {TypeSyntax.KindOf(type.Definition)}");
            }
        }
    }
}
