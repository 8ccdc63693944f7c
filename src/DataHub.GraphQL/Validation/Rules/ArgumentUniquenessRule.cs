
namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// A field or directive is given each argument once.
/// https://spec.graphql.org/September2025/#sec-Argument-Uniqueness
/// </summary>
public sealed class ArgumentUniquenessRule(ValidationContext context) : ValidationRule(context, "5.4.2 Argument Uniqueness")
{
    public override void EnterArguments(ArgumentSet set)
    {
        if (set.Arguments.Count < 2) return;
        foreach (var (first, again) in Duplicates.Of(set.Arguments.Select(a => a.Name)))
            Report($"Argument \"{again.Value}\" of \"{set.Owner}\" is given more than once.", first, again);
    }
}
