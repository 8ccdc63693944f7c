using DataHub.Linkage.Model.Comparing;

namespace DataHub.Linkage.Model.Weights;

/// <summary>
/// Expectation maximisation for one stage: pairs are of two classes, the same or not, and the levels of each class are to be found.
/// </summary>
/// <param name="start">Weights to start from, and to lean on where few pairs speak.</param>
/// <param name="shift">log2 of the population over the reference.</param>
/// <param name="chance">Random pairs, nearly all of different subjects; empty when both classes are to be learnt from the pairs
/// themselves.</param>
/// <param name="allPairs">Pairs there are in all, of which those that met are the part that may be the same.</param>
internal sealed class TwoClasses(StageWeights start, float shift, List<Compared> chance, double allPairs)
{
    private const int Levels = 32;

    /// <summary>So many pairs' worth the starting weight counts against what is learnt.</summary>
    private const double Lean = 30;

    private const float MostBits = 24;

    private readonly double[] _byChance = Count(chance);

    /// <summary>Learns weights from pairs that met in blocks.</summary>
    public StageWeights Learn(List<Compared> met, int rounds, CancellationToken cancel)
    {
        var weights = start;
        for (var round = 0; round < rounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            weights = Maximise(Expect(met, weights), weights);
        }
        return weights;
    }

    /// <summary>How much of each level the two classes hold, by what the weights believe.</summary>
    private Tally Expect(List<Compared> met, StageWeights weights)
    {
        var tally = new Tally();
        foreach (var compared in met)
        {
            var same = 1 / (1 + Math.Pow(2, -weights.Sum(compared, shift)));
            tally.Same += same;
            for (var i = 0; i < Compared.Count; i++)
            {
                var level = compared[(Comparison)i];
                if (level == Level.Missing) continue;
                var at = (i * Levels) + (int)level;
                tally.OfSame[at] += same;
                tally.OfOthers[at] += 1 - same;
                tally.Uncounted[at] += same * Uncounted((Comparison)i, compared, weights);
            }
        }
        return tally;
    }

    /// <summary>The part of a rarity that the stage does not count.</summary>
    private float Uncounted(Comparison comparison, in Compared compared, StageWeights weights) => comparison switch
    {
        Comparison.PersonName => compared.NameRarity - weights.Name.Of(compared.NameRarity, shift),
        Comparison.Brand => compared.BrandRarity - weights.Brand.Of(compared.BrandRarity, shift),
        _ => 0,
    };

    private StageWeights Maximise(Tally tally, StageWeights weights)
    {
        var learnt = weights;
        for (var i = 0; i < Compared.Count; i++)
        {
            var comparison = (Comparison)i;
            for (var level = Level.Equal; (int)level < Levels; level++)
            {
                var at = (i * Levels) + (int)level;
                if (tally.OfSame[at] + tally.OfOthers[at] == 0 || start[comparison, level] == 0) continue;
                var bits = Math.Clamp(Bits(tally, comparison, level), -MostBits, MostBits);
                var weight = tally.OfSame[at] + Math.Min(tally.OfOthers[at], 1000);
                learnt = learnt.With(comparison, level, (float)(((bits * weight) + (start[comparison, level] * Lean)) / (weight + Lean)));
            }
        }
        var prior = Math.Log2((tally.Same + 1) / Math.Max(allPairs - tally.Same, 1)) + (start.MovesWithPopulation ? shift : 0);
        return learnt.WithPrior((float)prior);
    }

    private double Bits(Tally tally, Comparison comparison, Level level)
    {
        var at = ((int)comparison * Levels) + (int)level;
        var m = (tally.OfSame[at] + 0.5) / (Sum(tally.OfSame, comparison) + 1);
        // Of what is shared word by word, chance is the word's own rarity: only m is to be learnt.
        if (start.MovesWithPopulation && IsShared(comparison, level))
        {
            return Math.Log2(m) + (tally.Uncounted[at] / Math.Max(tally.OfSame[at], 1));
        }
        if (chance.Count == 0 || comparison == Comparison.Address)
        {
            // Whether a house is the same depends on the area, which has told already: chance is that of pairs that met.
            return Math.Log2(m * (Sum(tally.OfOthers, comparison) + 1) / (tally.OfOthers[at] + 0.5));
        }
        var compared = Sum(_byChance, comparison);
        if (!IsNearUnique(comparison, level)) return Math.Log2(m * (compared + 1) / (_byChance[at] + 0.5));
        var met = (tally.OfOthers[at] + 0.5) / ((allPairs * compared / chance.Count) + 1);
        return Math.Log2(m / met) - (level is Level.Equal or Level.Damaged ? shift : 0);
    }

    private static bool IsShared(Comparison comparison, Level level) =>
        comparison is Comparison.PersonName or Comparison.Brand && level is not (Level.None or Level.Similar);

    /// <summary>Never met by chance, always met in a block.</summary>
    private bool IsNearUnique(Comparison comparison, Level level) => start.MovesWithPopulation
        && comparison is Comparison.Nik or Comparison.Nib or Comparison.Phone or Comparison.Email
        && level is Level.Equal or Level.Damaged or Level.OneEdit or Level.Masked;

    private static double[] Count(List<Compared> chance)
    {
        var counts = new double[Compared.Count * Levels];
        foreach (var compared in chance)
        {
            for (var i = 0; i < Compared.Count; i++)
            {
                if (compared[(Comparison)i] != Level.Missing) counts[(i * Levels) + (int)compared[(Comparison)i]]++;
            }
        }
        return counts;
    }

    private static double Sum(double[] counts, Comparison comparison)
    {
        var sum = 0.0;
        for (var level = 1; level < Levels; level++) sum += counts[((int)comparison * Levels) + level];
        return sum;
    }

    /// <summary>What the two classes hold, by comparison and level.</summary>
    private sealed class Tally
    {
        public double Same { get; set; }
        public double[] OfSame { get; } = new double[Compared.Count * Levels];
        public double[] OfOthers { get; } = new double[Compared.Count * Levels];
        public double[] Uncounted { get; } = new double[Compared.Count * Levels];
    }
}
