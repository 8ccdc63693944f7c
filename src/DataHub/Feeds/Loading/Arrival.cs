using DataHub.Feeds.Reading;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Feeds.Loading;

/// <summary>What loads work with.</summary>
internal sealed record LoadParts(NpgsqlDataSource Database, Protector Protector, TimeProvider Clock);

/// <summary>A file whose rows have all been read and wait in a transaction of their own to be published. Holds the feed's lock.</summary>
internal sealed class Arrival : IAsyncDisposable
{
    private readonly FeedFile file;
    private readonly RunLog log;
    private FeedLoad? load;

    private Arrival(FeedFile file, RunLog log) => (this.file, this.log) = (file, log);

    /// <summary>The file's feed.</summary>
    public FeedDefinition Feed => file.Header.Feed;

    /// <summary>
    /// Reads a file. Throws <see cref="FeedRefusedException"/> when it is no feed or another load of its feed is under way; a run that
    /// was begun is entered as failed.
    /// </summary>
    public static async Task<Arrival> ReadAsync(LoadParts parts, string path, IProgress<FeedProgress>? progress, CancellationToken cancel)
    {
        var name = Path.GetFileName(path);
        return await ReadAsync(parts, await OpenAsync(parts, path, name, cancel), name, progress, cancel);
    }

    /// <summary>As for a path, of a file that is open already; closes it in the end.</summary>
    public static async Task<Arrival> ReadAsync(
        LoadParts parts, NamedFile file, IProgress<FeedProgress>? progress, CancellationToken cancel)
    {
        RunLog log;
        try
        {
            log = await RunLog.OpenAsync(parts.Database, file.File.Header.Feed, parts.Clock, cancel);
        }
        catch
        {
            file.File.Dispose();
            throw;
        }
        return await ReadAsync(parts, new Arrival(file.File, log), file.Name, progress, cancel);
    }

    /// <summary>Enters a run that failed before there was anything to read; not while another load of the feed is under way.</summary>
    public static Task EnterFailureAsync(LoadParts parts, FeedDefinition feed, string name, string message, CancellationToken cancel) =>
        EnterRefusalAsync(parts, feed, name, message, cancel);

    private static async Task<Arrival> ReadAsync(
        LoadParts parts, Arrival arrival, string name, IProgress<FeedProgress>? progress, CancellationToken cancel)
    {
        try
        {
            await arrival.log.BeginAsync(arrival.file.Header.Feed.Name, name, arrival.file.Probe.Hash, cancel);
            await arrival.OrFailAsync(async () =>
            {
                var task = new FeedLoadTask(arrival.file, name, arrival.log);
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
        file.Dispose();
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

    private static async Task<Arrival> OpenAsync(LoadParts parts, string path, string name, CancellationToken cancel)
    {
        FeedFile file;
        try
        {
            file = await FeedFile.OpenAsync(path, cancel);
        }
        catch (FeedRefusedException refusal) when (refusal.Feed is { } feed)
        {
            await EnterRefusalAsync(parts, FeedCatalogue.Get(feed), name, refusal.Message, cancel);
            throw;
        }
        try
        {
            return new Arrival(file, await RunLog.OpenAsync(parts.Database, file.Header.Feed, parts.Clock, cancel));
        }
        catch
        {
            file.Dispose();
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
