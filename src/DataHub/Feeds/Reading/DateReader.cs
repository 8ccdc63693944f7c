using System.Globalization;

namespace DataHub.Feeds.Reading;

/// <summary>Reads the sources' dates: year first, or day, month (number, Indonesian or English name) and year; never month first.</summary>
public static class DateReader
{
    private static readonly Dictionary<string, int> Months = new(StringComparer.OrdinalIgnoreCase)
    {
        ["januari"] = 1,
        ["january"] = 1,
        ["jan"] = 1,
        ["februari"] = 2,
        ["february"] = 2,
        ["pebruari"] = 2,
        ["feb"] = 2,
        ["peb"] = 2,
        ["maret"] = 3,
        ["mar"] = 3,
        ["april"] = 4,
        ["apr"] = 4,
        ["march"] = 3,
        ["mei"] = 5,
        ["may"] = 5,
        ["juni"] = 6,
        ["june"] = 6,
        ["jun"] = 6,
        ["juli"] = 7,
        ["july"] = 7,
        ["jul"] = 7,
        ["agustus"] = 8,
        ["august"] = 8,
        ["aug"] = 8,
        ["agu"] = 8,
        ["ags"] = 8,
        ["agt"] = 8,
        ["agust"] = 8,
        ["september"] = 9,
        ["sep"] = 9,
        ["sept"] = 9,
        ["oktober"] = 10,
        ["october"] = 10,
        ["oct"] = 10,
        ["okt"] = 10,
        ["november"] = 11,
        ["nopember"] = 11,
        ["nov"] = 11,
        ["nop"] = 11,
        ["desember"] = 12,
        ["december"] = 12,
        ["dec"] = 12,
        ["des"] = 12,
    };

    private static readonly string[] TimeForms = ["H:mm", "H:mm:ss", "H:mm:ss.FFFFFFF"];

    /// <summary>Reads a day between 1900 and <paramref name="latest"/>.</summary>
    public static Reading Read(string text, DateOnly latest)
    {
        // Most dates come like this: the text is its own canonical spelling.
        if (TryIso(text, out var iso) && iso.Year >= 1900 && iso <= latest) return new Reading(iso, text);
        if (!TrySplit(WithoutTime(text), out var year, out var month, out var day)) return Reading.Unreadable(text, Reasons.DateUnreadable);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return Reading.Unreadable(text, Reasons.DateImpossible);
        var date = new DateOnly(year, month, day);
        if (year < 1900 || date > latest) return Reading.Unreadable(text, Reasons.DateImplausible);
        return new Reading(date, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static bool TryIso(string text, out DateOnly date)
    {
        date = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-') return false;
        var span = text.AsSpan();
        if (!Digits(span[..4], 4, out var year) || !Digits(span[5..7], 2, out var month) || !Digits(span[8..], 2, out var day)) return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>A day without the time that databases and spreadsheets write behind it: 2024-05-23 00:00:00.</summary>
    private static string WithoutTime(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        // Before the first colon: the hour, and what stands between day and hour.
        if (colon < 0) return text;
        var end = colon - 1;
        while (end > 0 && char.IsAsciiDigit(text[end])) end--;
        return end > 0 && text[end] is ' ' or 'T' && IsTime(text.AsSpan(end + 1)) ? text[..end].TrimEnd() : text;
    }

    // The day of a moment in another zone is not the day in Lampung (17:00 UTC is the next one): only midnight is taken, a bare day.
    private static bool IsTime(ReadOnlySpan<char> text) => text.EndsWith("Z")
        ? !text.ContainsAnyExcept("0:.Z")
        : TimeOnly.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool TrySplit(string text, out int year, out int month, out int day)
    {
        (year, month, day) = (0, 0, 0);
        Span<Range> parts = stackalloc Range[4];
        var span = text.AsSpan();
        // A dot parts 23.05.2024, and ends the month in 23 Okt. 2024.
        var count = span.SplitAny(parts, span.Contains(' ') ? "-/ " : "-/.", StringSplitOptions.None);
        if (count != 3) return false;
        var first = span[parts[0]];
        var second = span[parts[1]];
        var third = span[parts[2]];
        if (second.Length == 0) return false;
        if (first.Length == 4)
        {
            return text[4] == text[^3] && text[4] != ' '
                && Digits(first, 4, out year) && Digits(second, 2, out month) && Digits(third, 2, out day);
        }
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
