namespace DataHub.Demonstration;

internal readonly record struct District(string Code, string Name)
{
    /// <summary>The six digits a NIK begins with when it was first given here.</summary>
    public int NikArea => int.Parse(Code.AsSpan(0, 2), Invariant) * 10_000 + int.Parse(Code.AsSpan(3, 2), Invariant) * 100
        + int.Parse(Code.AsSpan(6, 2), Invariant);

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;
}

internal sealed class Regency
{
    public Regency(string code, string name, int people, string villageWord, string districts)
    {
        (Code, Name, People, VillageWord) = (code, name, people, villageWord);
        Digits = code.Replace(".", "", StringComparison.Ordinal);
        Districts = Array.ConvertAll(districts.Split('|'), entry => new District($"{code}.{entry[..2]}", entry[3..]));
        Cumulative = Regencies.Sum(Array.ConvertAll(Districts, district => 60 + district.NikArea * 37 % 100));
    }

    public string Code { get; }

    /// <summary>The code as P-IRT numbers and NIKs carry it: four digits, no dot.</summary>
    public string Digits { get; }

    public string Name { get; }

    /// <summary>Regency codes from 71 on are cities (kota).</summary>
    public bool IsCity => Code[3] == '7';

    public int People { get; }

    /// <summary>Desa, Pekon, Kampung, Tiyuh or Kelurahan.</summary>
    public string VillageWord { get; }

    public District[] Districts { get; }

    public int[] Cumulative { get; }
}
