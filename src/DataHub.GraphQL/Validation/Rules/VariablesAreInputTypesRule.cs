using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// A variable is of a scalar, enum or input object type of the schema, perhaps in lists.
/// https://spec.graphql.org/September2025/#sec-Variables-Are-Input-Types
/// </summary>
public sealed class VariablesAreInputTypesRule(ValidationContext context) : ValidationRule(context, "5.8.2 Variables Are Input Types")
{
    public override void EnterVariable(VariableDefinitionNode variable, GraphQLType? type)
    {
        if (type is { IsInput: true }) return;
        var name = $"Variable \"${variable.Variable.Name.Value}\"";
        Report(
            type is null
                ? $"{name} is of type \"{NameOf(variable.Type)}\", which is not in the schema."
                : $"{name} cannot be of type \"{type}\": it is not an input type.",
            variable.Type);
    }

    private static string NameOf(TypeNode type) => type switch
    {
        ListTypeNode list => NameOf(list.Type),
        NonNullTypeNode nonNull => NameOf(nonNull.Type),
        _ => ((NamedTypeNode)type).Name.Value,
    };
}
