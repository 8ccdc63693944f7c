namespace DataHub.Credit.Rules;

/// <summary>K26-11: no extra collateral above Rp100 million either, where the off-taker is guarantor (Art 20(2)).</summary>
internal sealed class NoExtraCollateralWithGuarantor() : KurRule("K26-11")
{
    public override Finding? Examine(KurCase c) => Collateral.IsBarredWithGuarantor(c)
        ? c.AtLevel("The lender must not ask for extra collateral if the off-taker is guarantor (avalis).")
        : Finding.NotApplicable("Concerns sugar-cane farmers and khusus agriculture above the limit of K26-10.");
}
