namespace DataHub.Credit.Rules;

/// <summary>K26-14: local trade has at most two akad of KUR mikro; others have no limit (Art 36(3)).</summary>
internal sealed class MikroFrequency() : KurRule("K26-14")
{
    public override Finding? Examine(KurCase c)
    {
        if (c.Kind != KurKind.Mikro) return Finding.NotApplicable("Concerns KUR mikro only.");
        var history = LoanHistory.Of(c);
        var certain = history.Certain.Count(loan => loan.Kind == KurKind.Mikro) + 1;
        var all = history.All.Count(loan => loan.Kind == KurKind.Mikro) + 1;
        var activity = Activity.Of(c);
        var found = $"This would be akad number {certain} of KUR mikro.";
        if (!activity.Possible.Contains(KurSectorClass.TradeLocal))
            return Finding.Pass($"{found} Outside local trade there is no limit.", activity.Declared);
        var max = (int)c.Parameter("mikro.local_trade.max_akad");
        if (all <= max) return Finding.Pass($"{found} Local trade may have {max}.", activity.Declared);
        if (certain <= max)
        {
            return c.AtDoubtfulLevel(
                $"{found} With loans that are only probably the applicant's it would be number {all}; local trade may have {max}.",
                "Proof of which loans are the applicant's.", activity.Declared);
        }
        return activity.Class is null
            ? c.AtDoubtfulLevel($"{found} Local trade may have {max}; the activity is unknown.", "The KBLI of what is to be financed.")
            : c.AtLevel(
                $"{found} Local trade may have {max}.", "A document of the export process, or an activity outside trade.",
                activity.Declared);
    }
}
