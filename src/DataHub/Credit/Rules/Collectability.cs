namespace DataHub.Credit.Rules;

/// <summary>Carried: running credit is current, kolektibilitas 1 (lancar) of POJK 40/POJK.03/2019.</summary>
internal sealed class Collectability() : KurRule("K23-KOL")
{
    public override Finding? Examine(KurCase c)
    {
        var rated = LoanHistory.ActiveOf(c).Where(loan => loan.Kolektibilitas is not null).ToList();
        if (rated.Count == 0) return Finding.NotApplicable("No running KUR with a kolektibilitas is known.");
        var worst = rated.MaxBy(loan => loan.Kolektibilitas)!;
        var found = $"Worst kolektibilitas of running KUR: {worst.Kolektibilitas}, by the feed of {Wording.Day(worst.ReportedOn)}.";
        if (worst.Kolektibilitas == 1) return Finding.Pass(found);
        var isCertain = rated.Any(loan => loan.Kolektibilitas > 1 && LoanHistory.IsCertainlyOfPerson(loan));
        return isCertain
            ? c.AtLevel(found, "Kolektibilitas 1 (lancar) of all running credit.")
            : c.AtDoubtfulLevel($"{found} Only probably the applicant's.", "Proof of which loans are the applicant's.");
    }
}
