using System.Collections;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// An execution error at one position of a field: depth 0 is the field of a parent row, depth n an item of the n-th list layer.
/// </summary>
internal readonly record struct Fault(int Depth, int Position, GraphQLError Error);

/// <summary>One field's values for all rows of a group, and what section 6.4.4 made null among them.</summary>
internal sealed class FieldResult(ObjectGroup group, int index, FieldSelection selection)
{
    private const int NoKiller = -1;
    private List<Fault>? faults;

    // By depth; null while nothing is nulled.
    private BitArray?[]? nulled;
    private int[]?[]? killers;

    public ObjectGroup Group { get; } = group;

    /// <summary>Place among the group's fields.</summary>
    public int Index { get; } = index;

    public FieldSelection Selection { get; } = selection;

    /// <inheritdoc cref="FieldSelection.Prefix"/>
    public MemberPrefix Prefix { get; } = selection.Prefix;

    /// <summary>Set when the field failed for all rows; nothing below is set then.</summary>
    public GraphQLError? Failure { get; private set; }

    public IReadOnlyList<ListLayer> Layers { get; private set; } = [];

    public LeafOutput? Output { get; private set; }

    public ChildRows? Children { get; private set; }

    /// <summary>What the field is worth when that is known without asking a resolver: later items of a streamed list.</summary>
    public ResolvedField? Given { get; init; }

    /// <summary>The later items of the lists that <c>@stream</c> cut; null when none was cut.</summary>
    public ObjectGroup? Rest { get; private set; }

    /// <summary>Set when more items of the list follow than those here.</summary>
    public OpenList? Open { get; private set; }

    public IReadOnlyList<Fault> Faults => faults is null ? Array.Empty<Fault>() : faults;

    public void Fail(GraphQLError error) => Failure = error;

    /// <summary>
    /// Takes what a resolver gave. Throws <see cref="InvalidOperationException"/> when it does not have the field's shape.
    /// </summary>
    public void Complete(ResolvedField resolved)
    {
        ResolvedShape.Check(Selection, Group.Rows.Count, resolved);
        if (Selection.Stream is { } stream && Given is null) resolved = Cut(resolved, stream);
        var type = Selection.Definition.Type.Named;
        if (resolved.Values is { } values) Output = LeafOutput.For(values, type, Selection.Definition);
        else Children = ChildRows.Part(this, resolved);
        Layers = resolved.Layers;
        PlainLeaf = Layers.Count == 0 ? Output : null;
        if (resolved.More is { } more) Open = new OpenList(this, more);
        for (var i = 0; i < resolved.Errors.Count; i++) AddFault(0, resolved.Errors[i].Row, resolved.Errors[i].Error);
        if (Output?.Check(CountAt(Layers.Count)) is not { } unfit) return;
        var error = LeafOutput.Unfit(type, Selection.Definition);
        foreach (var element in unfit) AddFault(Layers.Count, element, error);
    }

    private ResolvedField Cut(ResolvedField resolved, StreamUsage stream)
    {
        var (now, later) = StreamCut.Cut(resolved, stream.InitialCount, Selection.Definition.Type.Named);
        if (later is not null) Rest = ObjectGroup.OfRest(this, later);
        return now;
    }

    /// <summary>
    /// The column to write a row's value from, when that is all there is to it; null when something is to be looked at first.
    /// </summary>
    public LeafOutput? PlainLeaf { get; private set; }

    /// <summary>How many positions there are at a depth.</summary>
    public int CountAt(int depth) => depth == 0 ? Group.Rows.Count : Layers[depth - 1].Starts[^1];

    /// <summary>Whether a position is null in the answer, for whatever reason.</summary>
    public bool IsNull(int depth, int position)
    {
        if (IsNulled(depth, position)) return true;
        if (depth < Layers.Count) return Layers[depth].Nulls is { } nulls && nulls[position];
        return Output is not null ? Output.IsNull(position) : Children!.IsNull(position);
    }

    /// <summary>Null because of an error at or below the position.</summary>
    public bool HasError(int depth, int position) =>
        IsNulled(depth, position) || (depth == Layers.Count && Children is not null && Children.IsDead(position));

    public void AddFault(int depth, int position, GraphQLError error)
    {
        if (IsNulled(depth, position)) return;
        MarkNull(depth, position);
        (faults ??= []).Add(new Fault(depth, position, error));
    }

    /// <summary>Makes a list null because one of its items is null and must not be.</summary>
    public void KillList(int depth, int list, int item)
    {
        if (IsNulled(depth, list)) return;
        MarkNull(depth, list);
        killers ??= new int[]?[Layers.Count + 1];
        if (killers[depth] is null) Array.Fill(killers[depth] = new int[CountAt(depth)], NoKiller);
        killers[depth]![list] = item;
    }

    /// <summary>True when a list is there, or became null because of that item.</summary>
    public bool ListLetsThrough(int depth, int list, int item) =>
        !IsNull(depth, list) || (killers?[depth] is { } causes && causes[list] == item);

    /// <summary>An object position is reached from below unless an error of its own stands there.</summary>
    public bool ElementLetsThrough(int element) => !IsNulled(Layers.Count, element);

    private bool IsNulled(int depth, int position) => nulled is not null && nulled[depth] is { } marks && marks[position];

    private void MarkNull(int depth, int position)
    {
        PlainLeaf = null;
        nulled ??= new BitArray?[Layers.Count + 1];
        (nulled[depth] ??= new BitArray(CountAt(depth)))[position] = true;
    }
}
