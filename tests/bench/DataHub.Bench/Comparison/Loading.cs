using DataHub.Bench.Comparison.Servers;

namespace DataHub.Bench.Comparison;

/// <summary>Sees to it that the built-in database is full before anything is measured.</summary>
internal static class Loading
{
    public static async Task EnsureAsync(BenchOptions options, BenchDatabase database, CancellationToken cancellation)
    {
        if (!database.IsOwn) return;
        // Written when the demonstration data is in (and while it is being loaded).
        var mark = Path.Combine(options.Data, "demonstration.json");
        var before = File.Exists(mark) ? File.GetLastWriteTimeUtc(mark) : (DateTime?)null;
        if (before is null) Progress.Say("Loading 192,234 businesses: about two minutes, once …");
        // A hub that starts loads what is missing. One that has just done so is not measured: its memory would tell of the load.
        await (await HubServer.StartAsync(("loading", options.Hub), options.Data, database, cancellation)).DisposeAsync();
        if (before == File.GetLastWriteTimeUtc(mark)) return;
        await database.SettleAsync();
    }
}
