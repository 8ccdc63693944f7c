using DataHub.Linkage.Model;

namespace DataHub.Linkage.Store;

/// <summary>Where a record stands: the columns of its open link.</summary>
internal sealed record Membership
{
    /// <summary>The form of the record that the link is of.</summary>
    public required long RecordId { get; init; }

    /// <summary>Business; 0: none.</summary>
    public long Business { get; init; }

    /// <summary>Person; 0: none.</summary>
    public long Person { get; init; }

    /// <summary>Where there is no business: the smallest number of the cluster's records; else 0.</summary>
    public long Cluster { get; init; }

    /// <summary>Where there is no person: the smallest number of the records of theirs; else 0.</summary>
    public long PersonCluster { get; init; }

    /// <summary>Why it stands there.</summary>
    public required string Rule { get; init; }

    /// <summary>How sure the business is; the person where there is none.</summary>
    public required bool IsCertain { get; init; }

    /// <summary>How sure the person is.</summary>
    public required bool IsPersonCertain { get; init; }
}

/// <summary>A record of a pass.</summary>
/// <param name="Id">Number of its present form.</param>
/// <param name="Record">What is compared.</param>
/// <param name="Former">Where it stood before; null: nowhere.</param>
/// <param name="IsPending">No pass has seen it in this form.</param>
internal sealed record PassRecord(long Id, LinkRecord Record, Membership? Former, bool IsPending)
{
    /// <summary>Name of the feed as the database has it.</summary>
    public string Feed => FeedNames.Of(Record.Feed);
}
