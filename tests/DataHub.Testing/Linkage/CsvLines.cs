using System.Text;

namespace DataHub.Testing.Linkage;

/// <summary>Comma-separated files whose fields hold no line break, as the labelled sets are written.</summary>
internal static class CsvLines
{
    /// <summary>Rows by column name.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string file)
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
