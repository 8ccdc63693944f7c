using System.Globalization;

namespace DataHub.Demonstration;

/// <summary>
/// Certificate numbers by the rules of their issuers; none is given twice. One in two hundred is cut short, as typed off a label.
/// </summary>
internal sealed class CertificateNumbers(ulong seed)
{
    private const double CutShort = 0.005;

    // BPOM's packaging digits (1 glass, 2 plastic, 3 paper, 4 can, 5 foil, 7 composite) by how often they are met.
    private static readonly int[] Packaging = [2, 2, 2, 2, 2, 2, 5, 5, 3, 1, 7, 4];
    private readonly Bijection halal = new(seed, 7, 1_000_000_000);
    private readonly Bijection md = new(seed, 8, 10_000_000_000);
    private readonly Bijection sni = new(seed, 9, 10_000_000);
    private readonly Bijection tkdn = new(seed, 10, 1_000_000);
    private readonly Dictionary<string, int> pirtOf = [];
    private int halalGiven;
    private int mdGiven;
    private int sniGiven;
    private int tkdnGiven;

    /// <summary>
    /// PerBPOM 22/2018: packaging, food type (2), regency (4), product (2), producer in the regency (4), year of expiry (2).
    /// Producers are numbered on within a regency, so the number never repeats.
    /// </summary>
    public string Pirt(ref Dice dice, Regency regency, DateOnly ends)
    {
        const int producers = 9999;
        var given = pirtOf.GetValueOrDefault(regency.Digits);
        pirtOf[regency.Digits] = given + 1;
        var number = string.Create(CultureInfo.InvariantCulture, $"{dice.Pick(Packaging)}{dice.Between(1, 16):D2}{regency.Digits}"
            + $"{given / producers + 1:D2}{given % producers + 1:D4}-{ends.Year % 100:D2}");
        return dice.Chance(CutShort) ? number[..^3] : number;
    }

    /// <summary>ID and 17 digits: province, kind, running number, month and year of issue.</summary>
    public string Halal(ref Dice dice, DateOnly issued)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"ID1811{halal[halalGiven++]:D9}{issued.Month:D2}{issued.Year % 100:D2}");
        return dice.Chance(CutShort) ? number[..^2] : number;
    }

    /// <summary>MD and 12 digits: two of the food category, ten of the number.</summary>
    public string Md(ref Dice dice) =>
        string.Create(CultureInfo.InvariantCulture, $"MD{dice.Pick(Packaging)}{dice.Between(1, 8)}{md[mdGiven++]:D10}");

    public string Sni() => string.Create(CultureInfo.InvariantCulture, $"SNI-BINA-{sni[sniGiven++]:D7}");

    public string Tkdn(DateOnly issued) =>
        string.Create(CultureInfo.InvariantCulture, $"{tkdn[tkdnGiven++]:D6}/SJ-IND.8/TKDN/{issued.Month}/{issued.Year}");
}
