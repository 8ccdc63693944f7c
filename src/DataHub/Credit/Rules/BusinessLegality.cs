using DataHub.Credit.Applicants;
using DataHub.Credit.Regulations;

namespace DataHub.Credit.Rules;

/// <summary>K26-06: a NIB in force or a statement letter of a competent official, of equal value (Art 26, 34, 41 (1)b).</summary>
internal sealed class BusinessLegality() : KurRule("K26-06")
{
    private const string Remedy = "A NIB in force or a statement letter (surat keterangan usaha mikro dan kecil).";

    public override Finding? Examine(KurCase c)
    {
        if (c.IsPmiWithout(Id)) return Finding.NotApplicable("A NIB does not concern KUR PMI.");
        var business = c.Business;
        var found = BusinessChoice.Explain(c) is { } choice ? choice + " " + DescribeNib(c, business) : DescribeNib(c, business);
        if (business is { HasActiveNib: true }) return Finding.Pass(found);
        if (business?.Nib is not null && c.Setting(SettingNames.NibNotActive) == "AS_ACTIVE") return Finding.Pass(found);
        if (c.Declared.StatementLetter == true) return Finding.Pass(found + " A statement letter is declared.", true);
        if (business is null && c.Application.Nib is not null && c.Setting(SettingNames.NibUnknown) == "DECLARED")
            return Finding.Pass(found + " It is taken as declared.", true);
        return c.AtLevel(found, Remedy);
    }

    private static string DescribeNib(KurCase c, KurBusiness? business)
    {
        if (business is null && c.Application.Nib is { } asked) return $"No source carries NIB {asked}.";
        if (business is null) return "No business of the applicant is known.";
        if (business.Nib is null) return "The business has no NIB in any source.";
        return business.Status switch
        {
            "DICABUT" => $"NIB {business.Nib} is revoked (dicabut).",
            "TIDAK_AKTIF" => $"NIB {business.Nib} is inactive (tidak aktif).",
            "AKTIF" => $"NIB {business.Nib} is active.",
            _ => $"NIB {business.Nib}; no source tells its state.",
        };
    }
}
