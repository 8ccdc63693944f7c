using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// What is implemented is an interface, not the type itself, and all that it implements is declared too.
/// https://spec.graphql.org/September2025/#IsValidImplementation() step 1,
/// https://spec.graphql.org/September2025/#sec-Interfaces.Type-Validation
/// </summary>
internal static class ImplementedInterfaces
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var type in system.Types)
        {
            foreach (var reference in type.Interfaces)
            {
                var name = reference.Name.Value;
                if (name == type.Name)
                    faults.Add(reference, type.Name, "an interface must not implement itself");
                else if (system.Type(name) is { IsInterface: false } other)
                    faults.Add(reference, type.Name,
                        $"only interfaces can be implemented, and \"{name}\" is {TypeSyntax.KindOf(other.Definition)}");
                else if (system.Type(name) is { } implemented)
                    CheckTransitive(type, implemented, faults);
            }
        }
    }

    private static void CheckTransitive(TypeSyntax type, TypeSyntax implemented, SchemaFaults faults)
    {
        foreach (var further in implemented.Interfaces.Select(i => i.Name.Value).Distinct(StringComparer.Ordinal))
        {
            if (further == type.Name)
                faults.Add(type.Definition, type.Name, $"this interface and \"{implemented.Name}\" implement one another");
            else if (further != implemented.Name && !type.Implements(further))
                faults.Add(type.Definition, type.Name, $"it must implement \"{further}\" too, because \"{implemented.Name}\" does");
        }
    }
}
