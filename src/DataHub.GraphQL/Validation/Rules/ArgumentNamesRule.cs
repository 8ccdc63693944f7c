
namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// An argument is defined on the field or directive it is given to.
/// https://spec.graphql.org/September2025/#sec-Argument-Names
/// </summary>
public sealed class ArgumentNamesRule(ValidationContext context) : ValidationRule(context, "5.4.1 Argument Names")
{
    public override void EnterArguments(ArgumentSet set)
    {
        if (set.Definitions is null) return;
        foreach (var argument in set.Arguments)
        {
            if (set.Definition(argument.Name.Value) is null)
                Report($"Argument \"{argument.Name.Value}\" is not defined on \"{set.Owner}\".", argument);
        }
    }
}
