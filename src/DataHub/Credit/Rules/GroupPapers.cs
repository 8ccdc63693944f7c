namespace DataHub.Credit.Rules;

/// <summary>K23-17, carried: papers of a group and of its off-taker.</summary>
internal sealed class GroupPapers() : KurRule("K23-17")
{
    public override Finding? Examine(KurCase c) => c.Kind == KurKind.Khusus || c.Declared.ApplicantType == KurApplicantType.BusinessGroup
        ? c.AtLevel("The lender collects the group's certificate and the contract with its off-taker; the chair applies for the members.")
        : Finding.NotApplicable("Concerns groups only.");
}
