namespace DataHub.Credit.Rules;

/// <summary>K26-12: who asks for extra collateral against Article 20 loses the subsidy (Art 21).</summary>
internal sealed class CollateralSanction() : KurRule("K26-12")
{
    public override Finding? Examine(KurCase c) => Collateral.IsBarredByAmount(c) || Collateral.IsBarredWithGuarantor(c)
        ? c.AtLevel("If extra collateral is asked for all the same, the interest subsidy is not paid, or goes back to the treasury.")
        : Finding.NotApplicable("Extra collateral is not barred here.");
}
