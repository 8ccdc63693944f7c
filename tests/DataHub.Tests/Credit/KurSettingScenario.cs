using DataHub.Credit;
using DataHub.Credit.Applicants;

namespace DataHub.Tests.Credit;

/// <summary>An application whose answer hangs on one setting: what is seen before and after the change.</summary>
internal sealed record KurSettingScenario(string Name, string Value, string Before, string After, Func<KurDecision, object?> See)
{
    public KurApplication Application { get; init; } = Given.Application();

    public KurApplicant Applicant { get; init; } = Given.Applicant();

    public KurAsking Asking { get; init; } = Given.Asking;

    public override string ToString() => $"{Name} = {Value}";
}

/// <summary>A scenario for every setting.</summary>
internal static class KurSettingScenarios
{
    private static readonly KurBusiness NoSales = Given.Business() with { AnnualSales = null, AnnualSalesYear = null };

    private static readonly KurBusiness Young = Given.Business() with { RegisteredOn = new DateOnly(2026, 5, 1) };

    private static readonly KurBusiness Shop = Given.Business(Given.Trade);

    private static readonly KurApplication SuperMikro = Given.Application(KurKind.SuperMikro);

    private static readonly KurApplication Kecil = Given.Application(KurKind.Kecil, 200_000_000);

    private static readonly DateOnly LongAgo = new(2024, 1, 1);

    /// <summary>Settings that are not levels.</summary>
    public static IReadOnlyList<KurSettingScenario> Readings { get; } =
    [
        .. Recipient(), .. Documents(), .. Loans(), .. Starts(), .. Others(),
    ];

    private static IEnumerable<KurSettingScenario> Recipient() =>
    [
        new("recipient.scales", "MIKRO,KECIL", "Pass", "Fail", d => d.Result("K26-01"))
            { Applicant = Given.Applicant(Given.Business() with { Scale = "MENENGAH" }) },
        new("recipient.pmi_kind", "ANY_RECIPIENT", "Fail", "Pass", d => d.Result("K26-01"))
            { Application = Given.Application(KurKind.Pmi).Declaring(d => d with { MigrantWorker = false }) },
        new("turnover.missing", "FAIL", "Need", "Fail", d => d.Result("K26-02")) { Applicant = Given.Applicant(NoSales) },
        new("turnover.without_evidence", "NEED", "Pass", "Need", d => d.Result("K26-02"))
        {
            Application = Given.Application().Declaring(d => d with { AnnualTurnover = 1_000_000, TurnoverYear = 2025 }),
            Applicant = Given.Applicant(NoSales),
        },
        new("turnover.precedence", "NEWER_WITH_EVIDENCE", "Pass", "Fail", d => d.Result("K26-02"))
        {
            Application = Given.Application().Declaring(d => d with
            {
                AnnualTurnover = 4_900_000_000, TurnoverYear = 2026, TurnoverEvidence = TurnoverEvidence.TaxReport,
            }),
        },
        new("turnover.other_year", "NEED", "Pass", "Need", d => d.Result("K26-02"))
            { Applicant = Given.Applicant(Given.Business() with { AnnualSalesYear = 2023 }) },
        new("khusus.business_age", "FAIL", "Warn", "Fail", d => d.Result("K26-04"))
            { Application = Given.Application(KurKind.Khusus), Applicant = Given.Applicant(Young) },
        new("pmi.not_applied", "K26-04,K26-06", "NotApplicable", "Need", d => d.Result("K26-02"))
            { Application = Given.Application(KurKind.Pmi), Applicant = Given.Applicant(NoSales) },
    ];

    private static IEnumerable<KurSettingScenario> Documents() =>
    [
        new("npwp.known_nik", "PROVES", "Need", "Pass", d => d.Result("K26-08"))
            { Application = Kecil.Declaring(d => d with { Npwp = null }) },
        new("identity.nik", "NEEDS_E_KTP", "Pass", "Need", d => d.Result("K26-07")),
        new("owner.mismatch", "FAIL", "Need", "Fail", d => d.Result("K26-07"))
            { Applicant = Given.Applicant() with { OwnsNamed = false } },
        new("nib.not_active", "AS_ACTIVE", "Need", "Pass", d => d.Result("K26-06"))
            { Applicant = Given.Applicant(Given.Business() with { Status = "DICABUT" }) },
        new("nib.unknown", "DECLARED", "Need", "Pass", d => d.Result("K26-06")) { Applicant = KurApplicant.Unknown },
        new("business.by_nik", "NEWEST_ACTIVE", "0000000000001", "0000000000002", d => d.Nib)
        {
            Application = Given.Application() with { Nib = null, Nik = "1801212402810001" },
            Applicant = new KurApplicant { NikKnown = true, Owned = TwoBusinesses },
        },
        new("collateral.sugar_cane", "NONE", "Info", "NotApplicable", d => d.Result("K26-11"))
            { Application = Kecil, Applicant = Given.Applicant(Given.Business("01140")) },
        new("collateral.agriculture", "02,03", "Info", "NotApplicable", d => d.Result("K26-11"))
            { Application = Given.Application(KurKind.Khusus, 200_000_000), Applicant = Given.Applicant(Given.Business("01121")) },
    ];

