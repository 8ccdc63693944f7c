using System.Diagnostics;
using DataHub.Database;

namespace DataHub.Linkage.Bench;

/// <summary>Loads a labelled folder by the hub's own commands into an empty hub, exports the clusters, and scores them.</summary>
internal static class HubCommand
{
    public static async Task<int> RunAsync(Arguments arguments, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("datahub-linkage-").FullName;
        // The user that runs PostgreSQL for root must get through.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        var report = new Report(output);
        var since = Stopwatch.GetTimestamp();
        string? cluster = null;
        try
        {
            var options = new HubDatabaseOptions { DataDirectory = folder };
            await using var database = await HubDatabase.OpenAsync(options, CancellationToken.None);
            cluster = await TextAsync(database, "show data_directory");
            report.Line($"an empty hub after {Stopwatch.GetElapsedTime(since).TotalSeconds:F1} s");
            using var memory = new MemoryWatch(Path.Combine(cluster, "postmaster.pid"));
            await MeasureAsync(arguments, folder, database, (report, memory));
            ScoreCommand.Score(arguments.Text("data"), Clusters(folder), Review(folder), output);
        }
        finally
        {
            // Root's PostgreSQL runs as another user, and has its files elsewhere.
            if (cluster is not null && !cluster.StartsWith(folder, StringComparison.Ordinal))
                Directory.Delete(Path.GetDirectoryName(cluster)!, recursive: true);
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static string Clusters(string folder) => Path.Combine(folder, "clusters.csv");

    private static string Review(string folder) => Path.Combine(folder, "review.csv");

    private static async Task MeasureAsync(Arguments arguments, string folder, HubDatabase database, (Report Report, MemoryWatch Memory) by)
    {
        var (files, program) = (arguments.Text("data"), arguments.Text("hub"));
        string[] feeds = ["oss", "sikp", "pelatihan", "marketplace", "sertifikat"];
        var paths = feeds.Select(feed => Path.Combine(files, feed + ".csv"));
        await TellAsync(by.Report, by.Memory, program, ["feed", "load", .. paths, "--data", folder]);
        by.Report.Line($"database {await TextAsync(database, "select pg_size_pretty(pg_database_size(current_database()))")}");
        string[] export = ["linkage", "export", "--out", Clusters(folder), "--review", Review(folder), "--data", folder];
        await TellAsync(by.Report, by.Memory, program, export);
    }

    private static async Task TellAsync(Report report, MemoryWatch memory, string program, string[] words)
    {
        var since = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. words]))!;
        var peak = await memory.WatchAsync(process);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{words[0]} {words[1]} ended with {process.ExitCode}");
        var taken = Stopwatch.GetElapsedTime(since).TotalSeconds;
        report.Line($"{words[0]} {words[1]}: {taken:F1} s, the process {peak.Process >> 20} MB, PostgreSQL {peak.Server >> 20} MB");
    }

    private static async Task<string> TextAsync(HubDatabase database, string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
