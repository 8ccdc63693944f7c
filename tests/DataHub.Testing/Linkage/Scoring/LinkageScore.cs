namespace DataHub.Testing.Linkage.Scoring;

/// <summary>
/// How clusters compare with the truth. Pairwise counts pairs of records in one cluster; B-cubed averages over records (Bagga and Baldwin
/// 1998). A record of the truth that no cluster holds stands alone; records that the truth does not know are left out.
/// </summary>
public sealed class LinkageScore
{
    private readonly Contingency table;

    private LinkageScore(Contingency table) => this.table = table;

    public int Records => table.Records.Count;

    /// <summary>Records of the truth without a cluster.</summary>
    public int Missing => table.Missing;

    public PairFigures Pairwise => table.Pairs();

    public RecordFigures BCubed => table.Average(table.Records);

    public ClusterFigures Clusters => table.Clusters();

    /// <summary>Pairs between two feeds, or within one ("oss-oss"), in the order of their names; only those the truth has.</summary>
    public IReadOnlyDictionary<string, PairFigures> ByFeedPair => table.PairsByFeed();

    /// <param name="truth">Business (or person) by record.</param>
    /// <param name="clusters">Cluster by record.</param>
    public static LinkageScore Of(IReadOnlyDictionary<RecordKey, string> truth, IReadOnlyDictionary<RecordKey, string> clusters) =>
        new(Contingency.Of(truth, clusters));

    /// <summary>B-cubed figures averaged over some of the records, those of one kind of difficulty, say.</summary>
    public RecordFigures Over(IEnumerable<RecordKey> records) => table.Average(table.Places(records));

    /// <summary>What a review queue is worth. A pair that is asked twice counts once; pairs of unknown records are left out.</summary>
    public ReviewFigures Review(IEnumerable<RecordPair> queue)
    {
        var joined = new Dictionary<int, int>();
        var seen = new HashSet<RecordPair>();
        var (pairs, good) = (0, 0);
        foreach (var pair in queue)
        {
            if (!table.TryPlace(pair.A, out var a) || !table.TryPlace(pair.B, out var b) || !seen.Add(pair)) continue;
            pairs++;
            if (table.Records[a].Truth != table.Records[b].Truth) continue;
            good++;
            joined[Root(joined, table.Records[a].Cluster)] = Root(joined, table.Records[b].Cluster);
        }

        var after = table.Joined(cluster => Root(joined, cluster));
        return new ReviewFigures(pairs, good, 1000.0 * pairs / Math.Max(1, Records), after.Average(after.Records), after.Pairs());
    }

    /// <summary>Share of the records of an earlier run that kept their cluster's name; 1 where there are none.</summary>
    public static double Stability(IReadOnlyDictionary<RecordKey, string> before, IReadOnlyDictionary<RecordKey, string> after)
    {
        var (kept, compared) = (0, 0);
        foreach (var (record, cluster) in before)
        {
            if (!after.TryGetValue(record, out var now)) continue;
            compared++;
            if (now == cluster) kept++;
        }

        return compared == 0 ? 1 : (double)kept / compared;
    }

    private static int Root(Dictionary<int, int> joined, int cluster)
    {
        while (joined.TryGetValue(cluster, out var into) && into != cluster) cluster = into;
        return cluster;
    }
}
