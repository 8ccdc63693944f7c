using System.Collections.Frozen;

namespace DataHub.Feeds.Reading;

/// <summary>A region of the register.</summary>
public sealed record Place(string Code, string Name);

/// <summary>Regions by code and by name as the feeds write them.</summary>
public sealed class Places
{
    private static readonly FrozenSet<string> RegencyWords = new[] { "KAB", "KABUPATEN", "KOTA", "KOTAMADYA" }.ToFrozenSet();
    private static readonly FrozenSet<string> DistrictWords = new[] { "KEC", "KECAMATAN" }.ToFrozenSet();

    private readonly FrozenSet<string> codes;
    private readonly FrozenDictionary<string, string> regencies;
    private readonly FrozenDictionary<string, string[]> districts;

    /// <summary>From the home ministry's dotted codes: PP, PP.KK, PP.KK.CC.</summary>
    public Places(IReadOnlyCollection<Place> places)
    {
        codes = places.Select(place => place.Code).ToFrozenSet(StringComparer.Ordinal);
        regencies = places.Where(place => place.Code.Length == 5)
            .GroupBy(place => Key(place.Name)).ToFrozenDictionary(group => group.Key, group => group.First().Code);
        districts = places.Where(place => place.Code.Length == 8)
            .GroupBy(place => NameKey.Words(place.Name))
            .ToFrozenDictionary(group => group.Key, group => group.Select(place => place.Code[..5]).Distinct().ToArray());
    }

    /// <summary>
    /// The regency or district of a code, dotted, whatever its spelling (18.01.04, 180104, 1801042001). Null when unknown;
    /// <paramref name="whole"/> is false when the code, or its last part, is not in the register.
    /// </summary>
    public string? CodeOf(string text, out bool whole)
    {
        if (text.Length is 5 or 8 && codes.TryGetValue(text, out var known))
        {
            whole = true;
            return known;
        }
        var digits = text.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        whole = false;
        if (digits.Length is not (4 or 6 or 10) || digits.AsSpan().ContainsAnyExceptInRange('0', '9')) return null;
        var regency = $"{digits[..2]}.{digits[2..4]}";
        if (!codes.Contains(regency)) return null;
        whole = true;
        if (digits.Length == 4) return regency;
        var district = $"{regency}.{digits[4..6]}";
        whole = codes.Contains(district);
        return whole ? district : regency;
    }

    /// <summary>True when the register has the code.</summary>
    public bool Has(string code) => codes.Contains(code);

    /// <summary>
    /// Regencies an address can lie in: the one it names after Kab. or Kota, else those that have the district it names after Kec.,
    /// else a regency's name that stands alone. Empty when it names none.
    /// </summary>
    public string[] RegenciesIn(string address)
    {
        var words = NameKey.Words(address).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return After(words, RegencyWords, RegencyAt) ?? After(words, DistrictWords, DistrictAt) ?? Anywhere(words) ?? [];
    }

    private static string[]? After(string[] words, FrozenSet<string> marks, Func<string[], int, string[]?> find)
    {
        for (var i = words.Length - 2; i >= 0; i--)
            if (marks.Contains(words[i]) && find(words, i + 1) is { } found) return found;
        return null;
    }

    private string[]? Anywhere(string[] words)
    {
        for (var i = words.Length - 1; i >= 0; i--)
        {
            // "Tulang Bawang Barat" ends in no other regency's name, but "Lampung" alone is the province.
            if (RegencyAt(words, Math.Max(0, i - 2)) is { } three) return three;
            if (RegencyAt(words, i) is { } found) return found;
        }
        return null;
    }

    private string[]? RegencyAt(string[] words, int at) =>
        Longest(words, at, regencies.GetValueOrDefault) is { } code ? [code] : null;

    private string[]? DistrictAt(string[] words, int at) => Longest(words, at, districts.GetValueOrDefault);

    private static T? Longest<T>(string[] words, int at, Func<string, T?> find) where T : class
    {
        for (var length = Math.Min(3, words.Length - at); length > 0; length--)
            if (find(string.Join(' ', words, at, length)) is { } found) return found;
        return null;
    }

    private static string Key(string name)
    {
        var words = NameKey.Words(name).Split(' ');
        return string.Join(' ', RegencyWords.Contains(words[0]) ? words[1..] : words);
    }
}
