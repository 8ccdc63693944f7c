using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;
using DataHub.GraphQL.Validation.Merging;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// Fields with one response name can be merged: the same shape in the answer, and the same field with the same arguments where one
/// object may have both.
/// https://spec.graphql.org/September2025/#sec-Field-Selection-Merging
/// </summary>
/// <remarks>
/// The specification compares each pair. Both of its relations between two fields of a set are equivalences once the set is split by
/// parent type, so each member is compared with the first of its group, and the groups' selection sets are merged and looked at next:
/// once all groups by shape, once the groups that one object may have. Sets that were merged before are not looked at again. Work is
/// linear in the document without fragments; with fragments there are at most as many sets as response paths, and
/// <see cref="ValidationOptions.MaxRevisits"/> bounds them.
/// </remarks>
public sealed class FieldSelectionMergingRule(ValidationContext context) : ValidationRule(context, "5.3.2 Field Selection Merging")
{
    private readonly FieldCollector collector = new(context);
    private readonly ArgumentSignatures arguments = new();
    private readonly Queue<MergedSet> sets = new();
    private readonly HashSet<MergedSet> known = [];
    private readonly HashSet<(FieldNode, FieldNode)> reported = [];
    private long selections;

    private bool IsOverBudget => collector.Visits > (2 * selections) + Context.Options.MaxRevisits;

    public override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition) => selections++;

    public override void EnterSpread(FragmentSpreadNode spread, NamedType? parent) => selections++;

    public override void EnterInlineFragment(InlineFragmentNode fragment, NamedType? parent, NamedType? type) => selections++;

    public override void LeaveDocument()
    {
        CheckFrom(CheckShape);
        CheckFrom(CheckCommonParents);
        if (!IsOverBudget) return;
        Report(
            "The fragments and selections of this document overlap in more combinations than are checked; split it into smaller documents.",
            Context.Scopes[0].Node);
    }

    // Every selection set is reached from an operation or from a fragment that no operation spreads.
    private void CheckFrom(Action<List<FieldInSet>> check)
    {
        known.Clear();
        collector.Fragments.Clear();
        foreach (var operation in Context.Scopes.Select(s => s.Node).OfType<OperationDefinitionNode>())
            CheckFrom(operation.SelectionSet, Context.Schema.Root(operation.Operation), check);
        foreach (var fragment in OuterFragmentsFirst())
        {
            if (!collector.Fragments.Contains(fragment.Name.Value) || Context.Fragment(fragment.Name.Value)?.Node != fragment)
                CheckFrom(fragment.SelectionSet, Context.Schema.Composite(fragment.TypeCondition.Name.Value), check);
        }
    }

    private IEnumerable<FragmentDefinitionNode> OuterFragmentsFirst()
    {
        var spread = Context.Scopes.SelectMany(s => s.Spreads).Select(s => s.Name.Value).ToHashSet(StringComparer.Ordinal);
        return Context.Scopes.Select(s => s.Node).OfType<FragmentDefinitionNode>().OrderBy(f => spread.Contains(f.Name.Value));
    }

    private void CheckFrom(SelectionSetNode root, NamedType? parent, Action<List<FieldInSet>> check)
    {
        Enqueue([(root, parent)]);
        while (sets.TryDequeue(out var set))
        {
            if (Context.IsFull || IsOverBudget) return;
            foreach (var group in collector.Collect(set)) check(group);
        }
    }

    private void CheckShape(List<FieldInSet> group)
    {
        var first = group[0];
        foreach (var field in group)
        {
            if (ResponseShape.AreSame(first.Definition.Type, field.Definition.Type)) continue;
            var (a, b) = ($"\"{first.Definition.Type}\" of {first.Coordinate}", $"\"{field.Definition.Type}\" of {field.Coordinate}");
            Conflict(first, field, $"would be of type {a} or {b}");
        }
        EnqueueFieldsOf(group);
    }

    // One object has the fields of its own type and those of interfaces and unions.
    private void CheckCommonParents(List<FieldInSet> group)
    {
        var objects = group.Where(f => f.Parent is ObjectType).GroupBy(f => f.Parent).ToList();
        if (objects.Count <= 1)
        {
            CheckCommonParent(group);
            return;
        }
        var others = group.Where(f => f.Parent is not ObjectType).ToList();
        foreach (var fields in objects) CheckCommonParent([.. others, .. fields]);
    }

    private void CheckCommonParent(List<FieldInSet> group)
    {
        var first = group[0];
        var same = new List<FieldInSet>(group.Count);
        foreach (var field in group)
        {
            if (first.Definition.Name != field.Definition.Name)
                Conflict(first, field, $"would be {first.Coordinate} or {field.Coordinate}");
            else if (arguments.Of(first.Node) != arguments.Of(field.Node))
                Conflict(first, field, $"would be {first.Coordinate} with different arguments");
            else
                same.Add(field);
        }
        EnqueueFieldsOf(same);
    }

    private void EnqueueFieldsOf(List<FieldInSet> group)
    {
        var parts = new List<(SelectionSetNode, NamedType?)>();
        foreach (var field in group)
        {
            if (field.Node.SelectionSet is { } set) parts.Add((set, field.Definition.Type.Named));
        }
        if (parts.Count > 0) Enqueue(parts);
    }

    private void Enqueue(List<(SelectionSetNode Set, NamedType? Parent)> parts)
    {
        var set = new MergedSet(parts);
        if (known.Add(set)) sets.Enqueue(set);
    }

    private void Conflict(FieldInSet first, FieldInSet second, string problem)
    {
        if (!reported.Add((first.Node, second.Node))) return;
        Report($"\"{first.Node.ResponseKey}\" {problem}; give one of them another alias.", first.Node, second.Node);
    }
}
