using DataHub.GraphQL.Execution;

namespace DataHub.GraphQL.Cost;

/// <summary>
/// Static Query Analysis (IBM GraphQL cost specification, section 5.1.1): what an operation can cost at most. One pass over the plan; what
/// does not depend on variables is computed once for all requests with the same plan. Recursion is as deep as the plan.
/// </summary>
internal sealed class RequestedCost(CostModel model, IReadOnlyDictionary<string, object?> variables)
{
    public CostTotals Of(OperationPlan plan) => OfObject(plan.Root, null, null);

    /// <summary>One object with all that is asked of it.</summary>
    /// <param name="selection">What is asked of it.</param>
    /// <param name="above">The rule of the field that gives the object; null when that has none, and at the root.</param>
    /// <param name="sizeAbove">What that rule says for the field's arguments.</param>
    public CostTotals OfObject(SelectionPlan selection, ListSize? above, double? sizeAbove)
    {
        var total = new CostTotals(0, model.Of(selection.Type));
        foreach (var field in selection.Fields)
        {
            var cost = Of(field);
            if (cost.IsFree) continue;
            total += new CostTotals(cost.Run, 0) + (Elements(field, cost.Weights, above, sizeAbove) * cost.Element);
        }
        return total;
    }

    /// <summary>How many elements a field gives for one parent object.</summary>
    public static double Elements(FieldSelection field, FieldWeights weights, ListSize? above, double? sizeAbove)
    {
        if (weights.ListDepth == 0) return 1;
        if (sizeAbove is not null && above!.Sizes(field.Definition.Name)) return weights.Elements(sizeAbove);
        return weights.Elements(weights.ListSize is { IsOwn: true } own ? own.SizeFor(field.Arguments) : null);
    }

    public FieldCost Of(FieldSelection field)
    {
        if (field.Cost is { } known) return known;
        var weights = model.Of(field.Definition);
        var size = weights.ListSize?.SizeFor(field.Arguments);
        var element = new CostTotals(0, weights.LeafWeight);
        foreach (var selection in field.Selections.Values)
        {
            var cost = OfObject(selection, weights.ListSize, size);
            if (cost.Sum > element.Sum) element = cost;
        }
        var computed = new FieldCost(weights, model.RunCost(field, weights, variables), element);
        // Selections that share arguments share the cost, unless a directive's own variables weigh in.
        if (!model.Directives.Any) field.Cost = computed;
        return computed;
    }
}
