using DataHub.Linkage.Model.Comparing;

namespace DataHub.Linkage.Model.Weights;

/// <summary>
/// What the levels of the comparisons weigh in one stage: log2 of how many times likelier a level is when the two are the same. Of names
/// and brands the rarity of what is shared comes on top.
/// </summary>
internal sealed class StageWeights
{
    private readonly float[] _bits = new float[Compared.Count * 32];

    /// <summary>Share of the rarity of a shared name that counts, and its most.</summary>
    public required RarityWeight Name { get; init; }

    /// <summary>Likewise of a shared brand.</summary>
    public required RarityWeight Brand { get; init; }

    /// <summary>log2 of the odds that a pair is the same before it is compared, in a population of the model's reference size.</summary>
    public required float Prior { get; init; }

    /// <summary>True when the prior, and with it near-unique identifiers, move with the population.</summary>
    public required bool MovesWithPopulation { get; init; }

    public float this[Comparison comparison, Level level]
    {
        get => _bits[((int)comparison * 32) + (int)level];
        init => _bits[((int)comparison * 32) + (int)level] = value;
    }

    /// <summary>The same weights but for one level.</summary>
    public StageWeights With(Comparison comparison, Level level, float bits)
    {
        var other = new StageWeights { Name = Name, Brand = Brand, Prior = Prior, MovesWithPopulation = MovesWithPopulation };
        _bits.CopyTo(other._bits, 0);
        other._bits[((int)comparison * 32) + (int)level] = bits;
        return other;
    }

    /// <summary>The same weights but for the prior.</summary>
    public StageWeights WithPrior(float prior)
    {
        var other = new StageWeights { Name = Name, Brand = Brand, Prior = prior, MovesWithPopulation = MovesWithPopulation };
        _bits.CopyTo(other._bits, 0);
        return other;
    }

    /// <summary>What a level weighs in a pair. <paramref name="shift"/>: log2 of the population over the model's reference.</summary>
    public float Of(Comparison comparison, in Compared compared, float shift)
    {
        var level = compared[comparison];
        if (level == Level.Missing) return 0;
        var bits = this[comparison, level];
        return comparison switch
        {
            Comparison.PersonName => bits + Name.Of(compared.NameRarity, MovesWithPopulation ? shift : 0),
            Comparison.Brand => bits + Brand.Of(compared.BrandRarity, MovesWithPopulation ? shift : 0),
            // Two people share one of these by kinship or mistake, not by chance: the more people there are, the more it tells.
            Comparison.Nik or Comparison.Nib or Comparison.Phone or Comparison.Email when MovesWithPopulation
                && level is Level.Equal or Level.Damaged => bits + shift,
            _ => bits,
        };
    }

    /// <summary>Prior and all comparisons.</summary>
    public float Sum(in Compared compared, float shift)
    {
        var sum = Prior - (MovesWithPopulation ? shift : 0);
        for (var comparison = 0; comparison < Compared.Count; comparison++) sum += Of((Comparison)comparison, compared, shift);
        return sum;
    }
}

/// <summary>How much of a rarity counts.</summary>
/// <param name="Share">Factor.</param>
/// <param name="Most">Upper bound of what comes out, in bits, in a population of the model's reference size: what occurs once is rarer in a
/// larger one.</param>
internal readonly record struct RarityWeight(float Share, float Most)
{
    /// <summary>Bits of a rarity. <paramref name="shift"/>: log2 of the population over the model's reference.</summary>
    public float Of(float rarity, float shift) => Math.Min(rarity, (Most / Math.Max(Share, 0.01f)) + shift) * Share;
}
