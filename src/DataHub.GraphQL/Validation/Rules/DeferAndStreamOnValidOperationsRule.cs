using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// Nothing in a subscription is deferred or streamed, unless <c>if</c> can switch it off.
/// https://github.com/graphql/graphql-spec/pull/1110, Defer And Stream Directives Are Used On Valid Operations
/// </summary>
public sealed class DeferAndStreamOnValidOperationsRule(ValidationContext context)
    : ValidationRule(context, "Incremental delivery: Defer And Stream Directives Are Used On Valid Operations")
{
    private readonly Dictionary<DefinitionNode, List<DirectiveNode>> found = new(ReferenceEqualityComparer.Instance);
    private List<DirectiveNode> here = [];

    public override void EnterOperation(OperationDefinitionNode operation, ObjectType? root) => found[operation] = here = [];

    public override void EnterFragment(FragmentDefinitionNode fragment, NamedType? type) => found[fragment] = here = [];

    public override void EnterDirective(DirectiveNode directive, DirectiveDefinition? definition, string location)
    {
        if (IncrementalDirectives.Includes(directive) && !CanBeOff(directive)) here.Add(directive);
    }

    public override void LeaveOperation(OperationDefinitionNode operation, IReadOnlyList<DefinitionScope> reachable)
    {
        if (operation.Operation != OperationType.Subscription) return;
        foreach (var directive in reachable.SelectMany(scope => found.GetValueOrDefault(scope.Node) ?? []))
            Report($"Directive \"@{directive.Name.Value}\" is not supported in subscriptions; switch it off by \"if: false\".", directive);
    }

    private static bool CanBeOff(DirectiveNode directive) =>
        DirectiveValues.Argument(directive, "if") is VariableNode or BooleanValueNode { Value: false };
}
