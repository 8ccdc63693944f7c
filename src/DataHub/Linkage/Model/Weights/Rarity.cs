using DataHub.Linkage.Model.Normalising;

namespace DataHub.Linkage.Model.Weights;

/// <summary>
/// How rare words are, in bits. A count is taken without the records that the word's own bearer is expected to have: a name that occurs
/// three times is most likely one person in three feeds, and says nothing of chance.
/// </summary>
internal sealed class Rarity(LinkStatistics statistics)
{
    /// <summary>Records that a business has in the feeds together, on average.</summary>
    private const double OwnRecords = 2.25;

    /// <summary>−log2 of the share of names with the word.</summary>
    public float OfNameWord(string word) => Bits(statistics.NameWords, word, statistics.Named);

    /// <summary>−log2 of the share of brands with the word.</summary>
    public float OfBrandWord(string word) => Bits(statistics.BrandWords, word, statistics.Branded);

    /// <summary>A whole name: as rare as counted, but not rarer than its words make it.</summary>
    public float OfName(string key, float ofWords) => Whole(statistics.Names, key, statistics.Named, ofWords);

    /// <summary>A whole brand, likewise.</summary>
    public float OfBrand(string key, float ofWords) => Whole(statistics.Brands, key, statistics.Branded, ofWords);

    /// <summary>Records with the word in their names.</summary>
    public int NameCount(string word) => statistics.NameWords.GetValueOrDefault(Hashing.Of(word));

    /// <summary>Records with the word in their brands.</summary>
    public int BrandCount(string word) => statistics.BrandWords.GetValueOrDefault(Hashing.Of(word));

    private static float Bits(Dictionary<ulong, int> counts, string word, int total)
    {
        var others = Math.Max(counts.GetValueOrDefault(Hashing.Of(word)) - OwnRecords, 0.5);
        return (float)-Math.Log2(others / Math.Max(total, 10));
    }

    private static float Whole(Dictionary<ulong, int> counts, string key, int total, float ofWords)
    {
        var others = counts.GetValueOrDefault(Hashing.Of(key)) - OwnRecords;
        return others <= 0 ? ofWords : Math.Min(ofWords, (float)-Math.Log2(others / Math.Max(total, 10)));
    }
}
