namespace DataHub.Credit.Rules;

/// <summary>K23-08, carried: other credit running at the same time.</summary>
internal sealed class ConcurrentCredit() : KurRule("K23-08")
{
    public override Finding? Examine(KurCase c)
    {
        var active = LoanHistory.ActiveOf(c);
        if (active.Count == 0)
            return c.WithoutFact("No running KUR is known; other running credit is for the lender to look up in SLIK.");
        var asOf = active.Max(loan => loan.ReportedOn);
        var found = $"{Wording.Loans(active.Count)} of KUR running, by the feed of {Wording.Day(asOf)}.";
        return active.Any(LoanHistory.IsCertainlyOfPerson)
            ? c.AtLevel(found, "Settlement of what is running.")
            : c.AtDoubtfulLevel($"{found} They are only probably the applicant's.", "Proof of which loans are the applicant's.");
    }
}
