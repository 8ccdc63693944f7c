using System.Runtime.CompilerServices;
using DataHub.Bench.Comparison.Servers;

namespace DataHub.Bench.Comparison;

/// <summary>Starts the systems that were asked for and can be had.</summary>
internal static class Starting
{
    public static async IAsyncEnumerable<MeasuredServer> AllAsync(
        BenchOptions options, BenchDatabase database, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var isHubAlone = options.Queries is not null || options.Ledger || options.Policy;
        if (!isHubAlone && options.Wants(FloorServer.SystemName))
            yield return await FloorServer.StartAsync(database.ConnectionString, cancellation);
        foreach (var build in Builds(options)) yield return await HubServer.StartAsync(build, options.Data, database, cancellation);
        if (isHubAlone) yield break;
        await foreach (var peer in Peers.StartAsync(options, database, cancellation)) yield return peer;
    }

    private static IEnumerable<(string Name, string Dll)> Builds(BenchOptions options)
    {
        (string Name, string? Dll)[] builds = [(HubServer.SystemName, options.Hub), (HubServer.Before, options.Against)];
        foreach (var (name, dll) in builds)
        {
            if (dll is null || (name == HubServer.SystemName && !options.Wants(name))) continue;
            yield return (name, dll);
            if (options.Ledger) yield return (name + HubServer.WithLedger, dll);
            if (options.Policy) yield return (HubServer.Unchecked, dll);
        }
    }
}
