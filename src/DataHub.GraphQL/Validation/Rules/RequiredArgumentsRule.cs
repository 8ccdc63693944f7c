using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// An argument of non-null type without a default is given, and is not the literal null.
/// https://spec.graphql.org/September2025/#sec-Required-Arguments
/// </summary>
public sealed class RequiredArgumentsRule(ValidationContext context) : ValidationRule(context, "5.4.3 Required Arguments")
{
    public override void EnterArguments(ArgumentSet set)
    {
        if (set.Definitions is null) return;
        foreach (var definition in set.Definitions)
        {
            if (!definition.IsRequired) continue;
            var argument = set.Arguments.FirstOrDefault(a => a.Name.Value == definition.Name);
            if (argument is { Value: not NullValueNode }) continue;
            var problem = argument is null ? "is required, but it is not given" : "must not be null";
            var name = $"Argument \"{definition.Name}\" of \"{set.Owner}\"";
            Report($"{name} of type \"{definition.Type}\" {problem}.", argument?.Value ?? set.Node);
        }
    }
}
