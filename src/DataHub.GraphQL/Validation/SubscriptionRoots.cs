using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation;

/// <summary>CollectSubscriptionFields. https://spec.graphql.org/September2025/#CollectSubscriptionFields()</summary>
internal sealed class SubscriptionRoots(ValidationContext context, ObjectType root)
{
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);
    private readonly List<DirectiveNode> conditions = [];
    private readonly OrderedDictionary<string, FieldNode> fields = new(StringComparer.Ordinal);
    private readonly Stack<IEnumerator<SelectionNode>> open = new();

    /// <summary>The first field of each response name.</summary>
    public IReadOnlyDictionary<string, FieldNode> Fields => fields;

    /// <summary>Every @skip and @include on the selections.</summary>
    public IReadOnlyList<DirectiveNode> Conditions => conditions;

    public void Collect(SelectionSetNode set)
    {
        open.Push(set.Selections.GetEnumerator());
        while (open.TryPeek(out var selections))
        {
            if (selections.MoveNext()) Collect(selections.Current);
            else open.Pop().Dispose();
        }
    }

    private void Collect(SelectionNode selection)
    {
        conditions.AddRange(selection.Directives.Where(d => d.Name.Value is "skip" or "include"));
        switch (selection)
        {
            case FieldNode field:
                fields.TryAdd(field.ResponseKey, field);
                break;
            case FragmentSpreadNode spread when visited.Add(spread.Name.Value):
                if (context.Fragment(spread.Name.Value)?.Node is FragmentDefinitionNode fragment && Applies(fragment.TypeCondition))
                    open.Push(fragment.SelectionSet.Selections.GetEnumerator());
                break;
            case InlineFragmentNode inline when inline.TypeCondition is not { } condition || Applies(condition):
                open.Push(inline.SelectionSet.Selections.GetEnumerator());
                break;
        }
    }

    // DoesFragmentTypeApply
    private bool Applies(NamedTypeNode condition) =>
        context.Schema.Composite(condition.Name.Value) is { } type && context.Schema.PossibleTypes(type).Contains(root);
}
