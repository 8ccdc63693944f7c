namespace DataHub.Rights;

/// <summary>Row of rights.request.</summary>
public sealed class RightsRequestRow
{
    public long Id { get; init; }
    public long PersonId { get; init; }
    public long? BusinessId { get; init; }
    public required string Kind { get; init; }
    public required string Status { get; init; }
    public DateTime ReceivedAt { get; init; }
    public DateTime DueAt { get; init; }
    public string? Attribute { get; init; }
    public string? SourceFeed { get; init; }
    public required byte[] WishCipher { get; init; }
    public byte[]? EvidenceCipher { get; init; }
    public string? Handler { get; init; }
    public DateTime? TakenAt { get; init; }
    public DateTime? ClosedAt { get; init; }
    public byte[]? OutcomeCipher { get; init; }
    public string? RefusalArticle { get; init; }
}
