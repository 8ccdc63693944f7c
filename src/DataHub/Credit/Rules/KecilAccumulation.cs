using DataHub.Credit.Applicants;
using DataHub.Credit.Regulations;

namespace DataHub.Credit.Rules;

/// <summary>K26-15: local trade has at most Rp500 million of KUR mikro and kecil in all; others have no limit (Art 43(3)).</summary>
internal sealed class KecilAccumulation() : KurRule("K26-15")
{
    public override Finding? Examine(KurCase c)
    {
        if (c.Kind != KurKind.Kecil) return Finding.NotApplicable("Concerns KUR kecil only.");
        var activity = Activity.Of(c);
        if (!activity.Possible.Contains(KurSectorClass.TradeLocal))
            return Finding.Pass("Outside local trade plafon do not accumulate.", activity.Declared);
        var history = LoanHistory.Of(c);
        var certain = c.Amount + history.Certain.Sum(loan => AmountOf(loan, c) ?? 0);
        // A plafon that no source tells may be as large as its kind allows.
        var all = c.Amount + history.All.Sum(loan => AmountOf(loan, c) ?? LargestOf(loan, c));
        var max = c.Parameter("kecil.local_trade.max_total");
        var found = $"With this plafon {Wording.Rp(certain)} of KUR have been granted that count.";
        if (all <= max) return Finding.Pass($"{found} Local trade may have {Wording.Rp(max)}.", activity.Declared);
        if (certain <= max)
        {
            return c.AtDoubtfulLevel(
                $"{found} With loans that are doubtful it would be {Wording.Rp(all)}; local trade may have {Wording.Rp(max)}.",
                "Proof of which loans are the applicant's, and of their plafon.", activity.Declared);
        }
        if (activity.Class is null)
        {
            return c.AtDoubtfulLevel(
                $"{found} Local trade may have {Wording.Rp(max)}; the activity is unknown.", "The KBLI of what is to be financed.");
        }
        return c.AtLevel($"{found} Local trade may have {Wording.Rp(max)}.", Remedy(c.Amount - (certain - max)), activity.Declared);
    }

    private static string Remedy(decimal left)
    {
        const string Other = "A document of the export process, or an activity outside trade";
        return left > 0 ? $"{Other}, or at most {Wording.Rp(left)}." : Other + ".";
    }

    private static decimal? AmountOf(KurLoanFact loan, KurCase c)
    {
        if (!IsCounted(loan, c)) return 0;
        return c.Setting(SettingNames.AccumulationAmount) == "OUTSTANDING" ? loan.Outstanding ?? loan.Plafon : loan.Plafon;
    }

    private static decimal LargestOf(KurLoanFact loan, KurCase c) =>
        loan.Kind is { } kind ? c.Parameter(PlafonOfKind.MaxName(kind)) : 0;

    private static bool IsCounted(KurLoanFact loan, KurCase c) =>
        loan.Kind is { } kind && c.SettingHolds(SettingNames.AccumulationKinds, kind.Word())
        && (!loan.IsSettled || c.Setting(SettingNames.AccumulationSettled) == "COUNT");
}
