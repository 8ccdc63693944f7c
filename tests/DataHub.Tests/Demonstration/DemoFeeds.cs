using System.Text;
using DataHub.Demonstration;

namespace DataHub.Tests.Demonstration;

/// <summary>One demonstration of 20,000 businesses, generated once for the tests that look into it.</summary>
public sealed class DemoFeeds : IDisposable
{
    public const int Businesses = 20_000;

    public DemoFeeds()
    {
        Folder = Directory.CreateTempSubdirectory("demo-feeds-").FullName;
        DemoGenerator.Generate(new DemoOptions { OutputDirectory = Folder, Businesses = Businesses }, new Collector(Reports));
        Oss = [.. Read("oss.csv").Where(row => row["nib"].Length > 0)];
        BusinessOfNib = Read("truth.csv").Where(row => row["feed"] == "oss")
            .ToDictionary(row => row["source_record_id"], row => row["business_id"]);
    }

    public string Folder { get; }

    public List<DemoProgress> Reports { get; } = [];

    /// <summary>Rows of oss.csv that have a NIB.</summary>
    public IReadOnlyList<Dictionary<string, string>> Oss { get; }

    public IReadOnlyDictionary<string, string> BusinessOfNib { get; }

    public List<Dictionary<string, string>> Read(string file)
    {
        using var lines = File.ReadLines(Path.Combine(Folder, file)).GetEnumerator();
        Assert.True(lines.MoveNext());
        var header = Split(lines.Current);
        var rows = new List<Dictionary<string, string>>();
        while (lines.MoveNext())
        {
            var record = Split(lines.Current);
            Assert.Equal(header.Count, record.Count);
            rows.Add(header.Zip(record).ToDictionary(pair => pair.First, pair => pair.Second));
        }
        return rows;
    }

    /// <summary>The rule by which two OSS rows are one business: NIK, name up to capitals and signs, KBLI and place.</summary>
    public static string MergeKey(Dictionary<string, string> row)
    {
        var words = new string([.. row["nama_usaha"].ToUpperInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("CV" or "PT" or "UD" or "KOPERASI"));
        return string.Join('|', row["nik_penanggung_jawab"], string.Join(' ', words), row["kbli"], row["kode_wilayah"]);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>One line of RFC 4180; the generator writes no line break within a field.</summary>
    private static List<string> Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (quoted && line[at] == '"' && at + 1 < line.Length && line[at + 1] == '"') field.Append(line[at++]);
            else if (line[at] == '"') quoted = !quoted;
            else if (line[at] != ',' || quoted) field.Append(line[at]);
            else
            {
                fields.Add(field.ToString());
                field.Clear();
            }
        }
        fields.Add(field.ToString());
        return fields;
    }

    private sealed class Collector(List<DemoProgress> reports) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value) => reports.Add(value);
    }
}
