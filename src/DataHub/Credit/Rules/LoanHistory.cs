using DataHub.Credit.Applicants;
using DataHub.Credit.Regulations;

namespace DataHub.Credit.Rules;

/// <summary>The earlier akad that count, in the order of signing.</summary>
/// <param name="Certain">Those that may turn a decision negative.</param>
/// <param name="All">Those and the doubtful ones: joined by likeness only, or of an unknown day.</param>
internal sealed record LoanHistory(IReadOnlyList<KurLoanFact> Certain, IReadOnlyList<KurLoanFact> All)
{
    public static LoanHistory Of(KurCase c)
    {
        var counted = c.Applicant.Loans.Where(loan => Counts(loan, c))
            .OrderBy(loan => loan.AkadOn ?? DateOnly.MinValue).ToList();
        return new LoanHistory([.. counted.Where(loan => IsCertain(loan, c))], counted);
    }

    /// <summary>Loans of the applicant that are not settled, whether or not they count for limits; signed before the day asked.</summary>
    public static IReadOnlyList<KurLoanFact> ActiveOf(KurCase c) =>
        [.. c.Applicant.Loans.Where(loan => !loan.IsSettled && IsOfApplicant(loan, c) && (loan.AkadOn is null || loan.AkadOn < c.Date))];

    /// <summary>Joined to the person beyond doubt.</summary>
    public static bool IsCertainlyOfPerson(KurLoanFact loan) => loan.OfPerson && loan.Certain;

    private static bool Counts(KurLoanFact loan, KurCase c)
    {
        if (!IsOfApplicant(loan, c)) return false;
        if (loan.AkadOn is { } day)
        {
            if (day >= c.Date) return false;
            if (day < c.Regime.ValidFrom && c.Setting(SettingNames.AkadBeforeRegime) == "IGNORE") return false;
        }
        else if (c.Setting(SettingNames.AkadUndated) == "IGNORE")
        {
            return false;
        }
        return c.Setting(SettingNames.AkadLenders) == "ALL" || (c.Lender is not null && loan.LenderCode == c.Lender);
    }

    // A loan joined to a business only is the applicant's at most perhaps, and only through the business decided on.
    private static bool IsOfApplicant(KurLoanFact loan, KurCase c) =>
        loan.OfPerson || (loan.BusinessId is { } business && business == c.Business?.Id);

    private static bool IsCertain(KurLoanFact loan, KurCase c) =>
        IsCertainlyOfPerson(loan) && (loan.AkadOn is not null || c.Setting(SettingNames.AkadUndated) == "COUNT");
}
