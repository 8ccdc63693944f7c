using DataHub.Feeds.Reading;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Feeds.Loading;

/// <summary>What loads work with.</summary>
internal sealed record LoadParts(NpgsqlDataSource Database, Protector Protector, TimeProvider Clock);

/// <summary>A file whose rows have all been read and wait in a transaction of their own to be published. Holds the feed's lock.</summary>
internal sealed class Arrival : IAsyncDisposable
{
    private readonly LoadParts parts;
    private readonly FeedFile file;
    private readonly RunLog log;
    private FeedLoad? load;
    private TimeSpan reading;

    private Arrival(LoadParts parts, FeedFile file, RunLog log) => (this.parts, this.file, this.log) = (parts, file, log);

    /// <summary>The file's feed.</summary>
    public FeedDefinition Feed => file.Header.Feed;

    /// <summary>Number of the run.</summary>
    public long RunId => log.RunId;

    /// <summary>
    /// Reads a file. Throws <see cref="FeedRefusedException"/> when it is no feed or another load of its feed is under way; a run that
    /// was begun is entered as failed.
    /// </summary>
    public static async Task<Arrival> ReadAsync(
        LoadParts parts, DeliveredFile source, IProgress<FeedProgress>? progress, CancellationToken cancel)
    {
        var name = Path.GetFileName(source.Path);
        return await ReadAsync(await OpenAsync(parts, source.Path, name, cancel), (name, source.Options), progress, cancel);
    }

    /// <summary>Enters a run that failed before there was anything to read; not while another load of the feed is under way.</summary>
    public static Task EnterFailureAsync(LoadParts parts, FeedDefinition feed, string name, string message, CancellationToken cancel) =>
        EnterRefusalAsync(parts, feed, name, message, cancel);

    /// <summary>As for a path, the changes only of a file that is open already; closes it in the end.</summary>
    public static async Task<Arrival> ReadAsync(
        LoadParts parts, NamedFile file, IProgress<FeedProgress>? progress, CancellationToken cancel)
    {
        Arrival arrival;
        try
        {
            arrival = new Arrival(parts, file.File, await RunLog.OpenAsync(parts.Database, file.File.Header.Feed, parts.Clock, cancel));
        }
        catch
        {
            file.File.Dispose();
            throw;
        }
        return await ReadAsync(arrival, (file.Name, new LoadOptions { IsFull = false }), progress, cancel);
    }

