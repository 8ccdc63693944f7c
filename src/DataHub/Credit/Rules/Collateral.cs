using DataHub.Credit.Regulations;

namespace DataHub.Credit.Rules;

/// <summary>When a lender may ask for extra collateral (agunan tambahan), Art 20.</summary>
internal static class Collateral
{
    /// <summary>Art 20(1): up to Rp100 million never.</summary>
    public static bool IsBarredByAmount(KurCase c) => c.Amount <= c.Parameter("collateral.free_up_to");

    /// <summary>Art 20(2): above that, for sugar-cane farmers and khusus agriculture whose off-taker is guarantor.</summary>
    public static bool IsBarredWithGuarantor(KurCase c)
    {
        if (IsBarredByAmount(c)) return false;
        var kbli = c.Declared.Kbli ?? c.Business?.Kbli;
        return c.SettingCovers(SettingNames.CollateralSugarCane, kbli)
            || (c.Kind == KurKind.Khusus && c.SettingCovers(SettingNames.CollateralAgriculture, kbli));
    }
}
