namespace DataHub.Credit.Applicants;

/// <summary>An earlier akad as the hub knows it. The number of the contract is left out: no decision may tell it.</summary>
public sealed record KurLoanFact
{
    /// <summary>Null when the source names a kind the hub does not know.</summary>
    public KurKind? Kind { get; init; }

    /// <summary>Rupiah.</summary>
    public decimal? Plafon { get; init; }

    /// <summary>Rupiah on <see cref="ReportedOn"/>; 0 is settled, null not reported.</summary>
    public decimal? Outstanding { get; init; }

    /// <summary>1 (lancar) to 5 (macet) on <see cref="ReportedOn"/>.</summary>
    public int? Kolektibilitas { get; init; }

    public DateOnly? AkadOn { get; init; }

    /// <summary>Code of the institution as SIKP sends it.</summary>
    public string? LenderCode { get; init; }

    /// <summary>Day of the feed that reported the loan.</summary>
    public required DateOnly ReportedOn { get; init; }

    /// <summary>The business it is joined to; null when none.</summary>
    public long? BusinessId { get; init; }

    /// <summary>True when the loan is joined to the person of the applicant, false when only to a business.</summary>
    public required bool OfPerson { get; init; }

    /// <summary>True when an equal valid NIK or a steward joined it: only then may it turn a decision negative.</summary>
    public required bool Certain { get; init; }

    public bool IsSettled => Outstanding == 0;
}