    private static IEnumerable<KurSettingScenario> Loans() =>
    [
        new("akad.lenders", "ASKING", "2", "1", d => d.AkadNumber)
        {
            Applicant = Given.Applicant(Shop, Given.Loan(KurKind.Mikro, "2024-01-01")),
            Asking = Given.Asking with { Lender = "008" },
        },
        new("akad.before_regime", "IGNORE", "7", "6", d => d.Rate)
            { Applicant = Given.Applicant(Shop, Given.Loan(KurKind.Mikro, "2026-01-12")) },
        new("akad.replay_class", "PRODUCTION", "8", "7", d => d.Rate)
            { Application = Kecil, Applicant = Given.Applicant(Shop, Given.Loans("MIKRO 2026-02-01,MIKRO 2026-03-01")) },
        new("akad.undated", "COUNT", "1", "2", d => d.AkadNumber)
            { Applicant = Given.Applicant(Shop, Given.Loan(KurKind.Mikro, "2024-01-01") with { AkadOn = null }) },
        new("accumulation.kinds", "MIKRO,KECIL,KHUSUS", "Pass", "Fail", d => d.Result("K26-15"))
            { Application = Kecil, Applicant = Given.Applicant(Shop, Given.Loans("KHUSUS 2024-01-01 400")) },
        new("accumulation.amount", "OUTSTANDING", "Fail", "Pass", d => d.Result("K26-15"))
            { Application = Kecil, Applicant = Given.Applicant(Shop, Given.Loan(KurKind.Kecil, "2024-01-01", 400_000_000)) },
        new("accumulation.settled", "IGNORE", "Fail", "Pass", d => d.Result("K26-15"))
            { Application = Kecil, Applicant = Given.Applicant(Shop, Given.Loan(KurKind.Kecil, "2024-01-01", 400_000_000)) },
    ];

    private static IEnumerable<KurSettingScenario> Starts() =>
    [
        new("start.declared_with_letter", "NEED", "Pass", "Need", d => d.Result("K26-04"))
        {
            Application = Given.Application().Declaring(d => d with { BusinessStartedOn = LongAgo, StatementLetter = true }),
            Applicant = Given.Applicant(Young),
        },
        new("start.declared_without_letter", "FAIL", "Need", "Fail", d => d.Result("K26-04"))
        {
            Application = Given.Application().Declaring(d => d with { BusinessStartedOn = LongAgo }),
            Applicant = Given.Applicant(Young),
        },
        new("start.unknown", "FAIL", "Need", "Fail", d => d.Result("K26-04")) { Applicant = KurApplicant.Unknown },
        new("start.not_active_licence", "IGNORED", "Pass", "Need", d => d.Result("K26-04"))
            { Applicant = Given.Applicant(Given.Business() with { Status = "TIDAK_AKTIF" }) },
        new("months.missing_day", "NEXT_MONTH", "Pass", "Fail", d => d.Result("K26-04"))
        {
            Application = Given.Application() with { Date = new DateOnly(2026, 2, 28) },
            Applicant = Given.Applicant(Given.Business() with { RegisteredOn = new DateOnly(2025, 8, 31) }),
        },
        new("exception.grounds", "TRAINING,GROUP", "Pass", "Fail", d => d.Result("K26-05"))
            { Application = SuperMikro.Declaring(d => d with { Mentoring = true }), Applicant = Given.Applicant(Young) },
        new("exception.training", "PASSED", "Pass", "Fail", d => d.Result("K26-05"))
        {
            Application = SuperMikro,
            Applicant = Given.Applicant(Young) with { Trainings = [new KurTrainingFact(LongAgo, false)] },
        },
        new("exception.probable_training", "COUNTS", "NeedsDocuments", "Eligible", d => d.Outcome)
        {
            Application = SuperMikro,
            Applicant = Given.Applicant(Young) with { Trainings = [new KurTrainingFact(LongAgo, true, Certain: false)] },
        },
        new("exception.probable_training", "IGNORED", "NeedsDocuments", "NotEligible", d => d.Outcome)
        {
            Application = SuperMikro,
            Applicant = Given.Applicant(Young) with { Trainings = [new KurTrainingFact(LongAgo, true, Certain: false)] },
        },
    ];

    private static IEnumerable<KurSettingScenario> Others() =>
    [
        new("carried.without_fact", "HIDE", "True", "False", d => d.Rules.Any(entry => entry.Id == "K23-07")),
        new("export.undocumented", "NEED", "Info", "Need", d => d.Result("K26-13")) { Applicant = Given.Applicant(Shop) },
        new("activity.unknown", "TRADE_LOCAL", "", "TradeLocal", d => d.SectorClass)
            { Applicant = Given.Applicant(Given.Business(null)) },
        new("activity.unknown", "NEED", "Info", "Need", d => d.Result("K26-13"))
            { Applicant = Given.Applicant(Given.Business(null)) },
        new("activity.edition", "2025", "Production", "", d => d.SectorClass)
            { Application = Given.Application().Declaring(d => d with { Kbli = "45201" }) },
    ];

    private static IReadOnlyList<KurBusiness> TwoBusinesses =>
    [
        Given.Business() with { Id = 1, Nib = "0000000000001", RegisteredOn = new DateOnly(2020, 1, 1) },
        Given.Business() with { Id = 2, Nib = "0000000000002", RegisteredOn = new DateOnly(2024, 1, 1) },
        Given.Business() with { Id = 3, Nib = "0000000000003", RegisteredOn = new DateOnly(2019, 1, 1), Status = "DICABUT" },
    ];
}
