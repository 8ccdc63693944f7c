using System.Collections.Concurrent;
using DataHub.Linkage.Model.Clustering;
using DataHub.Linkage.Model.Comparing;

namespace DataHub.Linkage.Model.Blocking;

/// <summary>Compares all records that meet in a block, in parallel, and keeps the pairs that may matter.</summary>
internal static class Candidates
{
    private const int Chunk = 2_000;

    /// <summary>The pairs whose score reaches a review threshold, ordered by their places.</summary>
    public static List<ScoredPair> Of(Population population, BlockIndex index, CancellationToken cancel)
    {
        var records = population.Records.Length;
        var chunks = new List<ScoredPair>[(records + Chunk - 1) / Chunk];
        Parallel.ForEach(
            Partitioner.Create(0, chunks.Length, 1),
            new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => (Seen: new int[records], Found: new List<int>()),
            (range, _, local) =>
            {
                chunks[range.Item1] = OfChunk(population, index, range.Item1 * Chunk, local.Seen, local.Found);
                return local;
            },
            _ => { });
        var pairs = new List<ScoredPair>(chunks.Sum(chunk => chunk.Count));
        foreach (var chunk in chunks) pairs.AddRange(chunk);
        return pairs;
    }

    private static List<ScoredPair> OfChunk(Population population, BlockIndex index, int first, int[] seen, List<int> found)
    {
        var pairs = new List<ScoredPair>();
        var reach = new Reach(population.Weights, population.Shift);
        var (model, shift) = (population.Weights, population.Shift);
        var (least, leastAcross) = (model.Thresholds.PersonReview, model.Thresholds.AcrossReview);
        for (var record = first; record < Math.Min(first + Chunk, population.Records.Length); record++)
        {
            index.After(record, seen, found);
            foreach (var other in found)
            {
                if (!population.IsWorth(record, other, reach, out var compared)) continue;
                var person = model.Person.Sum(compared, shift);
                var across = model.Across.Sum(compared, shift);
                if (person >= least || across >= leastAcross) pairs.Add(new(record, other, person, across));
            }
        }
        return pairs;
    }
}
