namespace DataHub.Credit;

/// <summary>What proves a turnover (Permenko 1/2026 Article 3(3)).</summary>
public enum TurnoverEvidence
{
    TaxReport,
    LenderAssessment,
}
