namespace DataHub.Testing.Linkage.Scoring;

/// <summary>Reads truth.csv, cases.csv, clusters.csv and review.csv.</summary>
public static class LabelledFolder
{
    /// <summary>Business by record.</summary>
    public static Dictionary<RecordKey, string> Businesses(string truthFile) => Column(truthFile, "business_id");

    /// <summary>Person by record.</summary>
    public static Dictionary<RecordKey, string> Persons(string truthFile) => Column(truthFile, "person_id");

    /// <summary>Records by difficulty.</summary>
    public static ILookup<string, RecordKey> Cases(string casesFile) =>
        CsvLines.Read(casesFile).ToLookup(row => row["tag"], Key);

    /// <summary>Cluster by record; <paramref name="column"/> is cluster_id or owner_cluster_id. Empty values are left out.</summary>
    public static Dictionary<RecordKey, string> Column(string file, string column)
    {
        var values = new Dictionary<RecordKey, string>();
        foreach (var row in CsvLines.Read(file))
            if (row.TryGetValue(column, out var value) && value.Length > 0) values[Key(row)] = value;
        return values;
    }

    /// <summary>Pairs of review.csv.</summary>
    public static IReadOnlyList<RecordPair> Review(string file) =>
        [.. CsvLines.Read(file).Select(row => new RecordPair(new(row["feed_a"], row["id_a"]), new(row["feed_b"], row["id_b"])))];

    private static RecordKey Key(IReadOnlyDictionary<string, string> row) => new(row["feed"], row["source_record_id"]);
}
