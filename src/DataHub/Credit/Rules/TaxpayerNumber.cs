using DataHub.Credit.Regulations;

namespace DataHub.Credit.Rules;

/// <summary>
/// K26-08: an NPWP, for kecil always, for mikro, khusus and PMI above Rp50 million, never for super mikro (Art 34(1)d, 41(1)d).
/// </summary>
internal sealed class TaxpayerNumber() : KurRule("K26-08")
{
    public override Finding? Examine(KurCase c)
    {
        if (c.ParameterOrNull("npwp.above." + c.Kind.Word()) is not { } above)
            return Finding.NotApplicable($"KUR {Wording.Name(c.Kind)} needs no NPWP.");
        var isAlways = above == 0;
        if (!isAlways && c.Amount <= above)
            return Finding.NotApplicable($"KUR {Wording.Name(c.Kind)} needs an NPWP only above {Wording.Rp(above)}.");
        if (c.Declared.Npwp is not null) return Finding.Pass("An NPWP is declared.", true);
        var nik = c.Applicant.NikKnown || c.Application.Nik is not null;
        if (nik && c.Setting(SettingNames.NpwpKnownNik) == "PROVES") return Finding.Pass("The NIK is known and serves as NPWP.");
        return c.AtLevel(
            isAlways
                ? $"KUR {Wording.Name(c.Kind)} needs an NPWP; none is declared."
                : $"Above {Wording.Rp(above)} an NPWP is needed; none is declared.",
            "The NPWP of the applicant.");
    }
}
