using DataHub.Audit;
using DataHub.Rights.Retention;
using DataHub.Shared;
using Npgsql;

namespace DataHub.Rights;

/// <summary>
/// What a running hub does about rights by itself: knows every second who is restricted, every minute how many requests are overdue,
/// and once a day lets go of data whose time is over.
/// </summary>
public sealed class RightsUpkeep : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenCounts = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenRuns = TimeSpan.FromDays(1);

    private readonly CancellationTokenSource stop = new();
    private readonly NpgsqlDataSource database;
    private readonly Restrictions restrictions;
    private readonly TimeProvider time;
    private readonly Action<Exception> onError;
    private readonly LedgerRotation? ledger;
    private readonly Task running;

    private RightsUpkeep(NpgsqlDataSource database, Restrictions restrictions, RightsUpkeepParts parts)
    {
        (this.database, this.restrictions, time, onError, ledger) = (database, restrictions, parts.Time, parts.OnError, parts.Ledger);
        running = Task.WhenAll(RunAsync(WatchAsync, Period), RunAsync(CountAsync, BetweenCounts), RunAsync(RetainAsync, BetweenRuns / 24));
    }

    /// <summary>Reads who is restricted before the first answer, and goes on from there. What goes wrong later is told and tried again.</summary>
    public static async Task<RightsUpkeep> StartAsync(
        NpgsqlDataSource database, Restrictions restrictions, RightsUpkeepParts parts, CancellationToken cancellation)
    {
        await restrictions.RefreshAsync(cancellation);
        return new RightsUpkeep(database, restrictions, parts);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }

    private Task RunAsync(Func<CancellationToken, Task> work, TimeSpan period) => new PeriodicWork(period, time, onError).RunAsync(work, stop.Token);

    private Task WatchAsync(CancellationToken cancellation) => restrictions.RefreshAsync(cancellation);

    private async Task CountAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select count(*) from rights.request where closed_at is null and due_at < $1");
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        RightsMetrics.SetOverdue((long)(await command.ExecuteScalarAsync(cancellation))!);
    }

    // Looks every hour whether a day is over since any host did it: hosts come and go.
    private async Task RetainAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select max(at) from rights.retention_run");
        if (await command.ExecuteScalarAsync(cancellation) is DateTime last && time.GetUtcNow() - last < BetweenRuns) return;
        foreach (var result in await new RetentionJob(database, time, ledger).RunAsync(isTrial: false, cancellation) ?? [])
            RightsMetrics.Removed.Add(result.Rows, new KeyValuePair<string, object?>("kind", result.Kind));
    }
}
