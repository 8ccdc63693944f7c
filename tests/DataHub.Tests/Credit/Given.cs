using System.Globalization;
using DataHub.Credit;
using DataHub.Credit.Applicants;
using DataHub.Credit.Regulations;

namespace DataHub.Tests.Credit;

/// <summary>Applications and applicants that meet every rule, to be changed in one point by a test.</summary>
internal static class Given
{
    public const string Nib = "0220001234567";

    /// <summary>KBLI 2020: bread and cake making.</summary>
    public const string Production = "10710";

    /// <summary>KBLI 2020: retail trade in a shop.</summary>
    public const string Trade = "47111";

    public static readonly DateOnly Date = new(2026, 6, 15);

    public static readonly KurAsking Asking = new(new DateOnly(2026, 11, 21));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An amount in the middle of the kind's range, with all documents declared.</summary>
    public static KurApplication Application(KurKind kind = KurKind.Mikro, decimal? amount = null) => new()
    {
        Nib = Nib,
        Kind = kind,
        Amount = amount ?? kind switch
        {
            KurKind.SuperMikro => 5_000_000,
            KurKind.Mikro => 40_000_000,
            KurKind.Kecil => 150_000_000,
            KurKind.Khusus => 80_000_000,
            _ => 30_000_000,
        },
        Date = Date,
        Declared = new KurDeclaration { Npwp = "1801212402810001", BpjsKetenagakerjaan = "12345678901" },
    };

    public static KurBusiness Business(string? kbli = Production) => new()
    {
        Id = 7,
        Nib = Nib,
        Status = "AKTIF",
        RegisteredOn = new DateOnly(2024, 3, 1),
        Kbli = kbli,
        KbliVersion = "2020",
        Scale = "MIKRO",
        AnnualSales = 400_000_000,
        AnnualSalesYear = 2025,
        RegencyCode = "18.71",
    };

    public static KurApplicant Applicant(KurBusiness? business = null, params KurLoanFact[] loans) =>
        new() { Named = business ?? Business(), NikKnown = true, Loans = loans };

    /// <summary>A settled loan of the applicant beyond doubt.</summary>
    public static KurLoanFact Loan(KurKind kind, string akadOn, decimal plafon = 20_000_000) => new()
    {
        Kind = kind,
        Plafon = plafon,
        Outstanding = 0,
        Kolektibilitas = 1,
        AkadOn = Day(akadOn),
        LenderCode = "002",
        ReportedOn = new DateOnly(2026, 5, 1),
        OfPerson = true,
        Certain = true,
    };

    /// <summary>Loans by their kinds and days, <c>MIKRO 2023-05-01</c>, separated by commas; empty for none.</summary>
    public static KurLoanFact[] Loans(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(ParseLoan)];

    public static KurRuleEntry Entry(this KurDecision decision, string id) => Assert.Single(decision.Rules, entry => entry.Id == id);

    public static KurRuleResult Result(this KurDecision decision, string id) => decision.Entry(id).Result;

    public static KurDecision Decide(this KurRegulations regulations, KurApplication application, KurApplicant? applicant = null) =>
        KurDecider.Decide(application, applicant ?? Applicant(), regulations, Asking);

    /// <summary>The application with other declarations.</summary>
    public static KurApplication Declaring(this KurApplication application, Func<KurDeclaration, KurDeclaration> change) =>
        application with { Declared = change(application.Declared) };

    private static KurLoanFact ParseLoan(string text)
    {
        var words = text.Trim().Split(' ');
        var kind = Enum.Parse<KurKind>(words[0].Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
        return Loan(kind, words[1], words.Length > 2 ? decimal.Parse(words[2], CultureInfo.InvariantCulture) * 1_000_000 : 20_000_000);
    }
}
