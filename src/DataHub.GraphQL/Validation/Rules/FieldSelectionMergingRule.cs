using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;
using DataHub.GraphQL.Validation.Merging;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// Fields with one response name can be merged: the same shape in the answer, and the same field with the same arguments where one object
/// may have both.
/// https://spec.graphql.org/September2025/#sec-Field-Selection-Merging
/// </summary>
/// <remarks>
/// The specification compares each pair. Both of its relations are equivalences among the fields that they are demanded of, so each
/// member of a group is compared with the first, and the group's selection sets are merged and looked at next. A set is looked at once
/// for each relation. Work is linear in the document without fragments; with fragments there are at most as many sets as response paths,
/// and <see cref="ValidationOptions.MaxRevisits"/> bounds them.
/// </remarks>
public sealed class FieldSelectionMergingRule(ValidationContext context) : ValidationRule(context, "5.3.2 Field Selection Merging")
{
    private readonly Merging.FieldCollector collector = new(context);
    private readonly ArgumentSignatures arguments = new();
    private readonly Queue<(MergedSet Set, Relations Relations)> sets = new();
    private readonly Dictionary<MergedSet, Relations> known = [];
    private readonly HashSet<(FieldNode, FieldNode)> reported = [];
    private readonly bool isIncremental = IncrementalDirectives.AreIn(context.Schema);
    private long selections;

    private bool IsOverBudget => collector.Visits > (2 * selections) + Context.Options.MaxRevisits;

    public override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition) => selections++;

    public override void EnterSpread(FragmentSpreadNode spread, NamedType? parent) => selections++;

    public override void EnterInlineFragment(InlineFragmentNode fragment, NamedType? parent, NamedType? type) => selections++;

    // Every selection set is reached from an operation or from a fragment that no operation spreads.
    public override void LeaveDocument()
    {
        if (Context.IsOverBudget) return;
        foreach (var operation in Context.Scopes.Select(s => s.Node).OfType<OperationDefinitionNode>())
            CheckFrom(operation.SelectionSet, Context.Schema.Root(operation.Operation));
        foreach (var fragment in OuterFragmentsFirst())
        {
            if (!collector.Fragments.Contains(fragment.Name.Value) || Context.Fragment(fragment.Name.Value)?.Node != fragment)
                CheckFrom(fragment.SelectionSet, Context.Schema.Composite(fragment.TypeCondition.Name.Value));
        }
        if (!IsOverBudget) return;
        Report(
            "The fragments and selections of this document overlap in more combinations than are checked; split it into smaller documents.",
            Context.Scopes[0].Node);
    }

    private IEnumerable<FragmentDefinitionNode> OuterFragmentsFirst()
    {
        var spread = Context.Scopes.SelectMany(s => s.Spreads).Select(s => s.Name.Value).ToHashSet(StringComparer.Ordinal);
        return Context.Scopes.Select(s => s.Node).OfType<FragmentDefinitionNode>().OrderBy(f => spread.Contains(f.Name.Value));
    }

    private void CheckFrom(SelectionSetNode root, NamedType? parent)
    {
        Enqueue([(root, parent)], Relations.Shape | Relations.Identity);
        while (!Context.IsFull && !IsOverBudget && sets.TryDequeue(out var next))
        {
            foreach (var group in collector.Collect(next.Set)) Check(group, next.Relations);
        }
    }

    // One object has the fields of its own type and those of interfaces and unions.
    private void Check(List<FieldInSet> group, Relations relations)
    {
        if (relations.HasFlag(Relations.Shape)) CheckShape(group);
        if (!HasSeveralObjects(group))
        {
            EnqueueFieldsOf(relations.HasFlag(Relations.Identity) ? Identical(group) : group, relations);
            return;
        }
        if (relations.HasFlag(Relations.Shape)) EnqueueFieldsOf(group, Relations.Shape);
        if (!relations.HasFlag(Relations.Identity)) return;
        var others = group.Where(f => f.Parent is not ObjectType).ToList();
        foreach (var fields in group.Where(f => f.Parent is ObjectType).GroupBy(f => f.Parent))
            EnqueueFieldsOf(Identical([.. others, .. fields]), Relations.Identity);
    }

    private static bool HasSeveralObjects(List<FieldInSet> group)
    {
        NamedType? first = null;
        foreach (var field in group)
        {
            if (field.Parent is not ObjectType) continue;
            first ??= field.Parent;
            if (!ReferenceEquals(first, field.Parent)) return true;
        }
        return false;
    }

    private void CheckShape(List<FieldInSet> group)
    {
        var first = group[0];
        foreach (var field in group)
        {
            if (ResponseShape.AreSame(first.Definition.Type, field.Definition.Type)) continue;
            var (a, b) = ($"\"{first.Definition.Type}\" ({first.Coordinate})", $"\"{field.Definition.Type}\" ({field.Coordinate})");
            Conflict(first, field, $"would be of type {a} or {b}");
        }
    }

    // The members that are the same field as the first with the same arguments; reports the others.
    private List<FieldInSet> Identical(List<FieldInSet> group)
    {
        if (group.Count == 1) return group;
        var first = group[0];
        var same = new List<FieldInSet>(group.Count);
        foreach (var field in group)
        {
            if (first.Definition.Name != field.Definition.Name)
                Conflict(first, field, $"would be {first.Coordinate} or {field.Coordinate}");
            else if (arguments.Of(first.Node) != arguments.Of(field.Node))
                Conflict(first, field, $"would be {first.Coordinate} with different arguments");
            else if (!ReferenceEquals(first.Node, field.Node) && (IsStreamed(first.Node) || IsStreamed(field.Node)))
                Conflict(first, field, "would be streamed more than once, or once streamed and once not");
            else
                same.Add(field);
        }
        return same;
    }

    // A list is cut once: https://github.com/graphql/graphql-spec/pull/1110
    private bool IsStreamed(FieldNode field) =>
        field.Directives.Count > 0 && isIncremental && DirectiveValues.Find(field, IncrementalDirectives.Stream) is not null;

    private void EnqueueFieldsOf(List<FieldInSet> group, Relations relations)
    {
        List<(SelectionSetNode, NamedType?)>? parts = null;
        foreach (var field in group)
        {
            if (field.Node.SelectionSet is { } set) (parts ??= new(1)).Add((set, field.Definition.Type.Named));
        }
        if (parts is not null) Enqueue(parts, relations);
    }

    private void Enqueue(List<(SelectionSetNode Set, NamedType? Parent)> parts, Relations relations)
    {
        var set = new MergedSet(parts);
        var before = known.GetValueOrDefault(set);
        if ((relations & ~before) == 0) return;
        known[set] = before | relations;
        sets.Enqueue((set, relations & ~before));
    }

    private void Conflict(FieldInSet first, FieldInSet second, string problem)
    {
        if (!reported.Add((first.Node, second.Node))) return;
        Report($"\"{first.Node.ResponseKey}\" {problem}; give one of them another alias.", first.Node, second.Node);
    }
}
