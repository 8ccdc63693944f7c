using System.Globalization;

namespace DataHub.Shared.Scalars;

/// <summary>Forms of the identifiers of Indonesian authorities. Nothing here corrects a wrong one.</summary>
public static class Identifiers
{
    /// <summary>NIB: 13 digits (PP 24/2018 Article 25). There is no public check digit.</summary>
    public static bool IsNib(string text) => text.Length == 13 && AllDigits(text);

    /// <summary>
    /// NIK: 16 digits; 7–12 are the birth date DDMMYY with the day + 40 for women, 13–16 a serial that is not 0000. The area code at the
    /// front is that of first registration and may no longer exist, so it is only checked for being a possible province.
    /// </summary>
    public static bool IsNik(string text) =>
        text.Length == 16 && AllDigits(text) && text[0] != '0' && IsBirthDate(text) && !text.EndsWith("0000", StringComparison.Ordinal);

    /// <summary>True when a valid NIK is a woman's.</summary>
    public static bool IsWoman(string nik) => nik[6] >= '4';

    /// <summary>NPWP in 16 digits (PMK 112/2022): 15 digits of the former form get a leading zero. Null for anything else.</summary>
    public static string? NormaliseNpwp(string text) => (text.Length, AllDigits(text)) switch
    {
        (16, true) => text,
        (15, true) => $"0{text}",
        _ => null,
    };

    private static bool IsBirthDate(string nik)
    {
        var day = Number(nik, 6);
        if (day > 40) day -= 40;
        var month = Number(nik, 8);
        // The century is not in the number: 29 February is possible in any year divisible by four of one of the two.
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2000 + (Number(nik, 10) % 4 == 0 ? 0 : 1), month);
    }

    private static int Number(string digits, int start) => int.Parse(digits.AsSpan(start, 2), NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool AllDigits(string text) => text.All(char.IsAsciiDigit);
}
