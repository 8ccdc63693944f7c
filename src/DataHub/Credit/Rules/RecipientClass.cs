using DataHub.Credit.Regulations;

namespace DataHub.Credit.Rules;

/// <summary>K26-01: micro or small business actor, prospective migrant worker or apprentice abroad, or business group (Art 3(1)).</summary>
internal sealed class RecipientClass() : KurRule("K26-01")
{
    public override Finding? Examine(KurCase c)
    {
        var declared = c.Declared.ApplicantType;
        if (declared == KurApplicantType.Other)
        {
            return c.AtLevel(
                "The applicant is declared to be none of the recipients of KUR.", "Being one of the recipients of Article 3(1).", true);
        }
        if (c.Kind == KurKind.Pmi) return ExaminePmi(c);
        var type = declared ?? KurApplicantType.MicroSmallBusiness;
        if (type == KurApplicantType.MicroSmallBusiness && c.Business?.Scale is { } scale)
        {
            return c.SettingHolds(SettingNames.RecipientScales, scale)
                ? Finding.Pass(
                    $"A business actor of scale {scale} in the register; for KUR the turnover decides (K26-02).", declared is not null)
                : c.AtLevel($"The register has the business as {scale}, which is no micro or small one.", "Another scale in the register.");
        }
        return Finding.Pass(Describe(type, declared is not null), declared is not null);
    }

    private static Finding ExaminePmi(KurCase c)
    {
        var type = c.Declared.ApplicantType ?? KurApplicantType.ProspectiveMigrantWorker;
        var isMigrant = c.Declared.MigrantWorker ?? type == KurApplicantType.ProspectiveMigrantWorker;
        var declared = c.Declared.ApplicantType is not null || c.Declared.MigrantWorker is not null;
        if (isMigrant) return Finding.Pass(Describe(KurApplicantType.ProspectiveMigrantWorker, declared), declared);
        return c.Setting(SettingNames.RecipientPmiKind) == "ANY_RECIPIENT"
            ? Finding.Pass(Describe(type, declared), declared)
            : c.AtLevel(
                "KUR PMI is asked for, but the applicant is declared to be no prospective migrant worker or overseas apprentice.",
                "Being a prospective migrant worker or overseas apprentice, or another kind of KUR.", true);
    }

    private static string Describe(KurApplicantType type, bool declared)
    {
        var what = type switch
        {
            KurApplicantType.ProspectiveMigrantWorker => "a prospective migrant worker or overseas apprentice",
            KurApplicantType.BusinessGroup => "a business group",
            _ => "a micro or small business actor",
        };
        return declared ? $"Declared to be {what}." : $"Taken for {what}; nothing else is declared.";
    }
}
