namespace DataHub.Credit.Regulations;

/// <summary>The rows of the tables of rules, as read in one transaction. Settings: the ones in force, ordered by name.</summary>
public sealed record KurRegulationTables
{
    public required IReadOnlyList<KurRegime> Regimes { get; init; }

    public required IReadOnlyList<KurRuleText> Rules { get; init; }

    public required IReadOnlyList<KurParameter> Parameters { get; init; }

    public required IReadOnlyList<KurRate> Rates { get; init; }

    public required IReadOnlyList<KurRateOverride> Overrides { get; init; }

    public required IReadOnlyList<KurActivity> Activities { get; init; }

    public required IReadOnlyList<KurSetting> Settings { get; init; }
}
