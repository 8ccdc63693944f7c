using DataHub.Credit.Regulations;

namespace DataHub.Credit.Rules;

/// <summary>What is known of the day a business began, held against the age a rule asks for.</summary>
internal sealed record BusinessStart
{
    /// <summary>Earliest day that a source or a statement letter proves.</summary>
    public DateOnly? Proven { get; private init; }

    /// <summary>A declared day without proof.</summary>
    public DateOnly? Claimed { get; private init; }

    /// <summary>True when <see cref="Proven"/> is a declared day with a statement letter.</summary>
    public bool ProvenByLetter { get; private init; }

    public BusinessAge Age { get; private init; }

    public static BusinessStart Of(KurCase c)
    {
        var licensed = LicensedOn(c);
        var declared = c.Declared.BusinessStartedOn;
        var letterCounts = declared is not null && c.Declared.StatementLetter == true
            && c.Setting(SettingNames.StartDeclaredWithLetter) == "COUNTS";
        var byLetter = letterCounts && (licensed is null || declared < licensed);
        var start = new BusinessStart
        {
            Proven = byLetter ? declared : licensed,
            ProvenByLetter = byLetter,
            Claimed = letterCounts ? null : declared,
        };
        return start with { Age = start.Judge(c) };
    }

    private static DateOnly? LicensedOn(KurCase c)
    {
        if (c.Business is not { } business) return null;
        var day = business.FirstLicensedOn is { } first && (business.RegisteredOn is null || first < business.RegisteredOn)
            ? first
            : business.RegisteredOn;
        if (day is null || business.HasActiveNib || business.Nib is null) return day;
        return c.Setting(SettingNames.StartNotActiveLicence) == "COUNTS" ? day : null;
    }

    private BusinessAge Judge(KurCase c)
    {
        if (Proven is null && Claimed is null) return BusinessAge.Unknown;
        if (Proven is { } proven && IsOldEnough(proven, c)) return BusinessAge.OldEnough;
        return Claimed is { } claimed && IsOldEnough(claimed, c) ? BusinessAge.OldEnoughIfProven : BusinessAge.Young;
    }

    private static bool IsOldEnough(DateOnly start, KurCase c)
    {
        if (start > c.Date) return false;
        var months = (int)c.Parameter("business.min_months");
        // AddMonths ends on the last day of a month that lacks the day: 31 August + 6 months is 28 or 29 February.
        var end = start.AddMonths(months);
        if (end.Day < start.Day && c.Setting(SettingNames.MonthsMissingDay) == "NEXT_MONTH") end = end.AddDays(1);
        return c.Date >= end;
    }
}

/// <summary>Age of a business against the age a rule asks for.</summary>
internal enum BusinessAge
{
    Unknown,
    Young,
    OldEnoughIfProven,
    OldEnough,
}
