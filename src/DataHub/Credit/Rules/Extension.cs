namespace DataHub.Credit.Rules;

/// <summary>Carried: whether an akad beside a running one of its kind is an extension, a top-up or a restructuring.</summary>
internal sealed class Extension() : KurRule("K23-EXTENSION")
{
    public override Finding? Examine(KurCase c)
    {
        var running = LoanHistory.ActiveOf(c).Count(loan => loan.Kind == c.Kind);
        return running == 0
            ? Finding.NotApplicable($"No running KUR {Wording.Name(c.Kind)} is known.")
            : c.AtLevel(
                $"{Wording.Loans(running)} of KUR {Wording.Name(c.Kind)} running: the lender tells if this is an extension or a top-up.");
    }
}
