namespace DataHub.Linkage.Model.Comparing;

/// <summary>Compares two brands.</summary>
internal static class BrandComparison
{
    /// <summary>
    /// The level, and how rare what they share is. Words of the owner's own name count a quarter: the name has told them.
    /// </summary>
    public static (Level Level, float Rarity) Of(BrandWords a, BrandWords b, Vocabulary vocabulary)
    {
        if (!a.Exists || !b.Exists) return (Level.Missing, 0);
        if (a.Key == b.Key) return (Level.Equal, Math.Min(a.Rarity, b.Rarity));
        var (shared, rarity) = Shared(a, b, vocabulary);
        var (weightA, weightB) = (Weight(a, vocabulary), Weight(b, vocabulary));
        var (least, most) = (Math.Min(weightA, weightB), Math.Max(weightA, weightB));
        if (shared >= 0.99f * most) return (Level.Equal, Math.Min(rarity, Math.Min(a.Rarity, b.Rarity)));
        if (shared == 0 || shared < 0.99f * least) return Joined(a, b, shared / most, rarity);
        // The shorter brand is all there: what it is worth is what it is worth as a whole.
        var shorter = weightA <= weightB ? a : b;
        return (Level.Contained, Math.Min(rarity, shorter.Rarity));
    }

    private static (Level Level, float Rarity) Joined(BrandWords a, BrandWords b, float share, float rarity)
    {
        var (x, y) = a.Joined.Length <= b.Joined.Length ? (a, b) : (b, a);
        if (x.Joined.Length >= 6 && EditDistance.IsAtMostOne(x.Joined, y.Joined))
        {
            return (Level.Equal, Math.Max(0, Math.Min(a.Rarity, b.Rarity) - 2));
        }
        if (x.Joined.Length >= 6 && y.Joined.Contains(x.Joined, StringComparison.Ordinal)) return (Level.Contained, x.Rarity);
        return share >= 0.5f ? (Level.Overlap, rarity) : share > 0.2f ? (Level.Little, rarity) : (Level.None, 0);
    }

    /// <summary>The weight and the rarity of the words that both have; a slip of the pen takes two bits.</summary>
    private static (float Weight, float Rarity) Shared(BrandWords a, BrandWords b, Vocabulary vocabulary)
    {
        var used = 0;
        var (weight, rarity) = (0f, 0f);
        for (var i = 0; i < a.Words.Length; i++)
        {
            var (at, isSlip) = Find(a.Words[i], b.Words, used, vocabulary);
            if (at < 0) continue;
            used |= 1 << at;
            var share = a.OfOwner[i] || b.OfOwner[at] ? 0.25f : 1;
            var bits = Math.Min(vocabulary.BrandRarity(a.Words[i]), vocabulary.BrandRarity(b.Words[at]));
            weight += bits * share;
            rarity += Math.Max(0, (bits * share) - (isSlip ? 2 : 0));
        }
        return (weight, rarity);
    }

    private static (int At, bool IsSlip) Find(int word, int[] words, int used, Vocabulary vocabulary)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == word && (used >> i & 1) == 0) return (i, false);
        }
        for (var i = 0; i < words.Length; i++)
        {
            if ((used >> i & 1) == 0 && vocabulary.IsSlip(words[i], word)) return (i, true);
        }
        return (-1, false);
    }

    private static float Weight(BrandWords brand, Vocabulary vocabulary)
    {
        var weight = 0f;
        for (var i = 0; i < brand.Words.Length; i++) weight += vocabulary.BrandRarity(brand.Words[i]) * (brand.OfOwner[i] ? 0.25f : 1);
        return weight;
    }
}
