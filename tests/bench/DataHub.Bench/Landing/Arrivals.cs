using System.Diagnostics;
using System.Globalization;
using DataHub.Demonstration;
using DataHub.Feeds.Loading;
using Npgsql;

namespace DataHub.Bench.Landing;

/// <summary>Records that come alone: each is a delivery of one row, loaded and linked.</summary>
internal sealed class Arrivals(NpgsqlDataSource database, FeedLoader loader, string folder)
{
    // Until the program's code is compiled as well as it gets.
    private const int Unmeasured = 100;
    private const int Measured = 100;

    public async Task RunAsync(TextWriter output)
    {
        var files = Path.Combine(folder, "single");
        DemoGenerator.Generate(new DemoOptions { OutputDirectory = files, Businesses = 1000, Seed = 99 });
        var lines = await File.ReadAllLinesAsync(Path.Combine(files, "sikp.csv"));
        var (times, passes) = (new List<double>(), new List<double>());
        using var steps = new StepTimes();
        var server = await ProcessorTimes.ServerAsync(database);
        var before = ProcessorTimes.Now(server);
        for (var i = 1; i <= Unmeasured + Measured; i++)
        {
            var path = Path.Combine(folder, "one.csv");
            // A number of its own: the generator's repeat those of the delivery.
            await File.WriteAllLinesAsync(path, [lines[0], $"SINGLE-{i}{lines[i][lines[i].IndexOf(',', StringComparison.Ordinal)..]}"]);
            if (i == Unmeasured + 1) before = ProcessorTimes.Now(server);
            var began = Stopwatch.GetTimestamp();
            var run = await loader.LoadAsync(path);
            if (i <= Unmeasured) continue;
            var ended = TimeProvider.System.GetUtcNow().UtcDateTime;
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            passes.Add((ended - await LandedAsync(run.RunId)).TotalMilliseconds);
        }
        var used = ProcessorTimes.Now(server).Since(before);
        await output.WriteLineAsync($"{Measured} records alone");
        await output.WriteLineAsync($"  pass, by its row   {Line(await PassesAsync())}");
        await output.WriteLineAsync($"  landed to linked   {Line(passes)}");
        await output.WriteLineAsync($"  loaded and linked  {Line(times)}");
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"  processor          hub {used.Hub.TotalMilliseconds / Measured:0.0} ms, PostgreSQL {used.Database.TotalMilliseconds / Measured:0.0} ms a record"));
        foreach (var (name, time) in steps.Longest(16))
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"    {time.TotalMilliseconds / (Unmeasured + Measured),6:0.0} ms  {name}"));
    }

    // The last statements before the load's commit write the time; what follows is the commit and the pass, to its answer.
    private async Task<DateTime> LandedAsync(long run)
    {
        await using var command = database.CreateCommand("select finished_at from feeds.feed_run where id = $1");
        command.Parameters.AddWithValue(run);
        return (DateTime)(await command.ExecuteScalarAsync())!;
    }

    private async Task<List<double>> PassesAsync()
    {
        await using var command = database.CreateCommand(
            """
            select (1000 * extract(epoch from finished_at - started_at))::float8 from linkage.pass
            where kind = 'NEAR' and pending = 1 order by id desc limit $1
            """);
        command.Parameters.AddWithValue(Measured);
        await using var rows = await command.ExecuteReaderAsync();
        var times = new List<double>();
        while (await rows.ReadAsync()) times.Add(rows.GetDouble(0));
        return times;
    }

    private static string Line(List<double> times)
    {
        times.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {times[times.Count / 2],6:0.0} ms, p95 {times[times.Count * 95 / 100],6:0.0} ms, longest {times[^1],6:0.0} ms");
    }
}
