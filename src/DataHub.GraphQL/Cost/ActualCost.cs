using DataHub.GraphQL.Execution;

namespace DataHub.GraphQL.Cost;

/// <summary>
/// Dynamic Query Analysis (IBM GraphQL cost specification, section 5.1.2): what an executed operation did cost. An object that stands at
/// several places of the answer counts at each; a row that was read ahead and is not in the answer does not count. What fails counts as
/// run.
/// </summary>
internal sealed class ActualCost(CostModel model, IReadOnlyDictionary<string, object?> variables)
{
    private CostTotals total;

    /// <summary>Of all that was added.</summary>
    public CostTotals Total => total;

    /// <param name="groups">Parents before their children.</param>
    public void Add(IReadOnlyList<ObjectGroup> groups)
    {
        foreach (var group in groups) Add(group);
    }

    /// <summary>Further items of a list that was run before.</summary>
    /// <param name="groups">The group of the list, then those below it, parents before their children.</param>
    public void AddItems(IReadOnlyList<ObjectGroup> groups)
    {
        var list = groups[0].Fields[0];
        AddElements(list, model.Of(list.Selection.Definition), new Places(1, null));
        for (var i = 1; i < groups.Count; i++) Add(groups[i]);
    }

    private void Add(ObjectGroup group)
    {
        if (group.Origin is null) group.Places = new Places(group.Rows.Count, null);
        var places = group.Places;
        total += new CostTotals(0, places.Sum * model.Of(group.Type));
        foreach (var field in group.Fields) Add(field, places);
    }

    private void Add(FieldResult field, Places parents)
    {
        // The engine runs no field whose arguments do not fit.
        if (field.Selection.ArgumentError is not null) return;
        var weights = field.Selection.Cost?.Weights ?? model.Of(field.Selection.Definition);
        var run = model.RunCost(field.Selection, weights, variables);
        if (run > 0) total += new CostTotals(parents.Sum * run, 0);
        AddElements(field, weights, parents);
    }

    private void AddElements(FieldResult field, FieldWeights weights, Places parents)
    {
        if (field.Failure is not null) return;
        var leafWeight = weights.LeafWeight;
        if (field.Children is null && leafWeight == 0) return;
        var elements = Elements(field.Layers, parents);
        if (field.Children is { } children) Enter(children, elements);
        else total += new CostTotals(0, elements.Sum * leafWeight);
    }

    private static Places Elements(IReadOnlyList<ListLayer> layers, Places lists)
    {
        foreach (var layer in layers)
        {
            var starts = layer.Starts;
            if (lists.Each is null && starts[0] == 0)
            {
                lists = new Places(starts[^1], null);
                continue;
            }
            var each = new double[starts[^1]];
            for (var list = 0; list < starts.Length - 1; list++)
                Array.Fill(each, lists.Each?[list] ?? 1, starts[list], starts[list + 1] - starts[list]);
            lists = new Places(each.Sum(), each);
        }
        return lists;
    }

    private static void Enter(ChildRows children, Places elements)
    {
        if (children.Groups.Length == 0) return;
        var isOneToOne = elements.Each is null && children.IsInOrder && children.Groups is [var only] && only.Rows.Count == elements.Sum;
        var rows = isOneToOne ? elements : Rows(children, elements);
        foreach (var group in children.Groups) group.Places = PartOf(rows, group);
    }

    private static Places Rows(ChildRows children, Places elements)
    {
        var each = new double[children.RowCount];
        var count = elements.Each?.Length ?? elements.Sum;
        for (var element = 0; element < count; element++)
            if (children.Row(element) is >= 0 and var row) each[row] += elements.Each?[element] ?? 1;
        return new Places(each.Sum(), each);
    }

    private static Places PartOf(Places rows, ObjectGroup group)
    {
        if (group.OriginRows is not { } picked) return rows;
        if (rows.Each is null) return new Places(picked.Length, null);
        var each = Array.ConvertAll(picked, row => rows.Each[row]);
        return new Places(each.Sum(), each);
    }
}
