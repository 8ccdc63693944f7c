using Npgsql;

namespace DataHub.Feeds;

/// <summary>Keeps the metric of how old the feeds are up to date, whichever process loads them.</summary>
public sealed class FeedWatch : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    private FeedWatch(NpgsqlDataSource database, TimeProvider time, Action<Exception> onError) =>
        running = Task.Run(() => RunAsync(database, time, onError));

    /// <summary>Watches from now on. What goes wrong is told and tried again.</summary>
    public static FeedWatch Start(NpgsqlDataSource database, TimeProvider time, Action<Exception> onError) => new(database, time, onError);

    /// <summary>Looks once.</summary>
    internal static async Task LookAsync(NpgsqlDataSource database, TimeProvider time, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        foreach (var feed in await FeedFreshness.AllAsync(database, now, cancel))
            if (feed.LastRunAt is { } last) FeedMetrics.NoteAge(feed.Feed, now.UtcDateTime - last);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }

    private async Task RunAsync(NpgsqlDataSource database, TimeProvider time, Action<Exception> onError)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            do
            {
                try
                {
                    await LookAsync(database, time, stop.Token);
                }
                catch (NpgsqlException exception)
                {
                    onError(exception);
                }
            }
            while (await timer.WaitForNextTickAsync(stop.Token));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }
}
