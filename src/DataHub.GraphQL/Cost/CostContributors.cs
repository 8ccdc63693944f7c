using DataHub.GraphQL.Execution;

namespace DataHub.GraphQL.Cost;

/// <summary>Parts the requested cost of an operation by fields.</summary>
internal sealed class CostContributors(CostModel model, RequestedCost requested)
{
    private const int Most = 20;
    private readonly List<CostContribution> found = [];

    /// <summary>The dearest fields. Of an abstract type's objects those of the dearest type are told.</summary>
    public IReadOnlyList<CostContribution> Of(OperationPlan plan, IReadOnlyDictionary<string, object?> variables)
    {
        var root = new CostContribution("", 1, model.Of(plan.Root.Type));
        if (root.Cost > 0) found.Add(root);
        Walk(new Level(plan.Root, null, null, "", 1), variables);
        return [.. found.OrderByDescending(c => c.Cost).ThenBy(c => c.Path, StringComparer.Ordinal).Take(Most)];
    }

    private sealed record Level(SelectionPlan Selection, ListSize? Above, double? SizeAbove, string Path, double Count);

    private void Walk(Level level, IReadOnlyDictionary<string, object?> variables)
    {
        foreach (var field in level.Selection.Fields)
        {
            var path = level.Path.Length == 0 ? field.ResponseKey : $"{level.Path}.{field.ResponseKey}";
            var weights = model.Of(field.Definition);
            var count = CostTotals.Bounded(level.Count * RequestedCost.Elements(field, weights, level.Above, level.SizeAbove));
            var size = weights.ListSize?.SizeFor(field.Arguments);
            var below = field.Selections.Values.MaxBy(s => requested.OfObject(s, weights.ListSize, size).Sum);
            var each = below is null ? weights.LeafWeight : model.Of(below.Type);
            var cost = CostTotals.Bounded((level.Count * model.RunCost(field, weights, variables)) + (count * each));
            if (cost > 0) found.Add(new CostContribution(path, count, cost));
            if (below is not null) Walk(new Level(below, weights.ListSize, size, path, count), variables);
        }
    }
}
