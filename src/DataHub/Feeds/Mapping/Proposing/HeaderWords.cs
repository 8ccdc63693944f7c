using System.Globalization;
using System.Text.RegularExpressions;
using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Mapping.Proposing;

/// <summary>What a column's header says: its words, its unit, its year, and what stands in brackets apart from it.</summary>
internal sealed partial record HeaderWords(string Name, IReadOnlyList<string> Words, decimal Unit, int? Year, string? UnitText)
{
    private static readonly (string Words, decimal Unit)[] Units =
    [
        ("RP TRILIUN", 1e12m), ("TRILIUN RP", 1e12m), ("TRILIUN RUPIAH", 1e12m), ("RP MILYAR", 1e9m), ("RP MILIAR", 1e9m),
            ("MILYAR RP", 1e9m),
        ("MILIAR RP", 1e9m), ("MILYAR RUPIAH", 1e9m), ("MILIAR RUPIAH", 1e9m), ("RP JUTA", 1e6m), ("RP JT", 1e6m), ("JUTA RP", 1e6m),
        ("JUTA RUPIAH", 1e6m), ("DALAM JUTAAN", 1e6m), ("JUTAAN", 1e6m), ("RP 000000", 1e6m), ("RP 000 000", 1e6m), ("000 000", 1e6m),
        ("000000", 1e6m), ("RP RIBU", 1e3m), ("RIBU RP", 1e3m), ("RIBU RUPIAH", 1e3m), ("DALAM RIBUAN", 1e3m), ("RIBUAN", 1e3m),
        ("RP 000", 1e3m), ("000", 1e3m), ("X 1000", 1e3m), ("X1000", 1e3m), ("JUTA", 1e6m), ("MILYAR", 1e9m), ("MILIAR", 1e9m),
            ("RIBU", 1e3m),
    ];

    // What follows tells more about a field and names no other.
    private static readonly HashSet<string> Filler = new(
        "RP RUPIAH ORANG ORG UNIT TAHUN THN TH PER DAN ATAU YANG DI THE OF SESUAI KTP WAJIB DIISI ISI DALAM JUTA RIBU MILYAR MILIAR JUTAAN RIBUAN"
            .Split(' '), StringComparer.Ordinal);

    /// <summary>From a header as <see cref="HeaderNames.Of"/> gives it.</summary>
    public static HeaderWords Of(string name)
    {
        // NamaPemilik is two words; SERTIFIKasI is one that somebody typed so.
        var spaced = Camel().IsMatch(name) ? Hump().Replace(name, " ") : name;
        var all = NameKey.Words(spaced.Replace('_', ' '));
        var unit = UnitOf(all, out var unitText);
        var words = all.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var years = words.Where(IsYear).Distinct().ToList();
        return new HeaderWords(name, words, unit, years.Count == 1 ? int.Parse(years[0], CultureInfo.InvariantCulture) : null, unitText);
    }

    /// <summary>How well the header fits a field: 1 is the field's own name, 0 nothing.</summary>
    public double Fits(FieldWords field)
    {
        if (Words.Count == 0 || field.Never.Any(word => Words.Contains(word.ToUpperInvariant()))) return 0;
        var lower = Words.Select(word => word.ToLowerInvariant()).ToList();
        if (field.Whole.Contains(string.Concat(lower))) return 1;
        var bare = lower.Where(word => !Filler.Contains(word.ToUpperInvariant()) && !IsYear(word)).ToList();
        if (bare.Count > 0 && field.Whole.Contains(string.Concat(bare))) return 0.97;
        // Two languages, or a group's title over the field's: each half may be the name.
        var halves = Name.Split(['/', '(', ')', '\n', '-', ':'], StringSplitOptions.RemoveEmptyEntries)
            .Select(half => NameKey.Words(half).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant());
        if (halves.Any(half => half.Length > 1 && field.Whole.Contains(half))) return 0.9;
        return field.Parts.Any(part => part.Split(' ').All(lower.Contains)) ? 0.75 : 0;
    }

    private static decimal UnitOf(string words, out string? found)
    {
        var padded = $" {words} ";
        foreach (var (unit, factor) in Units)
        {
            if (!padded.Contains($" {unit} ", StringComparison.Ordinal)) continue;
            found = unit;
            return factor;
        }
        found = null;
        return 1;
    }

    private static bool IsYear(string word) =>
        word.Length == 4 && word[0] is '1' or '2' && !word.AsSpan().ContainsAnyExceptInRange('0', '9')
        && string.CompareOrdinal(word, "1950") >= 0 && string.CompareOrdinal(word, "2099") <= 0;

    [GeneratedRegex("^[A-Z]?[a-z0-9]+([A-Z][a-z0-9]+)+$")]
    private static partial Regex Camel();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Hump();
}
