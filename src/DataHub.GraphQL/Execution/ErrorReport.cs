using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Lists execution errors with their response paths (section 7.1.4): walks from each faulty position up to the root. A position that
/// vanished because of another null above it is not listed: one error for each null that moved up. An object that stands at
/// several places of the answer has its error at each of them.
/// </summary>
internal sealed class ErrorReport(int most)
{
    private const int MostLocations = 10;

    // Objects that stand at many places have as many paths, whose number multiplies with each level: the walk is bounded as the list is.
    private const int MostSteps = 1_000_000;
    private readonly List<object> tail = [];
    private List<GraphQLError>? errors;
    private Dictionary<(ObjectGroup Root, int Row), List<GraphQLError>>? byRoot;
    private int steps;

    /// <summary>True when there are more errors than are listed.</summary>
    public bool IsCut { get; private set; }

    public IReadOnlyList<GraphQLError> Errors => errors is null ? Array.Empty<GraphQLError>() : errors;

    /// <summary>Adds the errors of all groups from <paramref name="first"/> on.</summary>
    public void Add(IReadOnlyList<ObjectGroup> groups, int first = 0)
    {
        for (var i = first; i < groups.Count; i++)
            foreach (var field in groups[i].Fields)
                if (!IsCut) Add(field);
    }

    /// <summary>The errors at and below one object of a delivery's root, their paths beginning there.</summary>
    public IReadOnlyList<GraphQLError> At(ObjectGroup root, int row) => byRoot?.GetValueOrDefault((root, row)) ?? [];

    private void Add(FieldResult field)
    {
        if (field.Failure is { } failure)
        {
            for (var row = 0; row < field.Group.Rows.Count && !IsCut; row++) Climb(field, new Fault(0, row, failure), field);
            return;
        }
        var faults = field.Faults;
        for (var i = 0; i < faults.Count; i++)
        {
            if (IsCut) return;
            Climb(field, faults[i], field);
        }
    }

    /// <summary>
    /// From the position of <paramref name="fault"/> in <paramref name="field"/> to the root; <paramref name="origin"/> is where the
    /// error arose.
    /// </summary>
    private void Climb(FieldResult field, Fault fault, FieldResult origin)
    {
        if (++steps > MostSteps)
        {
            IsCut = true;
            return;
        }
        var height = tail.Count;
        if (LeaveLists(field, fault, out var row) && field.Group.LetsThrough(row, field.Index))
        {
            tail.Add(field.Selection.ResponseKey);
            if (field.Group.Origin is null) List(fault.Error, origin, (field.Group, row));
            else ClimbFrom(field.Group, row, fault.Error, origin);
        }
        tail.RemoveRange(height, tail.Count - height);
    }

    private void ClimbFrom(ObjectGroup group, int row, GraphQLError error, FieldResult origin)
    {
        var above = group.Origin!;
        var originRow = group.OriginRows is null ? row : group.OriginRows[row];
        var depth = above.Layers.Count;
        foreach (var element in above.Children!.ElementsOf(originRow, above.CountAt(depth)))
        {
            if (IsCut) return;
            if (above.ElementLetsThrough(element)) Climb(above, new Fault(depth, element, error), origin);
        }
    }

    private bool LeaveLists(FieldResult field, Fault fault, out int row)
    {
        row = fault.Position;
        for (var depth = fault.Depth; depth > 0; depth--)
        {
            var starts = field.Layers[depth - 1].Starts;
            var list = ListOf(starts, row);
            if (list < 0 || !field.ListLetsThrough(depth - 1, list, row)) return false;
            tail.Add(row - starts[list]);
            row = list;
        }
        return true;
    }

    /// <summary>The list that holds an item; -1 when none does.</summary>
    private static int ListOf(int[] starts, int item)
    {
        int low = 0, high = starts.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (starts[middle] <= item) low = middle;
            else high = middle - 1;
        }
        return low < starts.Length - 1 && starts[low] <= item ? low : -1;
    }

    private void List(GraphQLError error, FieldResult origin, (ObjectGroup Root, int Row) place)
    {
        errors ??= [];
        if (errors.Count == most)
        {
            IsCut = true;
            return;
        }
        var placed = error with
        {
            Path = Enumerable.Reverse(tail).ToArray(),
            Locations = origin.Selection.Nodes.Take(MostLocations).Select(n => n.Location).ToArray(),
        };
        errors.Add(placed);
        byRoot ??= [];
        if (!byRoot.TryGetValue(place, out var here)) byRoot[place] = here = [];
        here.Add(placed);
    }
}
