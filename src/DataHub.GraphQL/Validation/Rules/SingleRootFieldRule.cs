using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// A subscription selects exactly one root field, which is no introspection field and under no @skip or @include.
/// https://spec.graphql.org/September2025/#sec-Single-Root-Field
/// </summary>
public sealed class SingleRootFieldRule(ValidationContext context) : ValidationRule(context, "5.2.4.1 Single Root Field")
{
    private const int ShownAtMost = 5;

    public override void LeaveOperation(OperationDefinitionNode operation, IReadOnlyList<DefinitionScope> reachable)
    {
        if (operation.Operation != OperationType.Subscription || Context.Schema.Subscription is not { } root) return;
        var roots = new SubscriptionRoots(Context, root);
        roots.Collect(operation.SelectionSet);
        var name = operation.Describe();
        foreach (var directive in roots.Conditions)
            Report($"Directive \"@{directive.Name.Value}\" is not allowed on the root selections of {name}.", directive);
        if (roots.Fields.Count != 1)
        {
            var places = roots.Fields.Values.Skip(1).Take(ShownAtMost);
            Report($"Exactly one root field must be selected by {name}.", roots.Fields.Count == 0 ? [operation] : places);
        }
        else if (roots.Fields.Values.Single() is var field && field.Name.Value.StartsWith("__", StringComparison.Ordinal))
        {
            Report($"The root field of {name} must not be the introspection field \"{field.Name.Value}\".", field);
        }
    }
}
