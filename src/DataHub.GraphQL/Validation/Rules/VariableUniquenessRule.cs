using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// An operation defines each variable once.
/// https://spec.graphql.org/September2025/#sec-Variable-Uniqueness
/// </summary>
public sealed class VariableUniquenessRule(ValidationContext context) : ValidationRule(context, "5.8.1 Variable Uniqueness")
{
    public override void EnterOperation(OperationDefinitionNode operation, ObjectType? root)
    {
        foreach (var (first, again) in Duplicates.Of(operation.Variables.Select(v => v.Variable.Name)))
            Report($"There can be only one variable named \"${again.Value}\" in {operation.Describe()}.", first, again);
    }
}
