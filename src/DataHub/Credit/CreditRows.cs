namespace DataHub.Credit;

/// <summary>Row of credit.lender.</summary>
public sealed record LenderRow(string Code, string Name)
{
    public string Role { get; init; } = "PENYALUR";
    public string? ShortName { get; init; }
    public string? Kind { get; init; }
    public string? Bic { get; init; }
    public bool? Active { get; init; }
    public string? Confidence { get; init; }
    public string? Basis { get; init; }
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }
    public string Source { get; init; } = "";
    public string SourceVersion { get; init; } = "";
    public DateTime LoadedAt { get; init; }
    public DateTime? RetiredAt { get; init; }
}

/// <summary>Row of credit.loan.</summary>
public sealed class KurLoanRow
{
    public long Id { get; init; }
    public required string NomorAkad { get; init; }
    public string? Kind { get; init; }
    public decimal? Plafon { get; init; }
    public decimal? Outstanding { get; init; }
    public int? Kolektibilitas { get; init; }
    public DateOnly? AkadOn { get; init; }
    public DateOnly? DueOn { get; init; }
    public string? LenderCode { get; init; }
    public string? RegencyCode { get; init; }
    public long? BusinessId { get; init; }
    public long? PersonId { get; init; }
    public string? Certainty { get; init; }
    public DateOnly ReportedOn { get; init; }
    public string? QuotedNib { get; init; }
}
