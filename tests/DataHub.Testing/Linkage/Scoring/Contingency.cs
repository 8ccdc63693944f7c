namespace DataHub.Testing.Linkage.Scoring;

/// <summary>Clusters against truths, counted: no pair is enumerated.</summary>
internal sealed class Contingency
{
    private readonly Dictionary<RecordKey, int> places;
    private readonly Dictionary<(int Cluster, int Truth), int> cells = [];
    private readonly Dictionary<int, int> clusters = [];
    private readonly Dictionary<int, int> truths = [];

    private Contingency(Dictionary<RecordKey, int> places, IReadOnlyList<Record> records, int missing)
    {
        (this.places, Records, Missing) = (places, records, missing);
        foreach (var record in records)
        {
            Add(cells, (record.Cluster, record.Truth), 1);
            Add(clusters, record.Cluster, 1);
            Add(truths, record.Truth, 1);
        }
    }

    public readonly record struct Record(string Feed, int Cluster, int Truth);

    public IReadOnlyList<Record> Records { get; }

    public int Missing { get; }

    public static Contingency Of(IReadOnlyDictionary<RecordKey, string> truth, IReadOnlyDictionary<RecordKey, string> clusters)
    {
        var (places, records, missing) = (new Dictionary<RecordKey, int>(truth.Count), new List<Record>(truth.Count), 0);
        var (clusterNumbers, truthNumbers) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        foreach (var (key, real) in truth)
        {
            int cluster;
            if (clusters.TryGetValue(key, out var name)) cluster = Number(clusterNumbers, name);
            else cluster = -++missing;
            places.Add(key, records.Count);
            records.Add(new Record(key.Feed, cluster, Number(truthNumbers, real)));
        }

        return new Contingency(places, records, missing);
    }

    /// <summary>The same with clusters renamed.</summary>
    public Contingency Joined(Func<int, int> rename) =>
        new(places, [.. Records.Select(record => record with { Cluster = rename(record.Cluster) })], Missing);

    public bool TryPlace(RecordKey key, out int place) => places.TryGetValue(key, out place);

    public IReadOnlyCollection<Record> Places(IEnumerable<RecordKey> keys) =>
        [.. keys.Where(places.ContainsKey).Select(key => Records[places[key]])];

    public RecordFigures Average(IReadOnlyCollection<Record> over)
    {
        var (precision, recall) = (0.0, 0.0);
        foreach (var record in over)
        {
            double together = cells[(record.Cluster, record.Truth)];
            precision += together / clusters[record.Cluster];
            recall += together / truths[record.Truth];
        }

        return over.Count == 0 ? new RecordFigures(1, 1) : new RecordFigures(precision / over.Count, recall / over.Count);
    }

    public PairFigures Pairs() => new(Pairs(cells.Values), Pairs(clusters.Values), Pairs(truths.Values));

    public SortedDictionary<string, PairFigures> PairsByFeed()
    {
        var right = ByFeed(record => (record.Cluster, record.Truth));
        var predicted = ByFeed(record => (record.Cluster, 0));
        var real = ByFeed(record => (record.Truth, 0));
        var figures = new SortedDictionary<string, PairFigures>(StringComparer.Ordinal);
        foreach (var (pair, count) in real)
            figures[pair] = new PairFigures(right.GetValueOrDefault(pair), predicted.GetValueOrDefault(pair), count);
        return figures;
    }

    public ClusterFigures Clusters()
    {
        var held = cells.Keys.GroupBy(cell => cell.Cluster).ToDictionary(group => group.Key, group => group.Count());
        var spread = cells.Keys.GroupBy(cell => cell.Truth).ToDictionary(group => group.Key, group => group.Count());
        var over = held.Where(entry => entry.Value > 1).ToArray();
        return new ClusterFigures
        {
            Predicted = clusters.Count,
            Real = truths.Count,
            ExactlyRight = cells.Keys.Count(cell => held[cell.Cluster] == 1 && spread[cell.Truth] == 1),
            OverMerged = over.Length,
            OverMergedThree = over.Count(entry => entry.Value > 2),
            LargestOverMerge = over.Select(entry => entry.Value).DefaultIfEmpty(1).Max(),
            RecordsInOverMerged = over.Sum(entry => clusters[entry.Key]),
            MostRecordsInOverMerged = over.Select(entry => clusters[entry.Key]).DefaultIfEmpty(0).Max(),
            Split = spread.Values.Count(count => count > 1),
        };
    }

    private Dictionary<string, long> ByFeed(Func<Record, (int, int)> group)
    {
        var counts = new Dictionary<(int, int), Dictionary<string, int>>();
        foreach (var record in Records)
        {
            if (!counts.TryGetValue(group(record), out var feeds)) counts.Add(group(record), feeds = []);
            Add(feeds, record.Feed, 1);
        }

        var pairs = new Dictionary<string, long>();
        foreach (var feeds in counts.Values)
            foreach (var (a, many) in feeds)
                foreach (var (b, others) in feeds)
                    if (string.CompareOrdinal(a, b) <= 0)
                        pairs[$"{a}-{b}"] = pairs.GetValueOrDefault($"{a}-{b}") + (a == b ? Pairs(many) : (long)many * others);
        return pairs;
    }

    private static int Number(Dictionary<string, int> numbers, string name)
    {
        if (!numbers.TryGetValue(name, out var number)) numbers.Add(name, number = numbers.Count);
        return number;
    }

    private static void Add<T>(Dictionary<T, int> counts, T key, int more)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + more;

    private static long Pairs(IEnumerable<int> counts) => counts.Sum(Pairs);

    private static long Pairs(int count) => (long)count * (count - 1) / 2;
}
