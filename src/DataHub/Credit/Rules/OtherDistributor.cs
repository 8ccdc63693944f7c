namespace DataHub.Credit.Rules;

/// <summary>K23-09, carried: a running KUR belongs to the lender that asks.</summary>
internal sealed class OtherDistributor() : KurRule("K23-09")
{
    public override Finding? Examine(KurCase c)
    {
        var elsewhere = LoanHistory.ActiveOf(c).Where(loan => c.Lender is null || loan.LenderCode != c.Lender).ToList();
        if (elsewhere.Count == 0) return Finding.Pass("No running KUR at another lender is known.");
        var where = c.Lender is null ? "" : " at another lender";
        var asOf = elsewhere.Max(loan => loan.ReportedOn);
        var found = $"{Wording.Loans(elsewhere.Count)} of KUR running{where}, by the feed of {Wording.Day(asOf)}.";
        return elsewhere.Any(LoanHistory.IsCertainlyOfPerson)
            ? c.AtLevel(found, "Settlement there, or an application at the lender that holds the loan.")
            : c.AtDoubtfulLevel($"{found} Only probably the applicant's.", "Proof of which loans are the applicant's.");
    }
}
