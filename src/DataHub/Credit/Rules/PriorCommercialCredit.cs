namespace DataHub.Credit.Rules;

/// <summary>K23-07, carried: no commercial working-capital or investment credit before.</summary>
internal sealed class PriorCommercialCredit() : KurRule("K23-07")
{
    public override Finding? Examine(KurCase c) =>
        c.WithoutFact("The hub has no SLIK facts; the lender looks up whether the applicant ever had commercial business credit.");
}
