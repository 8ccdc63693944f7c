using DataHub.Credit.Regulations;

namespace DataHub.Credit.Rules;

/// <summary>K26-13: production, trade with export documents, or local trade (Art 1(2), 36(3), 43(3)). Export is never inferred.</summary>
internal sealed class SectorClassRule() : KurRule("K26-13")
{
    private const string Kbli = "The KBLI of what is to be financed.";

    public override bool HasLevel => false;

    public override Finding? Examine(KurCase c)
    {
        var activity = Activity.Of(c);
        // Only mikro and kecil have limits or rates by class.
        var matters = c.Kind is KurKind.Mikro or KurKind.Kecil;
        if (activity.IsAssumed) return new(KurRuleResult.Info, activity.Found, Kbli, activity.Declared);
        return activity.Class switch
        {
            null => new(ResultOfUnknown(c, matters), activity.Found, Kbli),
            KurSectorClass.TradeLocal => new(
                matters ? c.ResultOf(SettingNames.ExportUndocumented) : KurRuleResult.Info, activity.Found,
                "A document of the export process from the ministry or agency in charge would make it trade with export.",
                activity.Declared),
            _ => Finding.Pass(activity.Found, activity.Declared),
        };
    }

    private static KurRuleResult ResultOfUnknown(KurCase c, bool matters) =>
        matters && c.Setting(SettingNames.ActivityUnknown) == "NEED" ? KurRuleResult.Need : KurRuleResult.Info;
}
