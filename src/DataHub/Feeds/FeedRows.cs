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
}
