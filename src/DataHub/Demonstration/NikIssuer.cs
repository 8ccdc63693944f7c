using System.Globalization;

namespace DataHub.Demonstration;

/// <summary>
/// Gives NIKs by the rule of Dukcapil: six digits of the area of first registration, DDMMYY with 40 added to a woman's day, a serial.
/// No number is given twice, and no mistyped number happens to be somebody's.
/// </summary>
internal sealed class NikIssuer(int people)
{
    private const long SerialRoom = 10_000;
    private const long DayStep = 10_000 * SerialRoom;

    /// <summary>Regencies that many families of the province came from, and their neighbours: first registered there.</summary>
    private static readonly int[] Elsewhere =
        [3402, 3305, 3301, 3501, 3510, 1271, 1671, 1601, 1611, 3603, 3201, 3174, 1371, 5102, 3404, 3314];

    private readonly HashSet<long> given = new(people + people / 8);

    public long Issue(ref Dice dice, District home, DateOnly birth, bool woman)
    {
        long area = home.NikArea;
        var thrown = dice.Below(100);
        if (thrown < 7) area = dice.Pick(Elsewhere) * 100 + dice.Between(1, 12);
        else if (thrown < 16) area = dice.Pick(dice.Pick(Regencies.All).Districts).NikArea;
        var day = birth.Day + (woman ? 40 : 0);
        var stem = area * 1_000_000 + day * 10_000 + birth.Month * 100 + birth.Year % 100;
        var nik = stem * SerialRoom + dice.Between(1, 9);
        while (!given.Add(nik)) nik++;
        return nik;
    }

    /// <summary>The number with a woman's 40 forgotten, or null when that is another's number.</summary>
    public string? WithoutForty(long nik) => Unless(nik - 40 * DayStep);

    /// <summary>Fifteen digits and a zero, as a spreadsheet keeps it; null when that is another's number.</summary>
    public string? SpreadsheetDigits(long nik) => Unless(nik / 10 * 10);

    /// <summary>A digit wrong or lost; never the number of somebody else.</summary>
    public string Mistyped(ref Dice dice, long nik)
    {
        var digits = Digits(nik).ToCharArray();
        if (dice.Chance(0.2)) return new string(digits).Remove(dice.Between(6, 15), 1);
        while (true)
        {
            var wrong = (char[])digits.Clone();
            var at = dice.Chance(0.5) ? dice.Between(12, 15) : dice.Between(2, 5);
            wrong[at] = (char)('0' + (wrong[at] - '0' + dice.Between(1, 9)) % 10);
            var text = new string(wrong);
            if (given.Add(long.Parse(text, CultureInfo.InvariantCulture))) return text;
        }
    }

    public static string Digits(long nik) => nik.ToString("D16", CultureInfo.InvariantCulture);

    /// <summary>As a spreadsheet shows it: 1,80312E+15.</summary>
    public static string Scientific(long nik)
    {
        var digits = Digits(nik);
        return $"{digits[0]},{digits.AsSpan(1, 5)}E+15";
    }

    private string? Unless(long nik) => given.Add(nik) ? Digits(nik) : null;
}
