namespace DataHub.Feeds;

/// <summary>Row of feeds.feed_run.</summary>
public sealed class FeedRunRow
{
    public long Id { get; init; }
    public required string Feed { get; init; }
    public required string FileName { get; init; }
    public byte[]? FileHash { get; init; }
    public required string Status { get; init; }
    public DateTime StartedAt { get; init; }
    public DateTime? FinishedAt { get; init; }
    public int Received { get; init; }
    public int Unchanged { get; init; }
    public int Created { get; init; }
    public int Changed { get; init; }
    public int Quarantined { get; init; }
    public int Damaged { get; init; }
    public int Linked { get; init; }
    public int Unlinked { get; init; }
    public string? Failure { get; init; }
    public required string Stage { get; init; }
    public int PercentRead { get; init; }
    public required string Kind { get; init; }
    public int ToReview { get; init; }
    public int Vanished { get; init; }
    public int Returned { get; init; }
    public int Decided { get; init; }
    public DateOnly? NewestSourceDate { get; init; }
    public bool AwaitsLinking { get; init; }
    public string? Actor { get; init; }
    public string? Reason { get; init; }
}

/// <summary>Row of feeds.quarantine.</summary>
public sealed class QuarantineRow
{
    public long Id { get; init; }
    public long RunId { get; init; }
    public required string Feed { get; init; }
    public int Line { get; init; }
    public string? ColumnName { get; init; }
    public required string Reason { get; init; }
    public required string Message { get; init; }
    public byte[]? ValueCipher { get; init; }
    public required byte[] Payload { get; init; }
    public required byte[] ContentHash { get; init; }
    public DateTime ReceivedAt { get; init; }
    public required string State { get; init; }
    public string? SourceKey { get; init; }
    public byte[]? ReceivedCipher { get; init; }
    public DateTime? DecidedAt { get; init; }
    public string? DecidedBy { get; init; }
    public string? DecisionReason { get; init; }
    public long? DecisionRunId { get; init; }
    public string? DecisionKey { get; init; }
}
