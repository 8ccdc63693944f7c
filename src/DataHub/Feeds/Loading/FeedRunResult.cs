namespace DataHub.Feeds.Loading;

/// <summary>A finished load; the counters are those of <c>FeedRun</c> in the contract.</summary>
public sealed record FeedRunResult(long RunId, string Feed, string FileName)
{
    /// <summary>What its rows are of all that the source has.</summary>
    public LoadKind Kind { get; init; }

    /// <summary>DONE, or HELD: nothing of it is published until a steward has looked at it.</summary>
    public string Status { get; init; } = "DONE";

    /// <summary>What stopped it; null when nothing did.</summary>
    public string? Failure { get; init; }

    /// <summary>Data rows in the file.</summary>
    public int Received { get; init; }

    /// <summary>Rows the hub already held in the same form.</summary>
    public int Unchanged { get; init; }

    /// <summary>Rows new to the hub.</summary>
    public int Created { get; init; }

    /// <summary>Rows that replace an earlier form.</summary>
    public int Changed { get; init; }

    /// <summary>Rows that could not be read.</summary>
    public int Quarantined { get; init; }

    /// <summary>New and changed rows whose pair with another record waits for a human's judgement.</summary>
    public int ToReview { get; init; }

    /// <summary>Broken rows on which a steward has decided before.</summary>
    public int Decided { get; init; }

    /// <summary>Records that a full file no longer brings.</summary>
    public int Vanished { get; init; }

    /// <summary>Records that had vanished and are back.</summary>
    public int Returned { get; init; }

    /// <summary>Rows read that carry a damaged identifier.</summary>
    public int Damaged { get; init; }

    /// <summary>New and changed rows joined to a business.</summary>
    public int Linked { get; init; }

    /// <summary>New and changed rows not yet joined to one.</summary>
    public int Unlinked { get; init; }
}

/// <summary>What became of one file of a folder.</summary>
/// <param name="FileName">Name without folder.</param>
/// <param name="Run">The load; null when the file was refused.</param>
/// <param name="Refusal">Why it was refused; null when it was not.</param>
public sealed record FeedFileResult(string FileName, FeedRunResult? Run, string? Refusal);
