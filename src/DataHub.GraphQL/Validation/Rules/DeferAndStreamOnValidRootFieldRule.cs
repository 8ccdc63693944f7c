using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// Root fields of mutations and subscriptions are neither deferred nor streamed.
/// https://github.com/graphql/graphql-spec/pull/1110, Defer And Stream Directives Are Used On Valid Root Field
/// </summary>
public sealed class DeferAndStreamOnValidRootFieldRule(ValidationContext context)
    : ValidationRule(context, "Incremental delivery: Defer And Stream Directives Are Used On Valid Root Field")
{
    public override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition) => Check(field, parent);

    public override void EnterSpread(FragmentSpreadNode spread, NamedType? parent) => Check(spread, parent);

    public override void EnterInlineFragment(InlineFragmentNode fragment, NamedType? parent, NamedType? type) => Check(fragment, parent);

    private void Check(SelectionNode selection, NamedType? parent)
    {
        if (parent is null) return;
        if (!ReferenceEquals(parent, Context.Schema.Mutation) && !ReferenceEquals(parent, Context.Schema.Subscription)) return;
        foreach (var directive in selection.Directives.Where(IncrementalDirectives.Includes))
            Report($"Directive \"@{directive.Name.Value}\" cannot be used on the root type \"{parent.Name}\".", directive);
    }
}
