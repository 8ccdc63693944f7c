using DataHub.Feeds.Mapping;
using DataHub.Feeds.Mapping.Sheets;
using DataHub.Feeds.Reading;
using DataHub.Linkage.Runs;
using DataHub.Linkage.Store;
using DataHub.Shared;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Feeds.Loading;

/// <summary>
/// Loads files of feeds. One file is one transaction: a run is published whole or not at all. After a delivery a pass finds out whose the
/// new records are, in a transaction of its own; what it did not come to, the next one finds.
/// </summary>
public sealed class FeedLoader(NpgsqlDataSource database, Protector protector, TimeProvider clock)
{
    // From how many new rows on a delivery has the statistics of all tables brought up to date; fewer are left to PostgreSQL itself.
    private const int ManyRows = 5000;

    private readonly LoadParts parts = new(database, protector, clock);

    /// <summary>Finds out whose the records are.</summary>
    public LinkRuns Linking { get; init; } = new(database, protector, clock);

    /// <summary>Is told how far linking is.</summary>
    public IProgress<PassProgress>? LinkingProgress { get; set; }

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
        await using (var arrival = await Arrival.ReadAsync(parts, new DeliveredFile(path, null, options), progress, cancel))
            result = await arrival.PublishAsync(progress, cancel);
        return await LinkedAsync(result, cancel);
    }

    /// <summary>
    /// Loads an agency's sheet by a mapping, as <see cref="LoadAsync"/> loads a feed's own file. Throws <see cref="FeedRefusedException"/>, having
    /// published nothing, also when the mapping does not fit the sheet.
    /// </summary>
    public async Task<MappedRunResult> LoadMappedAsync(
        string path, FeedMapping mapping, string? sheet = null, IProgress<FeedProgress>? progress = null, CancellationToken cancel = default)
    {
        var regions = new RegionFinder(await ReferenceFacts.PlacesAsync(database, cancel));
        var opened = await SheetFile.OpenAsync(path, sheet ?? mapping.Sheet, cancel);
        var rows = new MappedRows(opened, mapping, regions, text => Convert.ToHexStringLower(protector.Mark(text).AsSpan(0, 16)));
        FeedRunResult result;
        await using (var arrival = await Arrival.ReadAsync(parts, new NamedFile(FeedFile.Of(rows), Path.GetFileName(path)), progress, cancel))
            result = await arrival.PublishAsync(progress, cancel);
        return new MappedRunResult(await LinkedAsync(result, cancel), rows.Counts);
    }

    /// <summary>
    /// Loads what is in no file, only the changes since it was loaded last: as <see cref="LoadAsync(string, IProgress{FeedProgress}?, CancellationToken)"/>.
    /// </summary>
    public async Task<FeedRunResult> LoadAsync(NamedFile file, IProgress<FeedProgress>? progress = null, CancellationToken cancel = default)
    {
        FeedRunResult result;
        await using (var arrival = await Arrival.ReadAsync(parts, file, progress, cancel))
            result = await arrival.PublishAsync(progress, cancel);
        return await LinkedAsync(result, cancel);
    }

    /// <summary>Enters a run of a feed that failed before there was anything to load.</summary>
    public Task EnterFailureAsync(FeedDefinition feed, string name, string message, CancellationToken cancel = default) =>
        Arrival.EnterFailureAsync(parts, feed, name, message, cancel);

    /// <summary>Loads all <c>.csv</c> files of a folder, see <see cref="LoadFilesAsync"/>.</summary>
    public Task<IReadOnlyList<FeedFileResult>> LoadAllAsync(
        string folder, IProgress<FeedProgress>? progress = null, CancellationToken cancel = default) =>
        LoadFilesAsync(Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal), progress, cancel: cancel);

    /// <summary>
    /// Loads files, what is pointed to before what points; see <see cref="Delivery"/>. A file that is refused does not keep the others
    /// from loading: the answer tells of each, in the order of loading.
    /// </summary>
    public async Task<IReadOnlyList<FeedFileResult>> LoadFilesAsync(
        IEnumerable<string> paths, IProgress<FeedProgress>? progress = null, LoadOptions? options = null, CancellationToken cancel = default)
    {
        var files = await InOrderAsync(paths, options ?? LoadOptions.None, cancel);
        // What names a NIB finds the licences that the others bring.
        var isEarly = files.ToLookup(file => file.Feed is { } feed && (Publisher.IsCompared(feed) || feed.Name == "PROGRAM"));
        var results = new List<FeedFileResult>(await new Delivery(parts, [.. isEarly[true]], progress).LoadAsync(cancel));
        await Linking.RunPendingAsync(LinkingProgress, cancel);
        await CountAsync(results, cancel);
        results.AddRange(await new Delivery(parts, [.. isEarly[false]], progress).LoadAsync(cancel));
        if (results.Sum(result => result.Run is { } run ? run.Created + run.Changed : 0) > ManyRows) await AnalyzeAsync(cancel);
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
    /// Brings in a row that a steward decided on; whose it is is left to <see cref="Linking"/>. Throws
    /// <see cref="FeedRefusedException"/> when another load of its feed is under way.
    /// </summary>
    internal async Task<FeedRunResult> CorrectAsync(CorrectedRow row, CancellationToken cancel)
    {
        await using var arrival = await Arrival.CorrectAsync(parts, row, cancel);
        return await arrival.PublishAsync(null, cancel);
    }

    /// <summary>
    /// Takes up a run that waits for a steward, and gives what loads it; null when it does not wait any more. Throws
    /// <see cref="FeedRefusedException"/> when another load of its feed is under way.
    /// </summary>
    internal async Task<Func<CancellationToken, Task<FeedRunResult>>?> ResumeAsync(HeldRun run, CancellationToken cancel) =>
        await Arrival.ResumeAsync(parts, run, cancel) is { } arrival ? token => ReleaseAsync(arrival, run, token) : null;

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
        return await LinkedAsync(result, cancel);
    }

    /// <summary>Links what waits, and tells the run with what that made of its records.</summary>
    private async Task<FeedRunResult> LinkedAsync(FeedRunResult run, CancellationToken cancel)
    {
        await Linking.RunPendingAsync(LinkingProgress, cancel);
        return await CountedAsync(run, cancel);
    }

    /// <summary>Readers come at once: they should not plan by the statistics of an empty database.</summary>
    private async Task AnalyzeAsync(CancellationToken cancel)
    {
        await using var analyze = database.CreateCommand("analyze");
        analyze.CommandTimeout = 0;
        await analyze.ExecuteNonQueryAsync(cancel);
    }

    private async Task CountAsync(List<FeedFileResult> results, CancellationToken cancel)
    {
        for (var i = 0; i < results.Count; i++)
            if (results[i].Run is { } run) results[i] = results[i] with { Run = await CountedAsync(run, cancel) };
    }

    /// <summary>The run, with what linking made of its records.</summary>
    private async Task<FeedRunResult> CountedAsync(FeedRunResult run, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select linked, unlinked, to_review from feeds.feed_run where id = $1");
        command.Parameters.AddWithValue(run.RunId);
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return run with { Linked = row.GetInt32(0), Unlinked = row.GetInt32(1), ToReview = row.GetInt32(2) };
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
