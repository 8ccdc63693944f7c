using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// A label is written out, and stands once in the document.
/// https://github.com/graphql/graphql-spec/pull/1110, Defer And Stream Directive Labels Are Unique
/// </summary>
public sealed class DeferAndStreamLabelsAreUniqueRule(ValidationContext context)
    : ValidationRule(context, "Incremental delivery: Defer And Stream Directive Labels Are Unique")
{
    private readonly Dictionary<string, DirectiveNode> known = new(StringComparer.Ordinal);

    public override void EnterDirective(DirectiveNode directive, DirectiveDefinition? definition, string location)
    {
        if (!IncrementalDirectives.Includes(directive)) return;
        var label = DirectiveValues.Argument(directive, "label");
        if (label is VariableNode)
            Report($"The label of directive \"@{directive.Name.Value}\" must be written out, not be a variable.", directive);
        else if (label is StringValueNode text && !known.TryAdd(text.Value, directive))
            Report("The labels of \"@defer\" and \"@stream\" must differ.", known[text.Value], directive);
    }
}
