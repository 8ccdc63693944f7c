namespace DataHub.Linkage.Model;

/// <summary>Who is who among the records of one call. Places are those of the list that was linked.</summary>
public sealed record LinkResult
{
    /// <summary>Cluster of persons by record: numbers from 0, in the order of each cluster's first record by (feed, key).</summary>
    public required int[] Persons { get; init; }

    /// <summary>Cluster of undertakings by record, numbered likewise. A record that is nobody else's has a cluster of its own.</summary>
    public required int[] Businesses { get; init; }

    /// <summary>By record: the heaviest accepted edge that holds it in its cluster of undertakings; null when it is alone.</summary>
    public required LinkEdge?[] Holds { get; init; }

    /// <summary>By record: the heaviest accepted edge that holds it in its cluster of persons; null when it is alone.</summary>
    public required LinkEdge?[] HoldsPerson { get; init; }

    /// <summary>Pairs for a person to judge, the worthiest first.</summary>
    public required IReadOnlyList<ReviewCandidate> Review { get; init; }
}
