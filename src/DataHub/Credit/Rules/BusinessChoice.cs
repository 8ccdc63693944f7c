using DataHub.Credit.Applicants;
using DataHub.Credit.Regulations;

namespace DataHub.Credit.Rules;

/// <summary>Which of a person's businesses is decided on when the application names none.</summary>
internal static class BusinessChoice
{
    /// <summary>Null when the person has no business.</summary>
    public static KurBusiness? Among(IReadOnlyList<KurBusiness> owned, KurCase c)
    {
        if (owned.Count < 2) return owned.Count == 0 ? null : owned[0];
        var newest = c.Setting(SettingNames.BusinessByNik) == "NEWEST_ACTIVE";
        var active = owned.Where(business => business.HasActiveNib).ToList();
        var candidates = active.Count > 0 ? active : owned;
        return newest
            ? candidates.OrderByDescending(Age).ThenByDescending(business => business.Id).First()
            : candidates.OrderBy(business => Age(business) ?? DateOnly.MaxValue).ThenBy(business => business.Id).First();
    }

    /// <summary>A sentence that says which business was taken and why; null when the application named it or there is only one.</summary>
    public static string? Explain(KurCase c)
    {
        if (c.Application.Nib is not null || c.Applicant.Owned.Count < 2 || c.Business is not { } business) return null;
        var which = c.Setting(SettingNames.BusinessByNik) == "NEWEST_ACTIVE" ? "newest" : "oldest";
        var state = business.HasActiveNib ? "active " : "";
        var name = business.Nib is { } nib ? $"NIB {nib}" : "a business without NIB";
        return $"Decided on {name}, the {which} {state}one of the applicant's {c.Applicant.Owned.Count} businesses.";
    }

    private static DateOnly? Age(KurBusiness business) => business.FirstLicensedOn ?? business.RegisteredOn;
}
