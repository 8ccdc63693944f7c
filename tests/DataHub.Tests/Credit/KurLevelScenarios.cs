using DataHub.Credit;
using DataHub.Credit.Applicants;

namespace DataHub.Tests.Credit;

/// <summary>For every rule with a level an application that breaks it.</summary>
internal static class KurLevelScenarios
{
    private static readonly KurBusiness Shop = Given.Business(Given.Trade);

    private static readonly KurBusiness Young = Given.Business() with { RegisteredOn = new DateOnly(2026, 5, 1) };

    private static readonly KurLoanFact Running =
        Given.Loan(KurKind.Mikro, "2024-01-01") with { Outstanding = 1_000_000, Kolektibilitas = 3 };

    public static IReadOnlyDictionary<string, (KurApplication Application, KurApplicant Applicant)> ByRule { get; } =
        new Dictionary<string, (KurApplication, KurApplicant)>
        {
            ["K26-01"] = (Declaring(_ => new KurDeclaration { ApplicantType = KurApplicantType.Other }), Given.Applicant()),
            ["K26-02"] = (Given.Application(), Given.Applicant(Given.Business() with { AnnualSales = 5_000_000_000 })),
            ["K26-03"] = (Given.Application(KurKind.Mikro, 10_000_000), Given.Applicant()),
            ["K26-04"] = (Given.Application(), Given.Applicant(Young)),
            ["K26-05"] = (Given.Application(KurKind.SuperMikro), Given.Applicant(Young)),
            ["K26-06"] = (Given.Application(), Given.Applicant(Given.Business() with { Status = "DICABUT" })),
            ["K26-07"] = (Given.Application(), Given.Applicant() with { NikKnown = false }),
            ["K26-08"] = (Declaring(_ => KurDeclaration.None, KurKind.Kecil), Given.Applicant()),
            ["K26-09"] = (Declaring(_ => KurDeclaration.None, KurKind.Kecil), Given.Applicant()),
            ["K26-10"] = (Given.Application(), Given.Applicant()),
            ["K26-11"] = (Given.Application(KurKind.Kecil), Given.Applicant(Given.Business("01140"))),
            ["K26-12"] = (Given.Application(), Given.Applicant()),
            ["K26-14"] = (Given.Application(), Given.Applicant(Shop, Given.Loans("MIKRO 2024-01-01,MIKRO 2025-01-01"))),
            ["K26-15"] = (Given.Application(KurKind.Kecil), Given.Applicant(Shop, Given.Loans("KECIL 2024-01-01 500"))),
            ["K26-17"] = (Given.Application(), Given.Applicant(Shop, Given.Loans("SUPER_MIKRO 2025-01-01"))),
            ["K26-18"] = (Given.Application(), Given.Applicant()),
            ["K23-02"] = (Given.Application(), Given.Applicant()),
            ["K23-07"] = (Given.Application(), Given.Applicant()),
            ["K23-08"] = (Given.Application(), Given.Applicant(null, Running)),
            ["K23-09"] = (Given.Application(), Given.Applicant(null, Running)),
            ["K23-KOL"] = (Given.Application(), Given.Applicant(null, Running)),
            ["K23-17"] = (Given.Application(KurKind.Khusus), Given.Applicant()),
            ["K23-TENOR"] = (Given.Application(), Given.Applicant()),
            ["K23-PMI-TENOR"] = (Given.Application(KurKind.Pmi), Given.Applicant()),
            ["K23-EXTENSION"] = (Given.Application(), Given.Applicant(null, Running)),
        };

    private static KurApplication Declaring(Func<KurDeclaration, KurDeclaration> change, KurKind kind = KurKind.Mikro) =>
        Given.Application(kind).Declaring(change);
}
