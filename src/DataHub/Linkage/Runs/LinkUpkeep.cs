using DataHub.Feeds;
using DataHub.Shared;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Linkage.Runs;

/// <summary>
/// What a running hub does about linking by itself: finishes what a dead process left waiting, and once a week compares what is published
/// with what a pass over everything would say. One host of all does it.
/// </summary>
public sealed class LinkUpkeep : IAsyncDisposable
{
    // Any number, as long as every process takes the same one.
    private const long HostLock = 5432102001;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenShadows = TimeSpan.FromDays(7);

    private readonly CancellationTokenSource stop = new();
    private readonly NpgsqlDataSource database;
    private readonly TimeProvider time;
    private readonly LinkRuns runs;
    private readonly ShadowPass shadow;
    private readonly Task running;

    private LinkUpkeep(NpgsqlDataSource database, Protector protector, TimeProvider time, Action<Exception> onError)
    {
        (this.database, this.time) = (database, time);
        (runs, shadow) = (new LinkRuns(database, protector, time), new ShadowPass(database, protector, time));
        running = new PeriodicWork(Period, time, onError).RunAsync(AsOneHostAsync, stop.Token);
    }

    /// <summary>Begins. What goes wrong is told and tried again.</summary>
    public static LinkUpkeep Start(NpgsqlDataSource database, Protector protector, TimeProvider time, Action<Exception> onError) =>
        new(database, protector, time, onError);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }

    private async Task AsOneHostAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var take = new NpgsqlCommand("select pg_try_advisory_xact_lock($1)", connection) { Parameters = { new() { Value = HostLock } } };
        if (await take.ExecuteScalarAsync(cancel) is not true) return;
        await WorkAsync(cancel);
    }

    private async Task WorkAsync(CancellationToken cancel)
    {
        try
        {
            // A load that is under way links its own records when it has published them.
            if (!await IsLoadingAsync(cancel)) await runs.RunPendingAsync(null, cancel);
        }
        catch (FeedRefusedException)
        {
            // An exchange of keys was broken off: until it is ended nothing can be linked, and whoever loads is told so.
        }
        if (await IsShadowDueAsync(cancel)) await shadow.RunAsync(cancel);
    }

    private async Task<bool> IsLoadingAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select exists (select from feeds.feed_run where status = 'RUNNING')");
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    private async Task<bool> IsShadowDueAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select max(finished_at) from linkage.pass where status = 'DONE' and kind in ('SHADOW', 'FULL')");
        return await command.ExecuteScalarAsync(cancel) is DateTime last && time.GetUtcNow() - last >= BetweenShadows;
    }
}
