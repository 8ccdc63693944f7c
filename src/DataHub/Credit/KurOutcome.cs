namespace DataHub.Credit;

/// <summary>Outcome of a KUR decision.</summary>
public enum KurOutcome
{
    Eligible,
    NotEligible,
    NeedsDocuments,

    /// <summary>No deciding regulation is held for the day asked: nothing was decided.</summary>
    RegimeNotLoaded,
}
