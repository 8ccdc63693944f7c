namespace DataHub.Credit;

/// <summary>Answer to an application for KUR.</summary>
public sealed record KurDecision
{
    public required KurOutcome Outcome { get; init; }

    /// <summary>Code of the regulation applied; null when none is loaded for the day.</summary>
    public string? Regime { get; init; }

    /// <summary>The regulation applied, by number; null when none is loaded for the day.</summary>
    public string? Regulation { get; init; }

    /// <summary>Day decided for.</summary>
    public required DateOnly Date { get; init; }

    public required KurKind Kind { get; init; }

    /// <summary>Plafon applied for, Rupiah.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Smallest plafon of the kind in whole Rupiah; null without regulation.</summary>
    public decimal? PlafonMin { get; init; }

    /// <summary>Largest plafon of the kind, Rupiah; null without regulation.</summary>
    public decimal? PlafonMax { get; init; }

    /// <summary>Percent a year; null when the rules give none or the unknown activity leaves it open.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Number the akad would have among the applicant's certain akad of the kind, from 1.</summary>
    public int? AkadNumber { get; init; }

    /// <summary>Null when the activity is unknown or no regulation is loaded.</summary>
    public KurSectorClass? SectorClass { get; init; }

    /// <summary>NIB of the business decided on; null when the hub knows none.</summary>
    public string? Nib { get; init; }

    /// <summary>One entry a rule, in the order of the regulation.</summary>
    public required IReadOnlyList<KurRuleEntry> Rules { get; init; }
}
