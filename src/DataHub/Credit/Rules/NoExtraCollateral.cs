namespace DataHub.Credit.Rules;

/// <summary>K26-10: up to Rp100 million the lender must not ask for extra collateral (Art 20(1)).</summary>
internal sealed class NoExtraCollateral() : KurRule("K26-10")
{
    public override Finding? Examine(KurCase c)
    {
        var limit = Wording.Rp(c.Parameter("collateral.free_up_to"));
        return c.AtLevel(
            Collateral.IsBarredByAmount(c)
                ? $"Up to {limit} the lender must not ask for extra collateral (agunan tambahan)."
                : $"Above {limit} extra collateral (agunan tambahan) is for the lender to decide.");
    }
}
