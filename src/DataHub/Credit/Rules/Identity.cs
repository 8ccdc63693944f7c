using DataHub.Credit.Regulations;

namespace DataHub.Credit.Rules;

/// <summary>K26-07: the NIK is proven by e-KTP or the letter that one is being made (Art 26, 34, 41 (1)c).</summary>
internal sealed class Identity() : KurRule("K26-07")
{
    private const string Remedy = "The e-KTP, or the letter that one is being made.";

    public override Finding? Examine(KurCase c)
    {
        if (c.Applicant.OwnsNamed == false)
        {
            return new Finding(
                c.ResultOf(SettingNames.OwnerMismatch), "The register names another owner of the business than the applicant.",
                "Proof that the applicant owns the business, or an application by its owner.");
        }
        return c.Declared.IdentityProven switch
        {
            true => Finding.Pass("The e-KTP, or the letter that one is being made, is declared to have been seen.", true),
            false => c.AtLevel("The e-KTP is declared not to have been seen.", Remedy, true),
            null => ExamineNik(c),
        };
    }

    private static Finding ExamineNik(KurCase c)
    {
        var isGiven = c.Application.Nik is not null;
        if (!c.Applicant.NikKnown && !isGiven) return c.AtLevel("No valid NIK of the applicant is known.", Remedy);
        var found = c.Applicant.NikKnown
            ? "A valid NIK of the applicant is known from a source."
            : "A valid NIK is given with the application.";
        return c.Setting(SettingNames.IdentityNik) == "SUFFICES"
            ? Finding.Pass(found, !c.Applicant.NikKnown)
            : c.AtLevel(found + " The e-KTP is not shown.", Remedy);
    }
}
