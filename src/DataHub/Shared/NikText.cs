namespace DataHub.Shared;

/// <summary>Finds numbers of the form of a NIK in texts that people write, also where its digits are set apart.</summary>
public static class NikText
{
    private const int Digits = 16;
    private const string Separators = " .-'\u00a0";

    /// <summary>True when 16 digits stand together, or with separators between them, whose date part is a date.</summary>
    public static bool IsIn(string text) => Candidates(text).Any(HasDate);

    /// <summary>Every 16 digits in a row, separators left out; longer rows of digits give each 16 of theirs.</summary>
    public static IEnumerable<string> Candidates(string text)
    {
        var run = new System.Text.StringBuilder();
        foreach (var letter in text.Append('\n'))
        {
            if (char.IsAsciiDigit(letter)) run.Append(letter);
            else if (run.Length == 0 || !Separators.Contains(letter, StringComparison.Ordinal))
            {
                for (var start = 0; start + Digits <= run.Length; start++) yield return run.ToString(start, Digits);
                run.Clear();
            }
        }
    }

    private static bool HasDate(string digits)
    {
        var (day, month) = (Two(digits, 6), Two(digits, 8));
        return day is (>= 1 and <= 31) or (>= 41 and <= 71) && month is >= 1 and <= 12 && digits[12..] != "0000";
    }

    private static int Two(string digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';
}
