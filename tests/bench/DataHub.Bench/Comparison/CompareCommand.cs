using System.Runtime.InteropServices;
using DataHub.Bench.Comparison.Servers;

namespace DataHub.Bench.Comparison;

/// <summary><c>./datahub bench</c>: hub, floor and peers on the seven queries, or the hub on queries of one's own.</summary>
internal static class CompareCommand
{
    /// <summary>Process exit code: 0 when all was measured, whether the goals are met or not; 1 when the run was broken off.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> words)
    {
        if (words is ["--help" or "-h" or "help"])
        {
            Console.WriteLine(BenchOptions.Usage);
            return 0;
        }
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, stop));
        try
        {
            await RunAsync(BenchOptions.Read(words), stop.Token);
            return 0;
        }
        catch (BenchException exception)
        {
            await Console.Error.WriteLineAsync($"bench: {exception.Message}");
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("bench: stopped.");
        }
        return 1;
    }

    private static async Task RunAsync(BenchOptions options, CancellationToken cancellation)
    {
        await using var database = await BenchDatabase.OpenAsync(options.Data, cancellation);
        await Loading.EnsureAsync(options, database, cancellation);
        var servers = new List<MeasuredServer>();
        try
        {
            await foreach (var server in Starting.AllAsync(options, database, cancellation)) servers.Add(server);
            var run = new ComparisonRun(options, database, servers);
            var report = await run.RunAsync(cancellation);
            Console.WriteLine(report);
            var path = Path.Combine(Repository.Results, options.Queries is null ? "report.md" : "queries.md");
            await File.WriteAllTextAsync(path, report, cancellation);
        }
        finally
        {
            foreach (var server in servers) await server.DisposeAsync();
        }
    }

    // Servers are ended in order, and the database after them.
    private static void Stop(PosixSignalContext context, CancellationTokenSource stop)
    {
        context.Cancel = true;
        stop.Cancel();
    }
}
