namespace DataHub.Credit.Rules;

/// <summary>K26-18: KUR is administered through SIKP.</summary>
internal sealed class SikpAdministration() : KurRule("K26-18")
{
    public override Finding? Examine(KurCase c) => c.AtLevel("The lender enters the applicant and the akad in SIKP.");
}
