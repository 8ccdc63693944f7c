namespace DataHub.Consent;

/// <summary>Row of access.consent: what a person agreed to. Never changed.</summary>
public sealed class ConsentRow
{
    public long Id { get; init; }
    public long PersonId { get; init; }
    public required string Organisation { get; init; }
    public required string Purpose { get; init; }
    public required string[] Fields { get; init; }
    public DateTime ValidFrom { get; init; }
    public DateTime ValidUntil { get; init; }
    public required string EvidenceKind { get; init; }
    public string? EvidenceReference { get; init; }
    public required string NoticeVersion { get; init; }
    public DateTime GivenAt { get; init; }
    public required string EnteredBy { get; init; }
}

/// <summary>Row of access.consent_withdrawal: from when on a consent holds no more.</summary>
public sealed class ConsentWithdrawalRow
{
    public long ConsentId { get; init; }
    public DateTime WithdrawnAt { get; init; }
    public required string EvidenceKind { get; init; }
    public string? EvidenceReference { get; init; }
    public required string EnteredBy { get; init; }
}
