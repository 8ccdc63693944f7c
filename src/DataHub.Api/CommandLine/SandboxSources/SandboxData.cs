using DataHub.Demonstration;
using DataHub.Feeds;
using DataHub.Feeds.Reading;

namespace DataHub.Api.CommandLine.SandboxSources;

/// <summary>What the invented sources hold: records of the demonstration's province.</summary>
public sealed class SandboxData
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<SandboxRecord>> records = new(StringComparer.Ordinal);

    private SandboxData() { }

    /// <summary>Generates a province of so many businesses; of rows that are broken there are none.</summary>
    public static async Task<SandboxData> GenerateAsync(int businesses, ulong seed, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("datahub-sources-").FullName;
        try
        {
            var options = new DemoOptions { OutputDirectory = folder, Businesses = businesses, Seed = seed };
            DemoGenerator.Generate(options, cancellation: cancel);
            var data = new SandboxData();
            foreach (var feed in new[] { "OSS", "SIKP", "MARKETPLACE" })
                data.records[feed] = await ReadAsync(Path.Combine(folder, $"{feed.ToLowerInvariant()}.csv"), cancel);
            return data;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>All records of a feed in the order of their changes.</summary>
    public IReadOnlyList<SandboxRecord> Of(string feed)
    {
        lock (gate) return [.. records[feed].OrderBy(record => record.Version)];
    }

    /// <summary>Changes a record and makes it the last in the order of changes.</summary>
    public void Change(string feed, string key, string column, string value)
    {
        lock (gate)
        {
            var record = records[feed].First(record => record.Key == key);
            record[column] = value;
            record.Version = records[feed].Max(other => other.Version) + 1;
        }
    }

    private static async Task<List<SandboxRecord>> ReadAsync(string path, CancellationToken cancel)
    {
        using var file = await FeedFile.OpenAsync(path, cancel);
        var list = file.Rows().Where(row => row.Fields is not null).DistinctBy(row => row.Fields![0])
            .Select(row => new SandboxRecord(file.Header.Feed, row.Fields!)).Where(record => record.Key.Length > 0).ToList();
        for (var i = 0; i < list.Count; i++) list[i].Version = i + 1;
        return list;
    }
}
