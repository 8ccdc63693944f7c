using DataHub.Feeds.Reading;
using DataHub.Shared;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Feeds.Loading;

/// <summary>Loads files of feeds. One file is one transaction: a run is published whole or not at all.</summary>
public sealed class FeedLoader(NpgsqlDataSource database, Protector protector, TimeProvider clock)
{
    /// <summary>
    /// Judges, after each delivery, whose the records are that it brought. Until it has ended the runs of the feeds that it judges are in
    /// the stage LINKING. Null: nothing does.
    /// </summary>
    public Func<CancellationToken, Task>? Linking { get; init; }

    private LoadParts Parts => new(database, protector, clock) { IsLinked = Linking is not null };

    /// <summary>
    /// Loads a file. Throws <see cref="FeedRefusedException"/>, having published nothing, when the file is no feed or another load of its
    /// feed is under way.
    /// </summary>
    public Task<FeedRunResult> LoadAsync(string path, IProgress<FeedProgress>? progress = null, CancellationToken cancel = default) =>
        LoadAsync(path, LoadOptions.None, progress, cancel);

    /// <summary>As <see cref="LoadAsync(string, IProgress{FeedProgress}?, CancellationToken)"/>, saying what the file is.</summary>
    public async Task<FeedRunResult> LoadAsync(
        string path, LoadOptions options, IProgress<FeedProgress>? progress = null, CancellationToken cancel = default)
    {
        FeedRunResult result;
        await using (var arrival = await Arrival.ReadAsync(Parts, new DeliveredFile(path, null, options), progress, cancel))
            result = await arrival.PublishAsync(progress, cancel);
        await LinkAsync(cancel);
        return result;
    }

    /// <summary>
    /// Loads what is in no file, only the changes since it was loaded last; throws as
    /// <see cref="LoadAsync(string, IProgress{FeedProgress}?, CancellationToken)"/> does.
    /// </summary>
    public async Task<FeedRunResult> LoadAsync(NamedFile file, IProgress<FeedProgress>? progress = null, CancellationToken cancel = default)
    {
        FeedRunResult result;
        await using (var arrival = await Arrival.ReadAsync(Parts, file, progress, cancel))
            result = await arrival.PublishAsync(progress, cancel);
        await LinkAsync(cancel);
        return result;
    }

    /// <summary>Enters a run of a feed that failed before there was anything to load.</summary>
    public Task EnterFailureAsync(FeedDefinition feed, string name, string message, CancellationToken cancel = default) =>
        Arrival.EnterFailureAsync(Parts, feed, name, message, cancel);

    /// <summary>Loads all <c>.csv</c> files of a folder, see <see cref="LoadFilesAsync"/>.</summary>
    public Task<IReadOnlyList<FeedFileResult>> LoadAllAsync(
        string folder, IProgress<FeedProgress>? progress = null, CancellationToken cancel = default, LoadOptions? options = null) =>
        LoadFilesAsync(Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal), progress, cancel, options);

    /// <summary>
    /// Loads files, what is pointed to before what points; see <see cref="Delivery"/>. A file that is refused does not keep the others
    /// from loading: the answer tells of each, in the order of loading.
    /// </summary>
    public async Task<IReadOnlyList<FeedFileResult>> LoadFilesAsync(
        IEnumerable<string> paths, IProgress<FeedProgress>? progress = null, CancellationToken cancel = default, LoadOptions? options = null)
    {
        var files = await InOrderAsync(paths, options ?? LoadOptions.None, cancel);
        var results = await new Delivery(Parts, files, progress).LoadAsync(cancel);
        await AnalyzeAsync(cancel);
        await LinkAsync(cancel);
        return results;
    }

    /// <summary>Marks runs whose process ended before they did. Loads do this for their own feed; a host does it at its start for all.</summary>
    public async Task CloseAbandonedRunsAsync(CancellationToken cancel = default)
    {
        foreach (var feed in FeedCatalogue.All)
        {
            // A feed that is being loaded keeps its lock, and its run.
            await using var log = await RunLog.TryOpenAsync(database, feed, clock, cancel);
        }
    }

    /// <summary>A reader of a feed's rows as loads read them today.</summary>
    internal async Task<RowReader> ReaderAsync(FeedDefinition feed, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return new RowReader(feed, protector, await FeedLoad.PlacesAsync(connection, cancel), Wib.DateOf(clock.GetUtcNow()));
    }

    /// <summary>
    /// Brings in a row that a steward decided on. Throws <see cref="FeedRefusedException"/> when another load of its feed is under way.
    /// </summary>
    internal async Task<FeedRunResult> CorrectAsync(CorrectedRow row, CancellationToken cancel)
    {
        FeedRunResult result;
        await using (var arrival = await Arrival.CorrectAsync(Parts, row, cancel)) result = await arrival.PublishAsync(null, cancel);
        await LinkAsync(cancel);
        return result;
    }

    /// <summary>
    /// Takes up a run that waits for a steward, and gives what loads it; null when it does not wait any more. Throws
    /// <see cref="FeedRefusedException"/> when another load of its feed is under way.
    /// </summary>
    internal async Task<Func<CancellationToken, Task<FeedRunResult>>?> ResumeAsync(HeldRun run, CancellationToken cancel) =>
        await Arrival.ResumeAsync(Parts, run, cancel) is { } arrival ? token => ReleaseAsync(arrival, run, token) : null;

    /// <summary>Enters that a held run is not wanted. False: it does not wait any more.</summary>
    internal async Task<bool> DiscardAsync(FeedDefinition feed, HeldRun run, CancellationToken cancel)
    {
        await using var log = await RunLog.OpenAsync(database, feed, clock, cancel);
        return await log.DiscardAsync(run.Id, run.Actor, run.Reason, cancel);
    }

    private async Task<FeedRunResult> ReleaseAsync(Arrival arrival, HeldRun run, CancellationToken cancel)
    {
        FeedRunResult result;
        await using (arrival)
        {
            await arrival.ReadReleasedAsync(run, cancel);
            result = await arrival.PublishAsync(null, cancel);
        }
        await LinkAsync(cancel);
        return result;
    }

    private Task LinkAsync(CancellationToken cancel) => Linking?.Invoke(cancel) ?? Task.CompletedTask;

    /// <summary>Readers come at once: they should not plan by the statistics of an empty database.</summary>
    private async Task AnalyzeAsync(CancellationToken cancel)
    {
        await using var analyze = database.CreateCommand("analyze");
        analyze.CommandTimeout = 0;
        await analyze.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<List<DeliveredFile>> InOrderAsync(IEnumerable<string> paths, LoadOptions options, CancellationToken cancel)
    {
        var files = new List<DeliveredFile>();
        foreach (var path in paths) files.Add(new DeliveredFile(path, await FeedOfAsync(path, cancel), options));
        return [.. files.OrderBy(file => file.Feed is { } feed ? FeedCatalogue.NumberOf(feed) : int.MaxValue)];
    }

    private static async Task<FeedDefinition?> FeedOfAsync(string path, CancellationToken cancel)
    {
        try
        {
            using var file = await FeedFile.OpenAsync(path, cancel);
            return file.Header.Feed;
        }
        catch (FeedRefusedException)
        {
            return null;
        }
    }
}
