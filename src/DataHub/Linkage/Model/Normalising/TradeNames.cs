using System.Collections.Frozen;

namespace DataHub.Linkage.Model.Normalising;

/// <summary>What a trade name says.</summary>
/// <param name="Brand">The words that tell this undertaking from others of its trade; empty when none does (DAGANG KERIPIK).</param>
/// <param name="Products">Words of what is made or sold.</param>
/// <param name="LegalForm">CV, PT, UD, KOPERASI, KELOMPOK …; null when none is named.</param>
internal sealed record TradeName(IReadOnlyList<string> Brand, IReadOnlyList<string> Products, string? LegalForm)
{
    /// <summary>No name.</summary>
    public static readonly TradeName None = new([], [], null);
}

/// <summary>Trade names for comparing: legal form, shop front and product words apart from the brand.</summary>
internal static class TradeNames
{
    /// <summary>What applicants write who have no business yet.</summary>
    private static readonly FrozenSet<string> NoName = new[]
    {
        "BELUMADA", "BELUM", "TIDAKADA", "TIDAK", "TDKADA", "CALONWIRAUSAHA", "CALON", "CALONPENGUSAHA", "NIHIL", "KOSONG", "NA", "TBA",
        "XX", "XXX", "BELUMPUNYA",
        "BELUMADAUSAHA", "BELUMMEMILIKIUSAHA", "RENCANAUSAHA", "NULL", "NONE",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Bound = WordSets.LegalForms.Keys.Concat(WordSets.Titles).Concat(WordSets.Degrees)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A trade name in its parts.</summary>
    public static TradeName Read(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return TradeName.None;
        var words = Letters.Words(name, Bound);
        if (words.Count == 0 || NoName.Contains(string.Concat(words))) return TradeName.None;
        if (words is [{ Length: >= 8 } run]) words = Runs(run);
        while (words.Count > 1 && WordSets.Degrees.Contains(words[^1])) words.RemoveAt(words.Count - 1);
        var father = words.FindIndex(1, word => word is "BIN" or "BINTI");
        if (father > 0) words.RemoveRange(father, words.Count - father);
        return Sorted(words);
    }

    private static TradeName Sorted(List<string> words)
    {
        var brand = new List<string>(words.Count);
        var products = new List<string>();
        var address = new List<string>();
        string? form = null;
        foreach (var raw in words)
        {
            var word = WordSets.TradeWords.GetValueOrDefault(raw, raw);
            if (WordSets.LegalForms.TryGetValue(word, out var legal)) form ??= legal;
            else if (ProductWords.Contains(word)) products.Add(word);
            else if (WordSets.Honorifics.Contains(word)) address.Add(word);
            else if (!WordSets.ShopNoise.Contains(word)) brand.Add(WordSets.GivenNames.GetValueOrDefault(word, word));
        }
        // TOKO BUNDA has no other name than that.
        if (brand.Count == 0) brand.AddRange(address.Where(word => word.Length > 2));
        return new(brand, products, form);
    }

    /// <summary>A name without spaces, as shops have it: what it starts and ends with is taken off, the rest is the brand in one.</summary>
    private static List<string> Runs(string run)
    {
        if (ProductWords.Contains(run) || WordSets.TradeWords.ContainsKey(run)) return [run];
        var words = new List<string>();
        var rest = run;
        foreach (var tail in (string[])["OFFICIALSTORE", "OFFICIAL", "STORE", "SHOP", "FOOD", "SNACK"])
        {
            if (rest.Length > tail.Length + 4 && rest.EndsWith(tail, StringComparison.Ordinal)) rest = rest[..^tail.Length];
        }
        if (rest.Length > 6 && rest[..2] is "UD" or "CV" or "PT") (rest, words) = (rest[2..], [rest[..2]]);
        while (rest.Length >= 5 && (Spelling(rest) ?? ProductWords.PrefixOf(rest)) is { } product)
        {
            words.Add(product);
            rest = rest[product.Length..];
        }
        if (words.Count > 0 && WordSets.Honorifics.FirstOrDefault(title => title.Length > 1 && rest.Length > title.Length + 2
            && rest.StartsWith(title, StringComparison.Ordinal)) is { } found) rest = rest[found.Length..];
        words.Add(rest);
        return words;
    }

    private static string? Spelling(string rest) => WordSets.TradeWords.Keys
        .Where(word => word.Length > 4 && rest.Length > word.Length + 1 && rest.StartsWith(word, StringComparison.Ordinal))
        .MaxBy(word => word.Length);
}
