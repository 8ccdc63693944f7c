using System.Collections.Frozen;
using System.Text.RegularExpressions;
using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Mapping;

/// <summary>Regions of the register by the names that agencies write: [8] LUMAJANG, Kab. Lampung Selatan, KEC RAJABASA, Natarr.</summary>
public sealed partial class RegionFinder
{
    // Shorter names are too near to each other.
    private const int ShortestWithSlip = 6;

    private readonly FrozenDictionary<string, string> cities;
    private readonly FrozenDictionary<string, string> regencies;
    private readonly FrozenDictionary<string, List<Place>> districts;
    private readonly FrozenDictionary<string, string[]> districtRegencies;
    private readonly FrozenDictionary<string, string> names;

    /// <summary>From the home ministry's dotted codes.</summary>
    public RegionFinder(IReadOnlyCollection<Place> places)
    {
        var second = places.Where(place => place.Code.Length == 5).ToList();
        cities = Unique(second.Where(place => IsCity(place.Name)));
        regencies = Unique(second.Where(place => !IsCity(place.Name)));
        var third = places.Where(place => place.Code.Length == 8).ToList();
        districts = third.GroupBy(place => place.Code[..5]).ToFrozenDictionary(group => group.Key, group => group.ToList(),
            StringComparer.Ordinal);
        districtRegencies = third.GroupBy(place => Key(place.Name))
            .ToFrozenDictionary(group => group.Key, group => group.Select(place => place.Code).ToArray(), StringComparer.Ordinal);
        names = second.ToFrozenDictionary(place => place.Code, place => place.Name, StringComparer.Ordinal);
    }

    /// <summary>A name without the number in brackets that some lists put before it.</summary>
    public static string Strip(string text) => Numbered().Replace(FieldReader.Clean(text), "").Trim();

    /// <summary>The regency or city of a name; a bare name that both a regency and a city have is the regency's, as lists mean
    /// it.</summary>
    public string? Regency(string text)
    {
        var words = NameKey.Words(Strip(text));
        var key = Key(words);
        if (key.Length == 0) return null;
        var isCity = IsCity(words);
        var (first, second) = isCity ? (cities, regencies) : (regencies, cities);
        // "Kota Lampung Selatan" is no city, and "Kabupaten Metro" no regency: a wrong word before a right name is forgiven.
        return first.GetValueOrDefault(key) ?? second.GetValueOrDefault(key)
            ?? Near(first.Keys.Concat(second.Keys), key, name => first.GetValueOrDefault(name) ?? second[name]);
    }

    /// <summary>The official name of a regency's code; null when the register has none.</summary>
    public string? NameOf(string code) => names.GetValueOrDefault(code);

    /// <summary>The district of a name in a regency, or, without one, the only district of the register that has the name.</summary>
    public string? District(string text, string? regency)
    {
        var key = Key(NameKey.Words(Strip(text)));
        if (key.Length == 0) return null;
        if (regency is null) return districtRegencies.GetValueOrDefault(key) is [var only] ? only : null;
        if (!districts.TryGetValue(regency, out var known)) return null;
        return known.Find(place => Key(place.Name) == key)?.Code
            ?? Near(known.Select(place => Key(place.Name)), key, name => known.First(place => Key(place.Name) == name).Code);
    }

    /// <summary>The regencies and cities that a sentence names after Kabupaten, Kab. or Kota, or by their bare names.</summary>
    public IReadOnlyList<string> RegenciesIn(string text)
    {
        var words = NameKey.Words(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var length = 4; length > 0; length--)
            for (var at = 0; at + length <= words.Length; at++)
            {
                var name = string.Concat(words[at..(at + length)]);
                // "Lampung" is the province, and part of half of the names.
                if (name.Length < 5) continue;
                var isCity = at > 0 && words[at - 1] is "KOTA" or "KOTAMADYA";
                var found = (isCity ? cities : regencies).GetValueOrDefault(name) ?? (isCity ? regencies : cities).GetValueOrDefault(name);
                if (found is not null) return [found];
            }
        return [];
    }

    /// <summary>True when a district of the register, wherever it lies, has the name.</summary>
    public bool IsDistrict(string text) => districtRegencies.ContainsKey(Key(NameKey.Words(Strip(text))));

    /// <summary>
    /// The code of what several texts name, whichever of them names the regency and whichever the district; null when none names a region.
    /// </summary>
    public string? CodeOf(IReadOnlyList<string> texts)
    {
        var regency = texts.Select(Regency).FirstOrDefault(code => code is not null);
        // A district's name may be a regency's too (Pringsewu): the text that gave the regency gives the district only if no other does.
        var district = texts.Where(text => regency is null || Regency(text) != regency).Concat(texts.Skip(1))
            .Select(text => District(text, regency)).FirstOrDefault(code => code is not null);
        return district ?? regency;
    }

    private static FrozenDictionary<string, string> Unique(IEnumerable<Place> places) => places
        .GroupBy(place => Key(place.Name)).Where(group => group.Count() == 1)
        .ToFrozenDictionary(group => group.Key, group => group.First().Code, StringComparer.Ordinal);

    /// <summary>The only name that one slip of the pen makes of the key; null when there is none or several.</summary>
    private static string? Near(IEnumerable<string> candidates, string key, Func<string, string> codeOf)
    {
        if (key.Length < ShortestWithSlip) return null;
        var near = candidates.Where(name => IsOneSlip(name, key)).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return near.Count == 1 ? codeOf(near[0]) : null;
    }

    private static bool IsOneSlip(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var start = a.AsSpan().CommonPrefixLength(b);
        var (restA, restB) = (a[start..], b[start..]);
        if (restA.Length == restB.Length)
            return restA[1..] == restB[1..] || (restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0]
                && restA[2..] == restB[2..]);
        return restA.Length > restB.Length ? restA[1..] == restB : restB[1..] == restA;
    }

    private static bool IsCity(string name) =>
        name.StartsWith("Kota ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Kotamadya ", StringComparison.OrdinalIgnoreCase);

    // Blanks do not count: Rajabasa and Raja Basa are one.
    private static string Key(string name)
    {
        var words = NameKey.Words(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = words.Length > 1 && words[0] is "KAB" or "KABUPATEN" or "KOTA" or "KOTAMADYA" or "KEC" or "KECAMATAN" or "ADM" ? 1 : 0;
        return string.Concat(words[Math.Min(first, words.Length)..]);
    }

    [GeneratedRegex(@"^\s*[\[\(]?\s*\d{1,10}(\.\d+)*\s*[\]\).\-]?\s*(?=\p{L})")]
    private static partial Regex Numbered();
}
