using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Walks data that is about to be delivered, where something below it comes later, and notes what will come at which place. Its recursion
/// is as deep as the plan.
/// </summary>
internal sealed class IncrementWalk(int most)
{
    private readonly List<Notice> notices = [];
    private readonly List<Increment> found = [];
    private Increment? host;

    /// <summary>All notices so far, told or not, in response order within a delivery.</summary>
    public IReadOnlyList<Notice> Notices => notices;

    /// <summary>What the walk from the root found.</summary>
    public IReadOnlyList<Increment> Root(ObjectGroup root)
    {
        found.Clear();
        host = null;
        if (!root.IsDead(0)) Object(root, 0, Place.Root, null);
        return [.. found];
    }

    /// <summary>What the walk through an increment found.</summary>
    public IReadOnlyList<Increment> Below(Increment increment)
    {
        found.Clear();
        host = increment;
        var (group, row) = (increment.Group, increment.Row);
        if (increment.Stream is { } stream) List(group.Fields[0], 0, row, (increment.Place, stream.InitialCount), increment.Scope);
        else Fields(group, row, increment.Place, increment.Scope);
        return [.. found];
    }

    private void Object(ObjectGroup group, int row, Place place, NoticeScope? scope)
    {
        if (group.Plan.Deferral is { } deferral)
        {
            foreach (var usage in deferral.Starts) scope = new NoticeScope(usage, Start(usage, group, deferral, (place, scope)), scope);
            for (var i = 0; i < group.Parts.Count; i++)
            {
                var owners = deferral.Parts[i].Usages.Select(u => NoticeScope.Find(scope, u)!).ToArray();
                Add(new Increment(group.Parts[i], row, place, owners) { Host = host, Scope = scope });
            }
        }
        Fields(group, row, place, scope);
    }

    private Notice Start(DeferUsage usage, ObjectGroup group, Deferral deferral, (Place Place, NoticeScope? Scope) at)
    {
        var around = usage.Parent is null ? null : NoticeScope.Find(at.Scope, usage.Parent);
        return Add(new Notice(usage.Label, at.Place, group.Wave + usage.Depth - deferral.Depth) { Host = host, Around = around });
    }

    private void Fields(ObjectGroup group, int row, Place place, NoticeScope? scope)
    {
        foreach (var field in group.Fields)
        {
            if (!field.Selection.IsIncremental || field.Failure is not null) continue;
            var here = place.Then(field.Selection.ResponseKey);
            Position(field, 0, row, here, scope);
            if (field.Rest is { } rest && !field.IsNull(0, row)) Rest(rest, row, here, (field.Selection.Stream!, scope));
        }
    }

    private void Rest(ObjectGroup rest, int row, Place place, (StreamUsage Usage, NoticeScope? Scope) stream)
    {
        var starts = rest.Fields[0].Given!.Layers[0].Starts;
        if (starts[row] == starts[row + 1]) return;
        var notice = Add(new Notice(stream.Usage.Label, place, rest.Wave) { Host = host });
        Add(new Increment(rest, row, place, [notice]) { Host = host, Scope = stream.Scope, Stream = stream.Usage });
    }

    private void Position(FieldResult field, int depth, int position, Place place, NoticeScope? scope)
    {
        if (field.IsNull(depth, position)) return;
        if (depth < field.Layers.Count)
            List(field, depth, position, (place, 0), scope);
        else if (field.Children is { } children)
        {
            var (group, row) = children.At(position);
            Object(group, row, place, scope);
        }
    }

    private void List(FieldResult field, int depth, int list, (Place Place, int First) at, NoticeScope? scope)
    {
        var starts = field.Layers[depth].Starts;
        for (var item = starts[list]; item < starts[list + 1]; item++)
            Position(field, depth + 1, item, at.Place.Then(at.First + item - starts[list]), scope);
    }

    private Notice Add(Notice notice)
    {
        if (notices.Count == most) throw new GraphQLException(DeliveryLimit.Places(most));
        notices.Add(notice);
        return notice;
    }

    private void Add(Increment increment)
    {
        found.Add(increment);
        foreach (var notice in increment.Notices) notice.Increments = (notice.Increments.All + 1, notice.Increments.Open + 1);
    }
}
