using System.Globalization;
using DataHub.Database;
using DataHub.Demonstration;
using DataHub.Feeds.Loading;
using DataHub.Linkage.Store;
using DataHub.Shared.Secrets;

namespace DataHub.Bench.Landing;

/// <summary>
/// How many rows a second land, and how long one record takes that comes alone. A delivery of five files is loaded into a database of its own,
/// as <c>datahub feed load</c> does it; the clock of landing stops when all rows are in the hub and linking begins.
/// </summary>
internal static class LandingBench
{
    private static readonly string[] Feeds = ["oss.csv", "sikp.csv", "pelatihan.csv", "marketplace.csv", "sertifikat.csv"];

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var businesses = args is ["--businesses", var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 50_000;
        var isLinked = !args.Contains("--without-linking");
        var folder = Directory.CreateTempSubdirectory("datahub-landing-").FullName;
        try
        {
            var files = Path.Combine(folder, "feeds");
            DemoGenerator.Generate(new DemoOptions { OutputDirectory = files, Businesses = businesses, Seed = 2026 });
            await WarmAsync(folder);
            await using var database = await OpenAsync(folder, "data");
            var loader = Loader(database);
            string[] paths = [.. Feeds.Select(file => Path.Combine(files, file))];
            await LoadAsync("new files", loader, paths, (database, output, isLinked));
            await LoadAsync("the same files again, as full ones", loader, paths, (database, output, isLinked));
            if (isLinked) await new Arrivals(database.DataSource, loader, folder).RunAsync(output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    // The program's code is compiled as it is first used, which a hub that runs has behind it.
    private static async Task WarmAsync(string folder)
    {
        var files = Path.Combine(folder, "warm");
        DemoGenerator.Generate(new DemoOptions { OutputDirectory = files, Businesses = 5000, Seed = 7 });
        await using var database = await OpenAsync(folder, "warm-data");
        await Loader(database).LoadFilesAsync(Feeds.Select(file => Path.Combine(files, file)));
    }

    private static Task<HubDatabase> OpenAsync(string folder, string name) =>
        HubDatabase.OpenAsync(new HubDatabaseOptions { DataDirectory = Path.Combine(folder, name) }, CancellationToken.None);

    private static FeedLoader Loader(HubDatabase database) => new(database.DataSource, new Protector(HubKeys.Generate()), TimeProvider.System);

    private static async Task LoadAsync(
        string title, FeedLoader loader, string[] paths, (HubDatabase Database, TextWriter Output, bool IsLinked) to)
    {
        var server = await ProcessorTimes.ServerAsync(to.Database.DataSource);
        var before = ProcessorTimes.Now(server);
        LandingFigures? landed = null;
        using var steps = new StepTimes();
        using var stop = new CancellationTokenSource();
        loader.LinkingProgress = new OnFirst(() =>
        {
            landed = new(steps.Whole, ProcessorTimes.Now(server).Since(before));
            if (!to.IsLinked) stop.Cancel();
        });
        try
        {
            await loader.LoadFilesAsync(paths, options: new LoadOptions { IsFull = true }, cancel: stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What has landed stays; linking it is not what is measured.
        }
        var whole = new LandingFigures(steps.Whole, ProcessorTimes.Now(server).Since(before));
        var rows = await ReceivedAsync(to.Database, paths.Length);
        await to.Output.WriteLineAsync($"{title}, {rows.ToString("N0", CultureInfo.InvariantCulture)} rows");
        await to.Output.WriteLineAsync($"  landed           {(landed ?? whole).Line(rows)}");
        if (to.IsLinked) await to.Output.WriteLineAsync($"  linked, indexed  {whole.Line(rows)}");
        foreach (var (name, time) in steps.Longest(12))
            await to.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"    {time.TotalSeconds,6:0.00} s  {name}"));
    }

    private static async Task<int> ReceivedAsync(HubDatabase database, int runs)
    {
        await using var command = database.DataSource.CreateCommand(
            "select sum(received)::int from (select received from feeds.feed_run order by id desc limit $1) r");
        command.Parameters.AddWithValue(runs);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    // Called by the thread that links, so that the clock stops at once.
    private sealed class OnFirst(Action action) : IProgress<PassProgress>
    {
        private int calls;

        public void Report(PassProgress value)
        {
            if (Interlocked.Increment(ref calls) == 1) action();
        }
    }
}
