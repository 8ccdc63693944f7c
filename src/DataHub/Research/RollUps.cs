namespace DataHub.Research;

/// <summary>The groupings that research.roll_up keeps; <c>research.add_to_roll_ups</c> fills just these.</summary>
public static class RollUps
{
    private const int Regency = 1;
    private const int District = 2;
    private const int Scale = 4;
    private const int Sector = 8;
    private const int Gender = 16;
    private const int Status = 32;
    private const int Year = 64;

    /// <summary>
    /// As sums of <see cref="StatisticsDimension.Bit"/>, by the groups that 192,234 businesses give (34 to 40,544), fewest first. A set is
    /// kept when the smallest kept one that has its dimensions holds more than three times its groups, and more than 200; district and year
    /// with more are not, since their answers are long and few.
    /// </summary>
    public static IReadOnlyList<int> Kept { get; } =
    [
        Scale | Sector,
        Sector | Status,
        Sector | Gender,
        Regency | Scale,
        Regency | Gender,
        Regency | Status,
        Scale | Status | Gender | Year,
        Scale | Sector | Status | Gender,
        Regency | District,
        Scale | Sector | Year,
        Regency | Scale | Status | Gender,
        Sector | Gender | Year,
        Sector | Status | Year,
        Regency | Scale | Year,
        Regency | Gender | Year,
        Regency | Status | Year,
        Regency | Scale | Sector,
        Regency | Sector | Status,
        Regency | Sector | Gender,
        Regency | District | Scale,
        Regency | District | Gender,
        Regency | District | Status,
        Scale | Sector | Status | Gender | Year,
        Regency | Scale | Sector | Status | Gender,
        Regency | Scale | Status | Gender | Year,
        Regency | District | Year,
        Regency | Scale | Sector | Year,
        Regency | District | Sector,
        Regency | District | Scale | Status | Gender,
        Regency | Scale | Sector | Status | Gender | Year,
        Regency | District | Scale | Sector | Status | Gender,
        Regency | District | Scale | Sector | Status | Gender | Year,
    ];

    /// <summary>The smallest one with all of these dimensions; null when none has them.</summary>
    public static int? Covering(int dimensions)
    {
        foreach (var kept in Kept)
            if ((kept & dimensions) == dimensions) return kept;
        return null;
    }
}
