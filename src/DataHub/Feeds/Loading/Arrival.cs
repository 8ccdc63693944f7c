using DataHub.Feeds.Reading;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Feeds.Loading;

/// <summary>What loads work with.</summary>
internal sealed record LoadParts(NpgsqlDataSource Database, Protector Protector, TimeProvider Clock);

/// <summary>A file whose rows have all been read and wait in a transaction of their own to be published. Holds the feed's lock.</summary>
internal sealed class Arrival : IAsyncDisposable
{
    private readonly RowSource source;
    private readonly RunLog log;
    private FeedLoad? load;

    private Arrival(RowSource source, RunLog log) => (this.source, this.log) = (source, log);

    /// <summary>The file's feed.</summary>
    public FeedDefinition Feed => source.Feed;

    /// <summary>
    /// Reads a file. Throws <see cref="FeedRefusedException"/> when it is no feed or another load of its feed is under way; a run that
    /// was begun is entered as failed.
    /// </summary>
    public static async Task<Arrival> ReadAsync(LoadParts parts, string path, IProgress<FeedProgress>? progress, CancellationToken cancel)
    {
        var name = Path.GetFileName(path);
        return await ReadAsync(parts, await OpenAsync(parts, path, name, cancel), name, progress, cancel);
    }

    /// <summary>The same of rows that were split elsewhere; the source is let go of with the arrival, and when this throws.</summary>
    public static async Task<Arrival> ReadAsync(
        LoadParts parts, RowSource source, string name, IProgress<FeedProgress>? progress, CancellationToken cancel)
    {
        var arrival = await LockAsync(parts, source, cancel);
        try
        {
            await arrival.log.BeginAsync(source.Feed.Name, name, source.Hash, cancel);
            await arrival.OrFailAsync(async () =>
            {
                var task = new FeedLoadTask(source, name, arrival.log);
                arrival.load = await FeedLoad.BeginAsync(parts.Database, task, parts.Protector, parts.Clock, cancel);
                await arrival.load.ArriveAsync(progress, cancel);
                return true;
            });
            return arrival;
        }
        catch
        {
            await arrival.DisposeAsync();
            throw;
        }
    }

    /// <summary>Publishes what was read: all of it or, when this throws, nothing.</summary>
    public Task<FeedRunResult> PublishAsync(IProgress<FeedProgress>? progress, CancellationToken cancel) =>
        OrFailAsync(() => load!.PublishAsync(progress, cancel));

    /// <summary>Enters that the file was read and will not be published.</summary>
    public Task AbandonAsync() => log.FailAsync("the load was cancelled");

    public async ValueTask DisposeAsync()
    {
        if (load is not null) await load.DisposeAsync();
        await log.DisposeAsync();
        source.Dispose();
    }

    private async Task<T> OrFailAsync<T>(Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception error)
        {
            await log.FailAsync(error switch
            {
                FeedRefusedException => error.Message,
                OperationCanceledException => "the load was cancelled",
                NpgsqlException => "the database refused or ended the load",
                _ => "the load ended with an unexpected error",
            });
            throw;
        }
    }

    private static async Task<FeedFile> OpenAsync(LoadParts parts, string path, string name, CancellationToken cancel)
    {
        try
        {
            return await FeedFile.OpenAsync(path, cancel);
        }
        catch (FeedRefusedException refusal) when (refusal.Feed is { } feed)
        {
            await EnterRefusalAsync(parts, FeedCatalogue.Get(feed), name, refusal.Message, cancel);
            throw;
        }
    }

    private static async Task<Arrival> LockAsync(LoadParts parts, RowSource source, CancellationToken cancel)
    {
        try
        {
            return new Arrival(source, await RunLog.OpenAsync(parts.Database, source.Feed, parts.Clock, cancel));
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    private static async Task EnterRefusalAsync(LoadParts parts, FeedDefinition feed, string name, string message, CancellationToken cancel)
    {
        await using var log = await RunLog.TryOpenAsync(parts.Database, feed, parts.Clock, cancel);
        if (log is null) return;
        await log.BeginAsync(feed.Name, name, null, cancel);
        await log.FailAsync(message);
    }
}
