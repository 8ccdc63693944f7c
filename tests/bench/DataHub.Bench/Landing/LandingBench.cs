using System.Globalization;
using DataHub.Database;
using DataHub.Demonstration;
using DataHub.Feeds.Loading;
using DataHub.Shared.Secrets;

namespace DataHub.Bench.Landing;

/// <summary>
/// How many rows a second land: files are read, compared and kept as received, in a database of their own. What comes after it, joining and
/// publishing, is told apart.
/// </summary>
internal static class LandingBench
{
    private static readonly string[] Feeds = ["oss.csv", "sikp.csv", "pelatihan.csv", "marketplace.csv", "sertifikat.csv"];

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var businesses = args is ["--businesses", var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 50_000;
        var folder = Directory.CreateTempSubdirectory("datahub-landing-").FullName;
        try
        {
            var files = Path.Combine(folder, "feeds");
            DemoGenerator.Generate(new DemoOptions { OutputDirectory = files, Businesses = businesses, Seed = 2026 });
            await using var database = await HubDatabase.OpenAsync(
                new HubDatabaseOptions { DataDirectory = Path.Combine(folder, "data") }, CancellationToken.None);
            var loader = new FeedLoader(database.DataSource, new Protector(HubKeys.Generate()), TimeProvider.System);
            await LoadAsync("new files", loader, files, (database, output));
            await LoadAsync("the same files again, as full ones", loader, files, (database, output));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private static async Task LoadAsync(string title, FeedLoader loader, string folder, (HubDatabase Database, TextWriter Output) to)
    {
        await to.Output.WriteLineAsync(title);
        await to.Output.WriteLineAsync(
            $"  {"file",-16} {"rows",9} {"reading s",10} {"landing s",10} {"rows/s",9} {"after s",9} {"CPU s: hub",11} {"PostgreSQL",11}");
        var total = new LandingFigures();
        foreach (var file in Feeds)
        {
            var server = await ProcessorTimes.ServerAsync(to.Database.DataSource);
            var (before, landed) = (ProcessorTimes.Now(server), new ProcessorTimes(TimeSpan.Zero, TimeSpan.Zero));
            using var steps = new StepTimes(step =>
            {
                if (step == "Publishing/landing") landed = ProcessorTimes.Now(server).Since(before);
            });
            var run = await loader.LoadAsync(Path.Combine(folder, file), new LoadOptions { IsFull = true });
            var figures = new LandingFigures
            {
                Rows = run.Received,
                Reading = steps.Of("Reading", "Known"),
                Landing = steps.Of(
                    "Publishing/repeated", "Publishing/decided", "Publishing/quarantine", "Publishing/landing", "Publishing/landed"),
                Whole = steps.Whole,
                Cpu = landed,
            };
            await to.Output.WriteLineAsync(figures.Line(file));
            total = total.With(figures);
        }
        await to.Output.WriteLineAsync(total.Line("all"));
    }
}
