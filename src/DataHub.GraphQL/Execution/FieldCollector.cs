using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Section 6.3.2 CollectFields and CollectSubfields: the fields asked of one object type, in response order, each with all its
/// nodes. A fragment is visited once per collection, as the specification's visitedFragments says.
/// </summary>
internal sealed class FieldCollector(
    PreparedDocument document, Schema schema, IReadOnlyDictionary<string, object?> variables, PlanBudget budget)
{
    /// <summary>Set when <c>@defer</c> is in force: finds it on a fragment.</summary>
    public DeferReader? Defers { get; init; }

    public CollectedFields Collect(ObjectType type, IEnumerable<SelectionScope> scopes)
    {
        var collected = new CollectedFields();
        foreach (var scope in scopes)
        {
            // A stack of its own, since fragments may spread one another to any depth.
            var open = new Stack<(IEnumerator<SelectionNode> Selections, DeferUsage? Usage)>();
            open.Push((scope.Set.Selections.GetEnumerator(), scope.Usage));
            while (open.TryPeek(out var top))
            {
                if (!top.Selections.MoveNext())
                {
                    open.Pop();
                    continue;
                }
                var selection = top.Selections.Current;
                var mayDefer = Defers is not null && selection.Directives.Count > 0;
                var usage = mayDefer ? Defers!.Enter(selection, top.Usage, collected) : top.Usage;
                if (Enter(selection, type, collected, usage) is { } below) open.Push((below.Selections.GetEnumerator(), usage));
            }
        }
        return collected;
    }

    /// <summary>Takes a field, or gives the selection set of a fragment that applies.</summary>
    private SelectionSetNode? Enter(SelectionNode selection, ObjectType type, CollectedFields collected, DeferUsage? usage)
    {
        budget.Visit();
        if (selection.Directives.Count > 0 && !IsIncluded(selection)) return null;
        switch (selection)
        {
            case FieldNode field:
                collected.Add(field, usage);
                return null;
            case InlineFragmentNode inline:
                return inline.TypeCondition is null || Applies(inline.TypeCondition, type) ? inline.SelectionSet : null;
            case FragmentSpreadNode spread:
                var isNew = collected.Visited.Add((spread.Name.Value, usage));
                var fragment = isNew ? document.Fragment(spread.Name.Value) : null;
                return fragment is not null && Applies(fragment.TypeCondition, type) ? fragment.SelectionSet : null;
            default:
                throw new InvalidOperationException($"{selection.GetType().Name} is no selection.");
        }
    }

    /// <summary>Section 6.3.2 DoesFragmentTypeApply.</summary>
    private bool Applies(NamedTypeNode condition, ObjectType type) => schema.Type(condition.Name.Value) switch
    {
        ObjectType same => ReferenceEquals(same, type),
        { } named => schema.PossibleTypes(named).Contains(type),
        null => false,
    };

    private bool IsIncluded(SelectionNode selection) =>
        Condition(selection, "skip") != true && Condition(selection, "include") != false;

    private bool? Condition(SelectionNode selection, string directive) => DirectiveValues.Condition(selection, directive, variables);
}
