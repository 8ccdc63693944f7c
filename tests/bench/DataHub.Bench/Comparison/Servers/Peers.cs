using System.Runtime.CompilerServices;

namespace DataHub.Bench.Comparison.Servers;

/// <summary>The servers from npm.</summary>
internal static class Peers
{
    private static readonly string[] Names = ["mercurius", "postgraphile"];

    public static async IAsyncEnumerable<MeasuredServer> StartAsync(
        BenchOptions options, BenchDatabase database, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var _ in Names.Where(options.Wants).Take(0)) yield break;
    }
}
