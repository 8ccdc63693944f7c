using System.Text;

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
        Rows(casesFile).ToLookup(row => row["tag"], Key);

    /// <summary>Cluster by record; <paramref name="column"/> is cluster_id or owner_cluster_id. Empty values are left out.</summary>
    public static Dictionary<RecordKey, string> Column(string file, string column)
    {
        var values = new Dictionary<RecordKey, string>();
        foreach (var row in Rows(file))
            if (row.TryGetValue(column, out var value) && value.Length > 0) values[Key(row)] = value;
        return values;
    }

    /// <summary>Pairs of review.csv.</summary>
    public static IReadOnlyList<RecordPair> Review(string file) =>
        [.. Rows(file).Select(row => new RecordPair(new(row["feed_a"], row["id_a"]), new(row["feed_b"], row["id_b"])))];

    private static RecordKey Key(IReadOnlyDictionary<string, string> row) => new(row["feed"], row["source_record_id"]);

    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        string[]? header = null;
        foreach (var line in File.ReadLines(file))
        {
            var fields = Split(line);
            if (header is null)
            {
                header = fields;
                continue;
            }

            var row = new Dictionary<string, string>(header.Length);
            for (var at = 0; at < header.Length; at++) row[header[at]] = fields[at];
            yield return row;
        }
    }

    /// <summary>RFC 4180 within one line: these files hold keys and numbers.</summary>
    private static string[] Split(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal)) return line.Split(',');
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"' && quoted && at + 1 < line.Length && line[at + 1] == '"') field.Append(line[at++]);
            else if (line[at] == '"') quoted = !quoted;
            else if (line[at] != ',' || quoted) field.Append(line[at]);
            else
            {
                fields.Add(field.ToString());
                field.Clear();
            }
        }

        fields.Add(field.ToString());
        return [.. fields];
    }
}
