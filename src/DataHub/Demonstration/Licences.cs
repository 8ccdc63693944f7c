using System.Globalization;

namespace DataHub.Demonstration;

/// <summary>NIBs and days of registration.</summary>
internal sealed class Licences
{
    private const long NumberRoom = 10_000_000;

    // OSS opened in July 2018. Shares by year from 2018 on; a later year counts as the last one.
    private static readonly int[] YearShares = [20, 50, 60, 120, 160, 180, 185, 150, 110];
    private static readonly DateOnly Opened = new(2018, 8, 1);
    private readonly Bijection numbers;
    private readonly int[] years;
    private readonly DateOnly last;

    public Licences(ulong seed, DateOnly referenceDate)
    {
        numbers = new Bijection(seed, 1, NumberRoom);
        last = referenceDate;
        var shares = new int[referenceDate.Year - Opened.Year + 1];
        for (var year = 0; year < shares.Length; year++) shares[year] = YearShares[Math.Min(year, YearShares.Length - 1)];
        years = Regencies.Sum(shares);
    }

    public DateOnly ThrowDay(ref Dice dice)
    {
        var year = Opened.Year + dice.Weighted(years);
        var first = year == Opened.Year ? Opened : new DateOnly(year, 1, 1);
        var end = year == last.Year ? last : new DateOnly(year, 12, 31);
        return first.AddDays(dice.Below(end.DayNumber - first.DayNumber + 1));
    }

    /// <summary>An earlier day since OSS opened, or null when there is none.</summary>
    public static DateOnly? ThrowEarlier(ref Dice dice, DateOnly day)
    {
        var earlier = day.AddDays(-dice.Between(30, 900));
        return earlier < Opened ? null : earlier;
    }

    /// <summary>
    /// Thirteen digits. Since mid-2021 a NIB begins with its day; before, with 8120, 9120 or 0220. The last seven digits differ for
    /// every <paramref name="place"/>, so that no NIB occurs twice.
    /// </summary>
    public string Nib(DateOnly issued, long place)
    {
        var number = numbers[place].ToString("D7", CultureInfo.InvariantCulture);
        if (issued >= new DateOnly(2021, 7, 1)) return issued.ToString("ddMMyy", CultureInfo.InvariantCulture) + number;
        var series = issued < new DateOnly(2019, 7, 1) ? "8120" : issued < new DateOnly(2020, 7, 1) ? "9120" : "0220";
        return string.Concat(series, (issued.DayNumber % 90 + 10).ToString(CultureInfo.InvariantCulture), number);
    }

    /// <summary>NIB of a large firm from elsewhere: beyond the places of the businesses and their second registrations.</summary>
    public string NibOfLargeFirm(int firm) => Nib(new DateOnly(2018, 9, 1).AddDays(firm * 11), NumberRoom - 1 - firm);
}
