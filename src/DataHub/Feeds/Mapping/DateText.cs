using System.Collections.Frozen;
using System.Globalization;
using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Mapping;

/// <summary>Days as agencies write them, as 2024-05-23.</summary>
internal static class DateText
{
    // A spreadsheet counts days from 30 December 1899 on; these are 1 January 1930 and 31 December 2099.
    private const int FirstSerial = 10_959;
    private const int LastSerial = 73_050;

    // Programs set to English write these; the other names are alike or the day's reader knows them.
    private static readonly FrozenDictionary<string, string> English = new Dictionary<string, string>
    {
        ["january"] = "jan",
        ["february"] = "feb",
        ["march"] = "mar",
        ["may"] = "mei",
        ["june"] = "jun",
        ["july"] = "jul",
        ["august"] = "agu",
        ["aug"] = "agu",
        ["october"] = "okt",
        ["oct"] = "okt",
        ["december"] = "des",
        ["dec"] = "des",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The day of a text in year-month-day; null when it is none. The parts may stand apart by stroke, dash, dot or blank, the month may be
    /// a
    /// name, a time behind it falls away, a year may have two digits.
    /// </summary>
    public static string? Read(string text, DateOrder order)
    {
        var clean = FieldReader.Clean(text);
        if (Serial(clean) is { } day) return day;
        var comma = clean.IndexOf(',', StringComparison.Ordinal);
        // "Bandar Lampung, 23 Mei 2024" and "Kamis, 23 Mei 2024"
        if (comma >= 0) clean = clean[(comma + 1)..].Trim();
        var parts = clean.Split(['/', '-', '.', ' ', 'T'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 3 or > 5 || (parts.Length > 3 && !parts[3].Contains(':', StringComparison.Ordinal))) return null;
        return parts[0].Length == 4 ? Spelled(parts[2], parts[1], parts[0])
            : order == DateOrder.MonthFirst && char.IsAsciiDigit(parts[1][0]) ? Spelled(parts[1], parts[0], parts[2])
            : Spelled(parts[0], parts[1], parts[2]);
    }

    /// <summary>The year of a text: four digits, or that of a day; null when it has none.</summary>
    public static string? Year(string text)
    {
        var clean = FieldReader.Clean(text);
        if (clean.Length == 4 && !clean.AsSpan().ContainsAnyExceptInRange('0', '9')) return clean;
        if (Serial(clean) is { } serial) return serial[..4];
        if (Read(clean, DateOrder.DayFirst) is { } day) return day[..4];
        // "Tahun 2019", "Januari 2019", "2019 M"
        var years = clean.Split([' ', '/', '-', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part.Length == 4 && !part.AsSpan().ContainsAnyExceptInRange('0', '9')).ToList();
        return years.Count == 1 ? years[0] : null;
    }

    private static string? Serial(string text) =>
        text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days is >= FirstSerial and <= LastSerial
            ? new DateOnly(1899, 12, 30).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    private static string? Spelled(string day, string month, string year)
    {
        var isShort = year.Length == 2 && !year.AsSpan().ContainsAnyExceptInRange('0', '9');
        var full = isShort ? $"{(string.CompareOrdinal(year, "50") < 0 ? "20" : "19")}{year}" : year;
        var mark = char.IsAsciiDigit(month[0]) ? '/' : ' ';
        var reading = DateReader.Read($"{day}{mark}{English.GetValueOrDefault(month, month)}{mark}{full}", DateOnly.MaxValue);
        return reading.Reason is null ? reading.Canonical : null;
    }
}
