using System.Threading.Channels;

namespace DataHub.Feeds.Sources;

/// <summary>Fetches pages while those before are landed; never more than a few ahead.</summary>
internal sealed class SourceFetch : IAsyncDisposable
{
    /// <summary>Pages that may wait to be landed, beside the one that is being fetched.</summary>
    public const int Ahead = 2;

    private readonly Channel<SourcePage> pages =
        Channel.CreateBounded<SourcePage>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });

    private readonly CancellationTokenSource stop;
    private readonly Task fetching;

    private SourceFetch(IAsyncEnumerable<SourcePage> source, CancellationToken cancel)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        fetching = Task.Run(() => FetchAsync(source), CancellationToken.None);
    }

    /// <summary>Begins to fetch.</summary>
    public static SourceFetch Start(SourceConnector connector, SourceQuestion question, CancellationToken cancel) =>
        new(connector.PagesAsync(question, cancel), cancel);

    /// <summary>The next pages, until there are enough rows or no more; null when there are none. Throws what the fetching met.</summary>
    public async Task<SourceBatch?> NextAsync(int rows, CancellationToken cancel)
    {
        var batch = new List<SourcePage>();
        var count = 0;
        while (count < rows && await pages.Reader.WaitToReadAsync(cancel))
        {
            if (!pages.Reader.TryRead(out var page)) continue;
            batch.Add(page);
            count += page.Rows.Count;
        }
        return batch.Count == 0 ? null : new SourceBatch(batch);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await fetching;
        stop.Dispose();
    }

    private async Task FetchAsync(IAsyncEnumerable<SourcePage> source)
    {
        try
        {
            await foreach (var page in source.WithCancellation(stop.Token)) await pages.Writer.WriteAsync(page, stop.Token);
            pages.Writer.Complete();
        }
        catch (Exception exception)
        {
            // Whoever reads meets it; nobody reads any more when this was stopped.
            pages.Writer.Complete(exception);
        }
    }
}
