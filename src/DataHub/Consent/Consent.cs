namespace DataHub.Consent;

/// <summary>That a person lets an organisation have fields for a purpose. Times are UTC.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Organisation">The recipient.</param>
/// <param name="Purpose">As the contract's enum names it.</param>
/// <param name="Fields">Schema coordinates.</param>
/// <param name="ValidFrom">The first moment of the period.</param>
/// <param name="ValidUntil">The end of the period, itself outside it.</param>
/// <param name="Status">Where it stands, by the clock of the database.</param>
/// <param name="Evidence">What proves it.</param>
/// <param name="EvidenceReference">Where the evidence is kept; null for what was given online.</param>
/// <param name="NoticeVersion">Edition of the notice.</param>
/// <param name="GivenAt">When it was entered.</param>
/// <param name="WithdrawnAt">Null when it was not withdrawn.</param>
public sealed record Consent(
    string Id, string Organisation, string Purpose, IReadOnlyList<string> Fields, DateTime ValidFrom, DateTime ValidUntil, ConsentStatus Status,
    ConsentEvidence Evidence, string? EvidenceReference, string NoticeVersion, DateTime GivenAt, DateTime? WithdrawnAt);

/// <summary>Where a consent stands.</summary>
public enum ConsentStatus
{
    /// <summary>It holds.</summary>
    Live,

    /// <summary>Its period has not begun.</summary>
    Future,

    /// <summary>Its period is over.</summary>
    Ended,

    /// <summary>It was withdrawn.</summary>
    Withdrawn,
}

/// <summary>What proves that a person has consented or withdrawn.</summary>
public enum ConsentEvidence
{
    /// <summary>The person did it themselves, signed in to the hub.</summary>
    Online,

    /// <summary>A signed paper.</summary>
    Paper,

    /// <summary>A recording.</summary>
    Recording,
}
