namespace DataHub.Credit;

/// <summary>An application for KUR.</summary>
public sealed record KurApplication
{
    /// <summary>NIB of the business to be financed; null: not named.</summary>
    public string? Nib { get; init; }

    /// <summary>NIK of the applicant; null: the owner of the business.</summary>
    public string? Nik { get; init; }

    public required KurKind Kind { get; init; }

    /// <summary>Plafon applied for, Rupiah.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Day on which the akad would be signed; null: today in Western Indonesia Time.</summary>
    public DateOnly? Date { get; init; }

    public KurDeclaration Declared { get; init; } = KurDeclaration.None;

    /// <summary>
    /// Reads a coerced <c>KurEligibilityInput</c>: enum values by their SDL names, Rupiah as decimal, Date as DateOnly.
    /// Throws <see cref="ArgumentException"/> for a value of another type, which coercion against the contract rules out.
    /// </summary>
    public static KurApplication From(IReadOnlyDictionary<string, object?> input)
    {
        var fields = new InputFields(input);
        return new KurApplication
        {
            Nib = fields.Text("nib"),
            Nik = fields.Text("nik"),
            Kind = fields.Enum<KurKind>("kind") ?? throw new ArgumentException("The input has no kind.", nameof(input)),
            Amount = fields.Value<decimal>("amount") ?? throw new ArgumentException("The input has no amount.", nameof(input)),
            Date = fields.Value<DateOnly>("date"),
            Declared = fields.Nested("declared") is { } declared ? ReadDeclaration(declared) : KurDeclaration.None,
        };
    }

    private static KurDeclaration ReadDeclaration(InputFields fields) => new()
    {
        ApplicantType = fields.Enum<KurApplicantType>("applicantType"),
        AnnualTurnover = fields.Value<decimal>("annualTurnover"),
        TurnoverEvidence = fields.Enum<TurnoverEvidence>("turnoverEvidence"),
        TurnoverYear = fields.Value<int>("turnoverYear"),
        ExportDocuments = fields.Value<bool>("exportDocuments"),
        StatementLetter = fields.Value<bool>("statementLetter"),
        BusinessStartedOn = fields.Value<DateOnly>("businessStartedOn"),
        Mentoring = fields.Value<bool>("mentoring"),
        Training = fields.Value<bool>("training"),
        GroupMember = fields.Value<bool>("groupMember"),
        FamilyBusiness = fields.Value<bool>("familyBusiness"),
        MigrantWorker = fields.Value<bool>("migrantWorker"),
        IdentityProven = fields.Value<bool>("identityProven"),
        Npwp = fields.Text("npwp"),
        BpjsKetenagakerjaan = fields.Text("bpjsKetenagakerjaan"),
        Kbli = fields.Text("kbli"),
    };
}
