using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// Every variable that an operation defines is used by it, perhaps through fragments.
/// https://spec.graphql.org/September2025/#sec-All-Variables-Used
/// </summary>
public sealed class AllVariablesUsedRule(ValidationContext context) : ValidationRule(context, "5.8.4 All Variables Used")
{
    public override void LeaveOperation(OperationDefinitionNode operation, IReadOnlyList<DefinitionScope> reachable)
    {
        if (operation.Variables.Count == 0) return;
        var used = reachable.SelectMany(s => s.Usages).Select(u => u.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var variable in operation.Variables.Select(v => v.Variable))
        {
            if (!used.Contains(variable.Name.Value))
                Report($"Variable \"${variable.Name.Value}\" is never used in {operation.Describe()}.", variable);
        }
    }
}
