using System.Globalization;

namespace DataHub.Feeds.Reading;

/// <summary>Reads the sources' dates: year first, or day, month (number or Indonesian name) and year.</summary>
public static class DateReader
{
    private static readonly Dictionary<string, int> Months = new(StringComparer.OrdinalIgnoreCase)
    {
        ["januari"] = 1,
        ["jan"] = 1,
        ["februari"] = 2,
        ["pebruari"] = 2,
        ["feb"] = 2,
        ["peb"] = 2,
        ["maret"] = 3,
        ["mar"] = 3,
        ["april"] = 4,
        ["apr"] = 4,
        ["mei"] = 5,
        ["juni"] = 6,
        ["jun"] = 6,
        ["juli"] = 7,
        ["jul"] = 7,
        ["agustus"] = 8,
        ["agu"] = 8,
        ["ags"] = 8,
        ["agt"] = 8,
        ["agust"] = 8,
        ["september"] = 9,
        ["sep"] = 9,
        ["sept"] = 9,
        ["oktober"] = 10,
        ["okt"] = 10,
        ["november"] = 11,
        ["nopember"] = 11,
        ["nov"] = 11,
        ["nop"] = 11,
        ["desember"] = 12,
        ["des"] = 12,
    };

    /// <summary>Reads a day between 1900 and <paramref name="latest"/>.</summary>
    public static Reading Read(string text, DateOnly latest)
    {
        if (!TrySplit(text, out var year, out var month, out var day)) return Reading.Unreadable(text, Reasons.DateUnreadable);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return Reading.Unreadable(text, Reasons.DateImpossible);
        var date = new DateOnly(year, month, day);
        if (year < 1900 || date > latest) return Reading.Unreadable(text, Reasons.DateImplausible);
        return new Reading(date, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static bool TrySplit(string text, out int year, out int month, out int day)
    {
        (year, month, day) = (0, 0, 0);
        Span<Range> parts = stackalloc Range[4];
        var span = text.AsSpan();
        var count = span.SplitAny(parts, "-/ ", StringSplitOptions.None);
        if (count != 3) return false;
        var first = span[parts[0]];
        var second = span[parts[1]];
        var third = span[parts[2]];
        if (second.Length == 0) return false;
        if (first.Length == 4)
            return text[4] == '-' && text[^3] == '-' && Digits(first, 4, out year) && Digits(second, 2, out month) && Digits(third, 2, out day);
        if (third.Length != 4 || text[first.Length] != text[^5]) return false;
        if (!Digits(third, 4, out year) || !Digits(first, first.Length == 1 ? 1 : 2, out day)) return false;
        return char.IsAsciiLetter(second[0]) ? MonthName(second, out month) : Digits(second, second.Length == 1 ? 1 : 2, out month);
    }

    private static bool MonthName(ReadOnlySpan<char> text, out int month) =>
        Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.TrimEnd('.'), out month);

    private static bool Digits(ReadOnlySpan<char> text, int length, out int number)
    {
        number = 0;
        return text.Length == length && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
