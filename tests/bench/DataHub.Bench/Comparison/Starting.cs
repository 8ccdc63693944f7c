using System.Runtime.CompilerServices;
using DataHub.Bench.Comparison.Servers;

namespace DataHub.Bench.Comparison;

/// <summary>Starts the systems that were asked for and can be had.</summary>
internal static class Starting
{
    public static async IAsyncEnumerable<MeasuredServer> AllAsync(
        BenchOptions options, BenchDatabase database, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (options.Queries is null && options.Wants(FloorServer.SystemName))
            yield return await FloorServer.StartAsync(database.ConnectionString, cancellation);
        if (options.Wants(HubServer.SystemName))
            yield return await HubServer.StartAsync((HubServer.SystemName, options.Hub), options.Data, database, cancellation);
        if (options.Against is { } other)
            yield return await HubServer.StartAsync((HubServer.Before, other), options.Data, database, cancellation);
        if (options.Queries is not null) yield break;
        await foreach (var peer in Peers.StartAsync(options, database, cancellation)) yield return peer;
    }
}
