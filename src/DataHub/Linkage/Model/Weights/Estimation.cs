using DataHub.Linkage.Model.Blocking;
using DataHub.Linkage.Model.Clustering;
using DataHub.Linkage.Model.Comparing;
using DataHub.Linkage.Model.Normalising;

namespace DataHub.Linkage.Model.Weights;

/// <summary>
/// Learns a model from records of which nobody knows who is who. How often a level comes about by chance (u) is counted in random pairs
/// and,
/// for what is too rare to be met there, in pairs of the blocks that are not believed to be the same; how often among the same (m) by
/// expectation maximisation (Fellegi and Sunter; Splink does likewise).
/// </summary>
internal static class Estimation
{
    private const int RandomPairs = 1_000_000;
    private const int Rounds = 8;

    /// <summary>Pairs below this in every stage teach nothing of who is the same.</summary>
    private const float Least = -12;

    /// <summary>Learns, starting from a model.</summary>
    public static ModelWeights Of(IReadOnlyList<LinkRecord> records, ModelWeights start, Gazetteer gazetteer, CancellationToken cancel)
    {
        var addresses = new Addresses(gazetteer);
        // In the canonical order, so that the same random pairs are drawn whatever the order of the list.
        var features = records
            .OrderBy(record => record.Feed).ThenBy(record => record.SourceKey, StringComparer.Ordinal)
            .AsParallel().AsOrdered().WithCancellation(cancel)
            .Select(record => Features.Of(record, addresses)).ToArray();
        var preparing = new Preparing(Counting.Of(features));
        var prepared = Array.ConvertAll(features, preparing.Prepare);
        var shift = new LinkModel("", start).Shift(prepared.Length);
        var population = new Population(prepared, new(preparing.Vocabulary), start, shift);
        var met = Met(population, BlockIndex.Of(prepared, preparing.Vocabulary), cancel);
        var chance = Random(population);
        var allPairs = prepared.Length * (prepared.Length - 1.0) / 2;
        var person = new TwoClasses(start.Person, shift, chance, allPairs).Learn(met, Rounds, cancel);
        var same = met.Where(compared => person.Sum(compared, shift) > 3).ToList();
        var others = met.Where(compared => person.Sum(compared, shift) < 0).ToList();
        return start with
        {
            Person = person,
            SamePerson = new TwoClasses(start.SamePerson, shift, [], same.Count).Learn(same, Rounds, cancel),
            Across = new TwoClasses(start.Across, shift, chance, allPairs).Learn(others, Rounds, cancel),
        };
    }

    private static List<Compared> Met(Population population, BlockIndex index, CancellationToken cancel)
    {
        var met = new List<Compared>();
        var seen = new int[population.Records.Length];
        var found = new List<int>();
        var weights = population.Weights;
        for (var record = 0; record < seen.Length; record++)
        {
            cancel.ThrowIfCancellationRequested();
            index.After(record, seen, found);
            found.Sort();
            foreach (var other in found)
            {
                var compared = population.Compare(record, other);
                var isWorth = weights.Person.Sum(compared, population.Shift) > Least
                    || weights.Across.Sum(compared, population.Shift) > Least;
                if (isWorth) met.Add(compared);
            }
        }
        return met;
    }

    /// <summary>Pairs drawn by a fixed rule that is as good as chance: the same pairs each time.</summary>
    private static List<Compared> Random(Population population)
    {
        var count = (ulong)population.Records.Length;
        var pairs = new List<Compared>(RandomPairs);
        if (count < 2) return pairs;
        for (ulong i = 0; i < RandomPairs; i++)
        {
            var (a, b) = ((int)(Hashing.Mix(2 * i) % count), (int)(Hashing.Mix((2 * i) + 1) % count));
            if (a != b) pairs.Add(population.Compare(a, b));
        }
        return pairs;
    }
}
