using DataHub.Feeds.Reading;
using DataHub.Linkage.Store;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Feeds.Loading;

/// <summary>
/// Loads files of feeds. One file is one transaction: a run is published whole or not at all. After a delivery a pass finds out whose the
/// new records are, in a transaction of its own; what it did not come to, the next one finds.
/// </summary>
public sealed class FeedLoader(NpgsqlDataSource database, Protector protector, TimeProvider clock)
{
    private readonly LoadParts parts = new(database, protector, clock);

    /// <summary>Finds out whose the records are.</summary>
    public LinkPass Linking { get; init; } = new(database, protector, clock);

    /// <summary>Is told how far linking is.</summary>
    public IProgress<PassProgress>? LinkingProgress { get; set; }

    /// <summary>
    /// Loads a file. Throws <see cref="FeedRefusedException"/>, having published nothing, when the file is no feed or another load of its
    /// feed is under way.
    /// </summary>
    public async Task<FeedRunResult> LoadAsync(string path, IProgress<FeedProgress>? progress = null, CancellationToken cancel = default)
    {
        FeedRunResult run;
        await using (var arrival = await Arrival.ReadAsync(parts, path, progress, cancel)) run = await arrival.PublishAsync(progress, cancel);
        await Linking.RunPendingAsync(LinkingProgress, cancel);
        return await CountedAsync(run, cancel);
    }

    /// <summary>Loads all <c>.csv</c> files of a folder, see <see cref="LoadFilesAsync"/>.</summary>
    public Task<IReadOnlyList<FeedFileResult>> LoadAllAsync(
        string folder, IProgress<FeedProgress>? progress = null, CancellationToken cancel = default) =>
        LoadFilesAsync(Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal), progress, cancel);

    /// <summary>
    /// Loads files, what is pointed to before what points; see <see cref="Delivery"/>. A file that is refused does not keep the others
    /// from loading: the answer tells of each, in the order of loading.
    /// </summary>
    public async Task<IReadOnlyList<FeedFileResult>> LoadFilesAsync(
        IEnumerable<string> paths, IProgress<FeedProgress>? progress = null, CancellationToken cancel = default)
    {
        var files = await InOrderAsync(paths, cancel);
        // What names a NIB finds the licences that the others bring.
        var isEarly = files.ToLookup(file => file.Feed is { } feed && (Publisher.IsCompared(feed) || feed.Name == "PROGRAM"));
        var results = new List<FeedFileResult>(await new Delivery(parts, [.. isEarly[true]], progress).LoadAsync(cancel));
        await Linking.RunPendingAsync(LinkingProgress, cancel);
        await CountAsync(results, cancel);
        results.AddRange(await new Delivery(parts, [.. isEarly[false]], progress).LoadAsync(cancel));
        await AnalyzeAsync(cancel);
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
        await using var command = database.CreateCommand("select linked, unlinked from feeds.feed_run where id = $1");
        command.Parameters.AddWithValue(run.RunId);
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return run with { Linked = row.GetInt32(0), Unlinked = row.GetInt32(1) };
    }

    private static async Task<List<DeliveredFile>> InOrderAsync(IEnumerable<string> paths, CancellationToken cancel)
    {
        var files = new List<DeliveredFile>();
        foreach (var path in paths) files.Add(new DeliveredFile(path, await FeedOfAsync(path, cancel)));
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