    private static async Task<Arrival> ReadAsync(
        Arrival arrival, (string Name, LoadOptions Options) how, IProgress<FeedProgress>? progress, CancellationToken cancel)
    {
        try
        {
            var settings = await arrival.SettingsAsync(cancel);
            var kind = how.Options.IsFull ?? settings.IsFull ? LoadKind.Full : LoadKind.Delta;
            await arrival.log.BeginAsync(new RunStart(arrival.Feed.Name, how.Name, arrival.file.Probe.Hash, kind), cancel);
            await arrival.ArriveAsync(arrival.TaskOf(how.Name, settings, kind), progress, cancel);
            return arrival;
        }
        catch
        {
            await arrival.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads a row that a steward corrected, as a run of its own. Throws as <see cref="ReadAsync"/> does.</summary>
    public static async Task<Arrival> CorrectAsync(LoadParts parts, CorrectedRow row, CancellationToken cancel)
    {
        var file = FeedFile.Of(row.Feed, [row.Row]);
        var arrival = new Arrival(parts, file, await RunLog.OpenAsync(parts.Database, row.Feed, parts.Clock, cancel));
        try
        {
            var start = new RunStart(row.Feed.Name, row.FileName, null, LoadKind.Correction)
            {
                Actor = row.Decision.Actor,
                Reason = row.Decision.Reason,
            };
            await arrival.log.BeginAsync(start, cancel);
            var task = arrival.TaskOf(row.FileName, new FeedSettings(row.Feed.Name), LoadKind.Correction) with
            {
                Correction = row.Decision,
            };
            await arrival.ArriveAsync(task, null, cancel);
            return arrival;
        }
        catch
        {
            await arrival.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Takes up a run that waits for a steward; its file is not read yet. Null: it does not wait any more. Throws
    /// <see cref="FeedRefusedException"/> when another load of its feed is under way.
    /// </summary>
    public static async Task<Arrival?> ResumeAsync(LoadParts parts, HeldRun run, CancellationToken cancel)
    {
        if (await HeldFile.FindAsync(parts.Database, parts.Protector, run.Id, cancel) is not { } bytes) return null;
        var file = await FeedFile.OpenAsync(bytes, cancel);
        Arrival? arrival = null;
        try
        {
            arrival = new Arrival(parts, file, await RunLog.OpenAsync(parts.Database, file.Header.Feed, parts.Clock, cancel));
            if (await arrival.log.ResumeAsync(run.Id, run.Actor, run.Reason, cancel)) return arrival;
            await arrival.DisposeAsync();
            return null;
        }
        catch
        {
            if (arrival is not null) await arrival.DisposeAsync();
            else file.Dispose();
            throw;
        }
    }

    /// <summary>Reads the file of a run that was taken up.</summary>
    public Task ReadReleasedAsync(HeldRun run, CancellationToken cancel) =>
        ArriveAsync(TaskOf(run.FileName, new FeedSettings(Feed.Name), run.Kind) with { IsReleased = true }, null, cancel);

    /// <summary>
    /// Publishes what was read: all of it or, when this throws, nothing. Where too many rows cannot be read nothing is published either,
    /// and the run waits for a steward.
    /// </summary>
    public Task<FeedRunResult> PublishAsync(IProgress<FeedProgress>? progress, CancellationToken cancel) => OrFailAsync(async () =>
    {
        var began = parts.Clock.GetTimestamp();
        await load!.SettleAsync(cancel);
        var result = load.MustWait ? await load.HoldAsync(cancel) : await load.PublishAsync(progress, cancel);
        FeedMetrics.Count(result, reading + parts.Clock.GetElapsedTime(began));
        return result;
    });

    /// <summary>Enters that the file was read and will not be published.</summary>
    public Task AbandonAsync() => log.FailAsync("the load was cancelled");

    public async ValueTask DisposeAsync()
    {
        if (load is not null) await load.DisposeAsync();
        await log.DisposeAsync();
        file.Dispose();
    }

    private FeedLoadTask TaskOf(string name, FeedSettings settings, LoadKind kind) => new(file, name, log)
    {
        Settings = settings,
        Kind = kind,
        AwaitsLinking = Publisher.IsCompared(Feed),
    };

    private Task<bool> ArriveAsync(FeedLoadTask task, IProgress<FeedProgress>? progress, CancellationToken cancel) =>
        OrFailAsync(async () =>
    {
        var began = parts.Clock.GetTimestamp();
        load = await FeedLoad.BeginAsync(parts, task, cancel);
        await load.ArriveAsync(progress, cancel);
        reading = parts.Clock.GetElapsedTime(began);
        return true;
    });

    private async Task<FeedSettings> SettingsAsync(CancellationToken cancel)
    {
        await using var connection = await parts.Database.OpenConnectionAsync(cancel);
        return await FeedSettings.ReadAsync(connection, Feed.Name, cancel);
    }

    private async Task<T> OrFailAsync<T>(Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception error)
        {
            // The load's transaction may have written the run's row already, and would keep the next statement waiting.
            if (load is not null) await load.RollbackAsync();
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
            return new Arrival(parts, file, await RunLog.OpenAsync(parts.Database, file.Header.Feed, parts.Clock, cancel));
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
        await log.BeginAsync(new RunStart(feed.Name, name, null, LoadKind.Delta), cancel);
        await log.FailAsync(message);
    }
}
