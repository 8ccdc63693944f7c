namespace DataHub.Linkage.Store;

/// <summary>What the ids of a pass's clusters follow from. Records and clusters are places, in the order of (feed, key).</summary>
internal sealed record IdQuestion
{
    /// <summary>Cluster by record.</summary>
    public required int[] ClusterOf { get; init; }

    /// <summary>By cluster: whether it stands for a business (a person) of the registry at all.</summary>
    public required bool[] HasId { get; init; }

    /// <summary>By record: the id that it stood for; 0: none.</summary>
    public required long[] Former { get; init; }

    /// <summary>The record that an id was minted from, for ids whose record is among these.</summary>
    public required IReadOnlyDictionary<long, int> Anchors { get; init; }

    /// <summary>Ids that belong to a cluster whatever its records stood for.</summary>
    public IReadOnlyList<(int Cluster, long Id)> Claims { get; init; } = [];
}

/// <summary>An id that went into another one, and what it had.</summary>
/// <param name="Id">The id.</param>
/// <param name="Survivor">Where it went; 0: its records stand for nothing any more.</param>
internal readonly record struct Retirement(long Id, long Survivor);

/// <summary>An id that retired in an earlier pass.</summary>
/// <param name="Id">The id.</param>
/// <param name="Survivor">The id that answers for it.</param>
/// <param name="Records">What the merge took from it, as places; a record that is not among those of the pass makes it null.</param>
internal sealed record Retired(long Id, long Survivor, IReadOnlySet<int>? Records);
