using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Execution;

/// <summary>A selection set with the <c>@defer</c> in force around it; null stands for the delivery of the object itself.</summary>
internal readonly record struct SelectionScope(SelectionSetNode Set, DeferUsage? Usage);

/// <summary>The fields of a selection set by response key, in response order, each node with the <c>@defer</c> around it.</summary>
internal sealed class CollectedFields
{
    private readonly Dictionary<string, int> byKey = new(StringComparer.Ordinal);

    public List<List<FieldNode>> Nodes { get; } = [];

    /// <summary>By field and node as in <see cref="Nodes"/>.</summary>
    public List<List<DeferUsage?>> Usages { get; } = [];

    /// <summary>The <c>@defer</c>s found.</summary>
    public List<DeferUsage> Starts { get; } = [];

    public HashSet<(string Fragment, DeferUsage? Usage)> Visited { get; } = [];

    public void Add(FieldNode field, DeferUsage? usage)
    {
        if (!byKey.TryGetValue(field.ResponseKey, out var index))
        {
            byKey[field.ResponseKey] = index = Nodes.Count;
            Nodes.Add([]);
            Usages.Add([]);
        }
        Nodes[index].Add(field);
        Usages[index].Add(usage);
    }
}
