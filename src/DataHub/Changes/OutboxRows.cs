namespace DataHub.Changes;

/// <summary>Row of changes.outbox.</summary>
public sealed class OutboxRow
{
    public long Position { get; init; }
    public DateTime At { get; init; }
    public required string Kind { get; init; }
    public long? BusinessId { get; init; }
    public string[]? Attributes { get; init; }
    public long? RunId { get; init; }
    public string? Stage { get; init; }
    public int? Received { get; init; }
    public int? Quarantined { get; init; }
    public int? PercentRead { get; init; }
    public long? OtherId { get; init; }
}

/// <summary>The row of changes.horizon.</summary>
public sealed class HorizonRow
{
    public long Position { get; init; }
    public DateTime AwaitedUntil { get; init; }
}
