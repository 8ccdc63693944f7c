namespace DataHub.Feeds.Reading;

/// <summary>
/// NIK: 16 digits, six of the area of first registration, the birth date as ddmmyy with 40 added to a woman's day, four of a serial
/// from 0001. There is no check digit, so only the structure can be tested.
/// </summary>
public static class Nik
{
    /// <summary>
    /// True for a well-formed NIK. One that ends in 0 is not taken: spreadsheets keep 15 significant digits and put a 0 for the last,
    /// and a true serial that ends in 0 cannot be told from that.
    /// </summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length != 16 || text.ContainsAnyExceptInRange('0', '9')) return false;
        var (day, month) = (Pair(text, 6), Pair(text, 8));
        if (day is not ((>= 1 and <= 31) or (>= 41 and <= 71)) || month is < 1 or > 12) return false;
        var dayOfMonth = day > 40 ? day - 40 : day;
        // 2000 is a leap year: 29 February is let through whatever the century.
        if (dayOfMonth > DateTime.DaysInMonth(2000, month)) return false;
        return Pair(text, 0) >= 11 && text[15] != '0';
    }

    /// <summary>PEREMPUAN or LAKI_LAKI, from the day of a valid NIK.</summary>
    public static string Gender(ReadOnlySpan<char> nik) => Pair(nik, 6) > 40 ? "PEREMPUAN" : "LAKI_LAKI";

    private static int Pair(ReadOnlySpan<char> text, int at) => (text[at] - '0') * 10 + text[at + 1] - '0';
}
