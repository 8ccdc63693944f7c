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
    public IReadOnlyList<List<FieldNode>> Collect(ObjectType type, IEnumerable<SelectionSetNode> sets)
    {
        var collected = new Collected();
        foreach (var set in sets)
        {
            // A stack of its own, since fragments may spread one another to any depth.
            var open = new Stack<IEnumerator<SelectionNode>>();
            open.Push(set.Selections.GetEnumerator());
            while (open.TryPeek(out var selections))
            {
                if (!selections.MoveNext()) open.Pop();
                else if (Enter(selections.Current, type, collected) is { } below) open.Push(below.Selections.GetEnumerator());
            }
        }
        return collected.Fields;
    }

    /// <summary>Takes a field, or gives the selection set of a fragment that applies.</summary>
    private SelectionSetNode? Enter(SelectionNode selection, ObjectType type, Collected collected)
    {
        budget.Visit();
        if (selection.Directives.Count > 0 && !IsIncluded(selection)) return null;
        switch (selection)
        {
            case FieldNode field:
                collected.Add(field);
                return null;
            case InlineFragmentNode inline:
                return inline.TypeCondition is null || Applies(inline.TypeCondition, type) ? inline.SelectionSet : null;
            case FragmentSpreadNode spread:
                var isNew = collected.Visited.Add(spread.Name.Value);
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

    /// <summary>The value of the directive's <c>if</c>; null when the directive is not applied.</summary>
    private bool? Condition(SelectionNode selection, string directive)
    {
        var applied = selection.Directives.FirstOrDefault(d => d.Name.Value == directive);
        if (applied is null) return null;
        var condition = applied.Arguments.FirstOrDefault(a => a.Name.Value == "if")?.Value;
        if (condition is not VariableNode variable) return condition is BooleanValueNode { Value: true };
        return variables.GetValueOrDefault(variable.Name.Value) is true;
    }

    private sealed class Collected
    {
        private readonly Dictionary<string, List<FieldNode>> byKey = new(StringComparer.Ordinal);

        public List<List<FieldNode>> Fields { get; } = [];

        public HashSet<string> Visited { get; } = new(StringComparer.Ordinal);

        public void Add(FieldNode field)
        {
            if (!byKey.TryGetValue(field.ResponseKey, out var nodes)) Fields.Add(byKey[field.ResponseKey] = nodes = []);
            nodes.Add(field);
        }
    }
}
