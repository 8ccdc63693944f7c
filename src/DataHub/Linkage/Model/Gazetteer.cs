using DataHub.Linkage.Model.Normalising;

namespace DataHub.Linkage.Model;

/// <summary>A region of the home ministry's table.</summary>
/// <param name="Code">Dotted: 18.01 a regency, 18.01.04 a district, 18.01.04.2001 a village.</param>
/// <param name="Name">Official name, without the word for its level.</param>
public readonly record struct GazetteerRegion(string Code, string Name);

/// <summary>
/// Names of regencies and districts (and villages, where loaded) as addresses write them: with or without spaces (TANJUNG KARANG,
/// TANJUNGKARANG), by sound, abbreviated (Lamsel). Immutable.
/// </summary>
public sealed class Gazetteer
{
    private static readonly (string Short, string Name)[] Abbreviations =
    [
        ("LAMSEL", "LAMPUNGSELATAN"), ("LAMTENG", "LAMPUNGTENGAH"), ("LAMTIM", "LAMPUNGTIMUR"), ("LAMUT", "LAMPUNGUTARA"),
        ("LAMPURA", "LAMPUNGUTARA"),
        ("LAMBAR", "LAMPUNGBARAT"), ("TUBA", "TULANGBAWANG"), ("TUBABA", "TULANGBAWANGBARAT"), ("TBB", "TULANGBAWANGBARAT"),
        ("PESIBAR", "PESISIRBARAT"),
        ("BALAM", "BANDARLAMPUNG"), ("BDRLAMPUNG", "BANDARLAMPUNG"), ("BLAMPUNG", "BANDARLAMPUNG"),
    ];

    /// <summary>A table without rows: addresses then tell streets and villages only.</summary>
    public static readonly Gazetteer Empty = new([]);

    private readonly Dictionary<string, int> _regencies = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lastWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _districts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _villages = new(StringComparer.Ordinal);

    /// <summary>Reads a table; rows above a regency are passed over.</summary>
    public Gazetteer(IEnumerable<GazetteerRegion> regions)
    {
        var districts = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var villages = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var region in regions)
        {
            var code = RegionCodes.Read(region.Code);
            var name = Key(Letters.Words(region.Name));
            if (region.Code.Length >= 13) Add(villages, name, code.District);
            else if (code.District != 0) Add(districts, name, code.District);
            else if (code.Regency != 0) AddRegency(region.Name, name, code.Regency);
        }
        foreach (var (abbreviation, name) in Abbreviations)
        {
            if (!_regencies.TryGetValue(Sound.Of(name), out var regency)) continue;
            _regencies.TryAdd(Sound.Of(abbreviation), regency);
            _lastWords.Add(abbreviation);
        }
        foreach (var (name, codes) in districts) _districts[name] = [.. codes.Order()];
        foreach (var (name, codes) in villages) _villages[name] = [.. codes.Distinct().Order()];
    }

    /// <summary>True when a regency's name may end with the word; saves looking for most.</summary>
    internal bool EndsRegency(string word) => _lastWords.Contains(word);

    /// <summary>The regency of that name; 0 when there is none.</summary>
    internal int Regency(string key) => _regencies.GetValueOrDefault(key);

    /// <summary>The district of that name, in the regency when one is given (0: any); 0 when there is none or several fit.</summary>
    internal int District(string key, int regency) => Only(_districts, key, regency) is var exact and not 0 ? exact : Nearly(key, regency);

    /// <summary>The district that holds the only village of that name (in the regency); 0 when unknown.</summary>
    internal int DistrictOfVillage(string key, int regency) => Only(_villages, key, regency);

    /// <summary>A name of several words as a key: by sound, without spaces.</summary>
    internal static string Key(IEnumerable<string> words) => Sound.Of(string.Concat(words));

    private void AddRegency(string name, string key, int code)
    {
        _regencies[key] = code;
        var words = Letters.Words(name);
        _lastWords.Add(words[^1]);
        _lastWords.Add(string.Concat(words));
    }

    /// <summary>One slip of the pen in a name of seven letters or more.</summary>
    private int Nearly(string key, int regency)
    {
        if (key.Length < 7) return 0;
        var found = 0;
        foreach (var (name, codes) in _districts)
        {
            if (Math.Abs(name.Length - key.Length) > 1 || !Comparing.EditDistance.IsAtMostOne(name, key)) continue;
            var one = Within(codes, regency);
            if (one == 0) continue;
            if (found != 0 && found != one) return 0;
            found = one;
        }
        return found;
    }

    private static int Only(Dictionary<string, int[]> table, string key, int regency) =>
        table.TryGetValue(key, out var codes) ? Within(codes, regency) : 0;

    private static int Within(int[] codes, int regency)
    {
        var found = 0;
        foreach (var code in codes)
        {
            if (regency != 0 && code / 100 != regency) continue;
            if (found != 0) return 0;
            found = code;
        }
        return found;
    }

    private static void Add(Dictionary<string, List<int>> table, string name, int code)
    {
        if (!table.TryGetValue(name, out var codes)) table[name] = codes = [];
        codes.Add(code);
    }
}
