namespace DataHub.Shared.Scalars;

/// <summary>Forms of the identifiers of Indonesian authorities. Nothing here corrects a wrong one.</summary>
public static class Identifiers
{
    /// <summary>NIB: 13 digits (PP 24/2018 Article 25). There is no public check digit.</summary>
    public static bool IsNib(string text) => text.Length == 13 && AllDigits(text) && text.AsSpan().ContainsAnyExcept('0');

    /// <summary>
    /// NIK: 16 digits; 7–12 are the birth date DDMMYY with the day + 40 for women, 13–16 a serial that is not 0000. There is no check digit, the
    /// area code at the front is that of first registration and may no longer exist, and the date may legally differ from the
    /// person's: only the ranges are checked, and that the number begins with a province's code (11 to 99).
    /// </summary>
    public static bool IsNik(string text) =>
        text.Length == 16 && AllDigits(text) && Number(text, 0) >= 11 && Number(text, 6) is (>= 1 and <= 31) or (>= 41 and <= 71)
        && Number(text, 8) is >= 1 and <= 12 && !text.EndsWith("0000", StringComparison.Ordinal);

    /// <summary>True when a valid NIK is a woman's.</summary>
    public static bool IsWoman(string nik) => Number(nik, 6) > 40;

    /// <summary>
    /// NPWP in 16 digits (PMK 112/2022): 15 digits of the former form get a leading zero. Null for anything else, zeros alone among it: SIKP
    /// sends them for a person without an NPWP.
    /// </summary>
    public static string? NormaliseNpwp(string text) => (text.Length, AllDigits(text) && text.AsSpan().ContainsAnyExcept('0')) switch
    {
        (16, true) => text,
        (15, true) => $"0{text}",
        _ => null,
    };

    private static int Number(string digits, int start) => ((digits[start] - '0') * 10) + digits[start + 1] - '0';

    private static bool AllDigits(string text) => !text.AsSpan().ContainsAnyExceptInRange('0', '9');
}
