namespace DataHub.Credit;

/// <summary>What an applicant declares where no source proves it; null: nothing declared.</summary>
public sealed record KurDeclaration
{
    /// <summary>Nothing declared at all.</summary>
    public static KurDeclaration None { get; } = new();

    public KurApplicantType? ApplicantType { get; init; }

    /// <summary>Sales of a year, Rupiah.</summary>
    public decimal? AnnualTurnover { get; init; }

    public TurnoverEvidence? TurnoverEvidence { get; init; }

    public int? TurnoverYear { get; init; }

    /// <summary>True: a document of the export process is shown.</summary>
    public bool? ExportDocuments { get; init; }

    /// <summary>True: a statement letter (surat keterangan usaha mikro dan kecil) is shown.</summary>
    public bool? StatementLetter { get; init; }

    public DateOnly? BusinessStartedOn { get; init; }

    /// <summary>True: attends mentoring (pendampingan).</summary>
    public bool? Mentoring { get; init; }

    public bool? Training { get; init; }

    public bool? GroupMember { get; init; }

    /// <summary>True: a family member has a productive, viable business.</summary>
    public bool? FamilyBusiness { get; init; }

    /// <summary>True: prospective migrant worker (calon PMI) or overseas apprentice.</summary>
    public bool? MigrantWorker { get; init; }

    /// <summary>True: the e-KTP, or the letter that one is being made, was seen.</summary>
    public bool? IdentityProven { get; init; }

    public string? Npwp { get; init; }

    /// <summary>Participant number of BPJS Ketenagakerjaan.</summary>
    public string? BpjsKetenagakerjaan { get; init; }

    /// <summary>KBLI of what is to be financed; null: that of the business.</summary>
    public string? Kbli { get; init; }
}
