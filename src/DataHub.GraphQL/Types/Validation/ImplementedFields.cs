using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// A type is "a super-set of all interfaces it implements".
/// https://spec.graphql.org/September2025/#IsValidImplementation() steps 2 and on
/// </summary>
internal static class ImplementedFields
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var type in system.Types)
        {
            var interfaces = type.Interfaces.Select(i => i.Name.Value).Distinct(StringComparer.Ordinal).Where(name => name != type.Name);
            foreach (var implemented in interfaces.Select(system.Type).OfType<TypeSyntax>().Where(t => t.IsInterface))
            {
                foreach (var implementedField in implemented.Fields)
                    new Implementation(system, type, implemented, implementedField).Check(faults);
            }
        }
    }

    private sealed record Implementation(TypeSystemSyntax System, TypeSyntax Type, TypeSyntax Interface, FieldDefinitionNode Required)
    {
        private string RequiredCoordinate => Elements.Coordinate(Interface, Required);

        public void Check(SchemaFaults faults)
        {
            if (Type.Field(Required.Name.Value) is not { } field)
            {
                faults.Add(Type.Definition, Type.Name,
                    $"it must have a field \"{Required.Name.Value}\" because it implements \"{Interface.Name}\"");
                return;
            }
            var coordinate = Elements.Coordinate(Type, field);
            var (own, theirs) = (TypeText.Of(field.Type), TypeText.Of(Required.Type));
            if (!IsValidType(field.Type, Required.Type))
                faults.Add(field.Type, coordinate, $"its type {own} must be {theirs} or a sub-type of it, as in {RequiredCoordinate}");
            if (IsDeprecated(field) && !IsDeprecated(Required))
                faults.Add(field, coordinate, $"it must not be deprecated as long as {RequiredCoordinate} is not");
            CheckArguments(field, coordinate, faults);
        }

        private void CheckArguments(FieldDefinitionNode field, string coordinate, SchemaFaults faults)
        {
            foreach (var required in Required.Arguments)
            {
                var argument = field.Arguments.FirstOrDefault(a => a.Name.Value == required.Name.Value);
                if (argument is null)
                    faults.Add(field, coordinate, $"it must have an argument \"{required.Name.Value}\", as {RequiredCoordinate} has");
                else if (TypeText.Of(argument.Type) != TypeText.Of(required.Type))
                    faults.Add(argument, $"{coordinate}({argument.Name.Value}:)",
                        $"its type must be {TypeText.Of(required.Type)}, as in {RequiredCoordinate}");
            }
            var additional = field.Arguments.Where(a => Required.Arguments.All(r => r.Name.Value != a.Name.Value));
            foreach (var argument in additional.Where(TypeText.IsRequired))
                faults.Add(argument, $"{coordinate}({argument.Name.Value}:)",
                    $"it must not be required, because {RequiredCoordinate} has no such argument");
        }

        // https://spec.graphql.org/September2025/#IsValidImplementationFieldType()
        private bool IsValidType(TypeNode field, TypeNode implemented) => (field, implemented) switch
        {
            (NonNullTypeNode own, NonNullTypeNode theirs) => IsValidType(own.Type, theirs.Type),
            (NonNullTypeNode own, _) => IsValidType(own.Type, implemented),
            (ListTypeNode own, ListTypeNode theirs) => IsValidType(own.Type, theirs.Type),
            (NamedTypeNode own, NamedTypeNode theirs) => IsSubType(own.Name.Value, theirs.Name.Value),
            _ => false,
        };

        // https://spec.graphql.org/September2025/#IsSubType(); unknown types are faults of their own
        private bool IsSubType(string possible, string super)
        {
            if (possible == super || System.Type(possible) is not { } own || System.Type(super) is not { } theirs) return true;
            return (own.IsObject && theirs.Members.Any(m => m.Name.Value == possible)) || (theirs.IsInterface && own.Implements(super));
        }

        private static bool IsDeprecated(FieldDefinitionNode field) => field.Directives.Any(d => d.Name.Value == "deprecated");
    }
}
