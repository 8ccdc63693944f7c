using DataHub.Feeds.Reading;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Feeds.Loading;

/// <summary>Loads files of feeds. One file is one transaction: a run is published whole or not at all.</summary>
public sealed class FeedLoader(NpgsqlDataSource database, Protector protector, TimeProvider clock)
{
    /// <summary>
    /// Loads a file. Throws <see cref="FeedRefusedException"/>, having published nothing, when the file is no feed or another load of its
    /// feed is under way.
    /// </summary>
    public async Task<FeedRunResult> LoadAsync(string path, IProgress<FeedProgress>? progress = null, CancellationToken cancel = default)
    {
        var name = Path.GetFileName(path);
        using var file = await OpenAsync(path, name, cancel);
        await using var log = await RunLog.OpenAsync(database, file.Header.Feed, clock, cancel);
        await log.BeginAsync(file.Header.Feed.Name, name, file.Probe.Hash, cancel);
        try
        {
            await using var load = await FeedLoad.BeginAsync(database, new FeedLoadTask(file, name, log), protector, clock, cancel);
            return await load.RunAsync(progress, cancel);
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

    /// <summary>
    /// Loads all <c>.csv</c> files of a folder, what is pointed to before what points. A file that is refused does not keep the others
    /// from loading: the answer tells of each, in the order of loading.
    /// </summary>
    public async Task<IReadOnlyList<FeedFileResult>> LoadAllAsync(
        string folder, IProgress<FeedProgress>? progress = null, CancellationToken cancel = default)
    {
        var files = new List<(string Path, int Order)>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
            files.Add((path, await OrderOfAsync(path, cancel)));
        var results = new List<FeedFileResult>();
        foreach (var (path, _) in files.OrderBy(file => file.Order))
        {
            var name = Path.GetFileName(path);
            try
            {
                results.Add(new FeedFileResult(name, await LoadAsync(path, progress, cancel), null));
            }
            catch (FeedRefusedException refusal)
            {
                results.Add(new FeedFileResult(name, null, refusal.Message));
            }
        }
        // Readers come at once: they should not plan by the statistics of an empty database.
        await using var analyze = database.CreateCommand("analyze");
        analyze.CommandTimeout = 0;
        await analyze.ExecuteNonQueryAsync(cancel);
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

    private async Task<FeedFile> OpenAsync(string path, string name, CancellationToken cancel)
    {
        try
        {
            return await FeedFile.OpenAsync(path, cancel);
        }
        catch (FeedRefusedException refusal) when (refusal.Feed is { } feed)
        {
            await EnterRefusalAsync(FeedCatalogue.Get(feed), name, refusal.Message, cancel);
            throw;
        }
    }

    private async Task EnterRefusalAsync(FeedDefinition feed, string name, string message, CancellationToken cancel)
    {
        await using var log = await RunLog.TryOpenAsync(database, feed, clock, cancel);
        if (log is null) return;
        await log.BeginAsync(feed.Name, name, null, cancel);
        await log.FailAsync(message);
    }

    private static async Task<int> OrderOfAsync(string path, CancellationToken cancel)
    {
        try
        {
            using var file = await FeedFile.OpenAsync(path, cancel);
            return FeedCatalogue.NumberOf(file.Header.Feed);
        }
        catch (FeedRefusedException)
        {
            return int.MaxValue;
        }
    }
}
