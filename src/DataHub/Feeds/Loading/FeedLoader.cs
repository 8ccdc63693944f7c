using DataHub.Feeds.Reading;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Feeds.Loading;

/// <summary>Loads files of feeds. One file is one transaction: a run is published whole or not at all.</summary>
public sealed class FeedLoader(NpgsqlDataSource database, Protector protector, TimeProvider clock)
{
    private readonly LoadParts parts = new(database, protector, clock);

    /// <summary>
    /// Loads a file. Throws <see cref="FeedRefusedException"/>, having published nothing, when the file is no feed or another load of its
    /// feed is under way.
    /// </summary>
    public async Task<FeedRunResult> LoadAsync(string path, IProgress<FeedProgress>? progress = null, CancellationToken cancel = default)
    {
        await using var arrival = await Arrival.ReadAsync(parts, path, progress, cancel);
        return await arrival.PublishAsync(progress, cancel);
    }

    /// <summary>
    /// Loads what is in no file, only the changes since it was loaded last: as <see cref="LoadAsync(string, IProgress{FeedProgress}?, CancellationToken)"/>.
    /// </summary>
    public async Task<FeedRunResult> LoadAsync(NamedFile file, IProgress<FeedProgress>? progress = null, CancellationToken cancel = default)
    {
        await using var arrival = await Arrival.ReadAsync(parts, file, progress, cancel);
        return await arrival.PublishAsync(progress, cancel);
    }

    /// <summary>Enters a run of a feed that failed before there was anything to load.</summary>
    public Task EnterFailureAsync(FeedDefinition feed, string name, string message, CancellationToken cancel = default) =>
        Arrival.EnterFailureAsync(parts, feed, name, message, cancel);

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
        var results = await new Delivery(parts, await InOrderAsync(paths, cancel), progress).LoadAsync(cancel);
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
