using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// Every variable that an operation uses, also through fragments, is defined by it.
/// https://spec.graphql.org/September2025/#sec-All-Variable-Uses-Defined
/// </summary>
public sealed class AllVariableUsesDefinedRule(ValidationContext context) : ValidationRule(context, "5.8.3 All Variable Uses Defined")
{
    public override void LeaveOperation(OperationDefinitionNode operation, IReadOnlyList<DefinitionScope> reachable)
    {
        var known = operation.Variables.Select(v => v.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var variable in reachable.SelectMany(s => s.Usages).Select(u => u.Variable))
        {
            if (Context.IsFull) return;
            var name = variable.Name.Value;
            if (known.Add(name)) Report($"Variable \"${name}\" is not defined by {operation.Describe()}.", variable, operation);
        }
    }
}
