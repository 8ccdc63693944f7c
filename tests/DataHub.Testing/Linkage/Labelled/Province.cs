namespace DataHub.Testing.Linkage.Labelled;

/// <summary>A village with what an address and a code say of it.</summary>
/// <param name="District">Kecamatan; its code has eight characters (18.01.04).</param>
internal sealed record Village(string Name, Area District, Area Regency);

internal readonly record struct Area(string Code, string Name)
{
    /// <summary>The code as NIK and P-IRT numbers carry it.</summary>
    public string Digits => Code.Replace(".", "", StringComparison.Ordinal);

    /// <summary>Codes from 71 on are cities.</summary>
    public bool IsCity => Code[3] == '7';
}

/// <summary>Lampung: regencies by their people, districts alike within a regency, villages alike within a district.</summary>
internal sealed class Province
{
    private static readonly (string Code, string Name, int Weight, int Districts)[] Regencies =
    [
        ("18.01", "Lampung Selatan", 112, 17), ("18.02", "Lampung Tengah", 146, 28), ("18.03", "Lampung Utara", 60, 23),
        ("18.04", "Lampung Barat", 33, 15), ("18.05", "Tulang Bawang", 43, 15), ("18.06", "Tanggamus", 60, 20),
        ("18.07", "Lampung Timur", 115, 24), ("18.08", "Way Kanan", 49, 15), ("18.09", "Pesawaran", 46, 11), ("18.10", "Pringsewu", 46, 9),
        ("18.11", "Mesuji", 24, 7), ("18.12", "Tulang Bawang Barat", 31, 9), ("18.13", "Pesisir Barat", 16, 11),
        ("18.71", "Bandar Lampung", 160, 20), ("18.72", "Metro", 20, 5),
    ];

    private static readonly int[] Weights = Array.ConvertAll(Regencies, regency => regency.Weight);
    private readonly Village[][][] villages;

    private Province(Village[][][] villages) => this.villages = villages;

    public static Province Read(string? file, Throws throws)
    {
        var named = file is null ? [] : File.ReadLines(file).Select(line => line.Split(',', 2))
            .GroupBy(parts => parts[0].Length).ToDictionary(group => group.Key, group => group.ToArray());
        return new Province(Array.ConvertAll(Regencies, regency =>
        {
            var area = new Area(regency.Code, regency.Name);
            var districts = named.Count > 0
                ? named[8].Where(parts => parts[0].StartsWith(regency.Code, StringComparison.Ordinal)).Select(Named).ToArray()
                : Enumerable.Range(1, regency.Districts).Select(n => new Area($"{regency.Code}.{n:D2}", Invented(throws))).ToArray();
            return Array.ConvertAll(districts, district => named.Count > 0
                ? Below(named[13], district).Select(parts => new Village(Title(parts[1]), district, area)).ToArray()
                : Enumerable.Range(0, 12).Select(_ => new Village(Invented(throws), district, area)).ToArray());
        }));
    }

    public Village Throw(Throws throws)
    {
        var districts = villages[throws.Weighted(Weights)];
        return throws.Pick(throws.Pick(districts));
    }

    /// <summary>A village of the same district.</summary>
    public Village Near(Village home, Throws throws)
    {
        var regency = Array.FindIndex(Regencies, entry => entry.Code == home.Regency.Code);
        return throws.Pick(Array.Find(villages[regency], district => district[0].District == home.District)!);
    }

    private static IEnumerable<string[]> Below(string[][] rows, Area district) =>
        rows.Where(parts => parts[0].StartsWith(district.Code + ".", StringComparison.Ordinal));

    private static Area Named(string[] parts) => new(parts[0], Title(parts[1]));

    private static string Title(string name) => Writing.Title(name.Trim('"'));

    private static string Invented(Throws throws) => throws.Chance(0.5)
        ? throws.Pick(First) + throws.Pick(Joined)
        : throws.Pick(Before) + " " + throws.Pick(After);

    private static readonly string[] First = "Sido Suko Purwo Mulyo Tri Sri Wono Karang Marga Margo Sumber Banjar".Split(' ');
    private static readonly string[] Joined = "mulyo rejo dadi makmur asri sari agung kencono widodo harjo tani luhur".Split(' ');
    private static readonly string[] Before =
        "Tanjung Gunung Kota Negeri Bumi Way Gedung Pulau Padang Suka Bandar Fajar Sinar Muara".Split(' ');
    private static readonly string[] After =
        "Raya Jaya Baru Agung Sari Indah Harapan Ratu Batin Sakti Besar Tinggi Mulya Kencana".Split(' ');
}
