namespace DataHub.Linkage.Store;

/// <summary>What a pass came to.</summary>
public sealed record PassResult
{
    /// <summary>Number of the pass in <c>linkage.pass</c>.</summary>
    public required long PassId { get; init; }

    /// <summary>Records that were compared.</summary>
    public required int Records { get; init; }

    /// <summary>Of these, records that no pass had seen in their present form.</summary>
    public required int Pending { get; init; }

    /// <summary>Businesses among the records' clusters.</summary>
    public required int Businesses { get; init; }

    /// <summary>Persons among the records' clusters.</summary>
    public required int Persons { get; init; }

    /// <summary>Businesses that were merged into others.</summary>
    public required int Merged { get; init; }

    /// <summary>Businesses that were split off from others.</summary>
    public required int Split { get; init; }

    /// <summary>Records that moved from one business to another that both stay.</summary>
    public required int Moved { get; init; }

    /// <summary>Pairs that wait for a person, among the records.</summary>
    public required int ToReview { get; init; }
}
