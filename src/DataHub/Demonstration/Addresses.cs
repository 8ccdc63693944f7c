using System.Globalization;
using System.Text;

namespace DataHub.Demonstration;

/// <summary>Addresses as they are written in the province. Streets and villages are made up; districts and regencies are real.</summary>
internal static class Addresses
{
    private static readonly string[] StreetForms = ["Jl. ", "Jl. ", "Jalan ", "JL ", "Jln. "];
    private static readonly string[] Hamlets = ["Sidodadi", "Sukajadi", "Sidomulyo", "I", "II", "III", "IV", "V"];

    /// <summary>As OSS holds it; certificates repeat it.</summary>
    public static string Licensed(Population population, in Business business)
    {
        var dice = population.Dice(Topic.Address, business.Index);
        return Compose(ref dice, business, full: dice.Chance(0.8));
    }

    /// <summary>Shortened, or an earlier address in the same district.</summary>
    public static string Other(ref Dice dice, Population population, in Business business)
    {
        if (dice.Chance(0.4)) return Compose(ref dice, business, full: dice.Chance(0.3));
        var licensed = Licensed(population, business);
        var cut = licensed.IndexOf(" Kec", StringComparison.OrdinalIgnoreCase);
        return cut < 0 ? licensed : licensed[..cut].TrimEnd(',');
    }

    public static string Village(ref Dice dice) => dice.Chance(0.5)
        ? dice.Pick(Words.VillageJoinedFirst) + dice.Pick(Words.VillageJoinedSecond)
        : dice.Pick(Words.VillageFirst) + " " + dice.Pick(Words.VillageSecond);

    /// <summary>"Kabupaten Lampung Selatan" in one of the ways it is written.</summary>
    public static string RegencyText(ref Dice dice, Regency regency)
    {
        var thrown = dice.Below(100);
        if (thrown < 30) return regency.Name;
        if (regency.IsCity) return "Kota " + regency.Name;
        return (thrown < 70 ? "Kab. " : thrown < 85 ? "Kabupaten " : "Kab ") + regency.Name;
    }

    private static string Compose(ref Dice dice, in Business business, bool full)
    {
        var separator = dice.Chance(0.65) ? ", " : " ";
        var text = new StringBuilder(120);
        if (dice.Chance(business.Regency.IsCity ? 0.9 : 0.55))
        {
            text.Append(dice.Pick(StreetForms)).Append(dice.Pick(Words.Streets));
            if (dice.Chance(0.6)) text.Append(" No. ").Append(dice.Between(1, 240));
            text.Append(separator);
        }
        else if (dice.Chance(0.5)) text.Append("Dusun ").Append(dice.Pick(Hamlets)).Append(separator);
        text.Append(CultureInfo.InvariantCulture, $"RT {dice.Between(1, 14):D3}");
        if (dice.Chance(0.7)) text.Append(CultureInfo.InvariantCulture, $"/RW {dice.Between(1, 9):D3}");
        text.Append(separator);
        text.Append(business.Regency.VillageWord).Append(' ').Append(Village(ref dice)).Append(separator);
        text.Append(dice.Chance(0.7) ? "Kec. " : "Kecamatan ").Append(business.District.Name);
        if (full) text.Append(separator).Append(RegencyText(ref dice, business.Regency));
        if (full && dice.Chance(0.25)) text.Append(separator).Append("Lampung");
        var address = text.ToString();
        return dice.Chance(0.4) ? address.ToUpperInvariant() : address;
    }
}
