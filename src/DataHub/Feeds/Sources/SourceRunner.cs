using System.Globalization;
using DataHub.Feeds.Loading;
using DataHub.Feeds.Reading;
using DataHub.Feeds.Sources.Http;
using DataHub.Feeds.Sources.Marketplace;
using DataHub.Feeds.Sources.Oss;
using DataHub.Feeds.Sources.Sikp;

namespace DataHub.Feeds.Sources;

/// <summary>Reads one source into its feed: fetch, land and publish a batch, move the cursor; and again until there is no more.</summary>
public sealed class SourceRunner : IDisposable
{
    private readonly SourceSettings settings;
    private readonly SourceParts parts;
    private readonly SourceHttp http;
    private readonly SourceConnector connector;
    private readonly IDisposable? client;
    private readonly SourceCursors cursors;
    private readonly SourceStates states;

    /// <summary>Makes no call yet.</summary>
    public SourceRunner(SourceSettings settings, SourceParts parts)
    {
        (this.settings, this.parts) = (settings, parts);
        http = new SourceHttp(settings, parts.Clock);
        (connector, client) = Connect();
        cursors = new SourceCursors(parts.Database, parts.Clock);
        states = new SourceStates(parts.Database, parts.Clock);
    }

    /// <summary>Its name in the settings.</summary>
    public string Name => settings.Name;

    /// <summary>The feed that sources of a kind supply.</summary>
    public static string FeedOf(SourceKind kind) => kind switch
    {
        SourceKind.Oss => "OSS",
        SourceKind.Sikp => "SIKP",
        _ => "MARKETPLACE",
    };

    /// <summary>
    /// Reads what the source has to say. What goes wrong at the source is in the result; the database's failures are thrown. A run that is
    /// cancelled or dies leaves the cursor at its last published batch.
    /// </summary>
    /// <param name="nibs">OSS: these instead of what is due.</param>
    /// <param name="cancel">Ends the run.</param>
    public async Task<SourceRunResult> RunAsync(IReadOnlyList<string> nibs, CancellationToken cancel)
    {
        await using var turn = await SourceTurn.TryTakeAsync(parts.Database, connector.Feed, cancel);
        if (turn is null) return End(new([], $"{connector.Feed.Name} is being read by another runner", null));
        if (await cursors.WaitsAsync(settings.Name, connector.Feed.Name, cancel))
            return End(new([], "a run of it waits for a steward", null));
        var runs = new List<FeedRunResult>();
        try
        {
            await ReadAsync(nibs, runs, cancel);
            await states.SucceededAsync(settings, http.Circuit);
            return End(new(runs, null, null));
        }
        catch (FeedRefusedException busy) when (busy.IsBusy)
        {
            return End(new(runs, busy.Message, null));
        }
        catch (Exception exception) when (exception is FeedRefusedException or SourceRestsException)
        {
            await states.FailedAsync(settings, http.Circuit, exception.Message);
            return End(new(runs, null, exception.Message));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await states.FailedAsync(settings, http.Circuit, "the run ended with an unexpected error");
            throw;
        }
    }

    public void Dispose()
    {
        client?.Dispose();
        http.Dispose();
    }

    private async Task ReadAsync(IReadOnlyList<string> nibs, List<FeedRunResult> runs, CancellationToken cancel)
    {
        var question = new SourceQuestion(await cursors.ReadAsync(settings.Name, cancel), nibs);
        await using var fetch = SourceFetch.Start(connector, question, cancel);
        while (await NextAsync(fetch, cancel) is { } batch)
        {
            SourceMetrics.Records.Add(batch.Received, new KeyValuePair<string, object?>("source", settings.Name));
            var file = await batch.OpenAsync(connector.Feed, cancel);
            var run = await parts.Loader.LoadAsync(new NamedFile(file, RunName()), progress: null, cancel);
            runs.Add(run);
            // Nothing of it is published: the cursor stays, and the source is asked again when a steward has looked at it.
            if (run.Status == "HELD") throw new FeedRefusedException(run.Failure ?? "the run waits for a steward");
            await cursors.MoveAsync(new SourceMove(settings.Name, connector.Feed.Name, batch, run.RunId));
        }
    }

    /// <summary>What the source fails at before there is a batch to load is entered as a failed run too.</summary>
    private async Task<SourceBatch?> NextAsync(SourceFetch fetch, CancellationToken cancel)
    {
        try
        {
            return await fetch.NextAsync(settings.BatchRows, cancel);
        }
        catch (Exception exception) when (exception is FeedRefusedException or SourceRestsException)
        {
            await parts.Loader.EnterFailureAsync(connector.Feed, RunName(), exception.Message, cancel);
            throw;
        }
    }

    private string RunName() => string.Create(
        CultureInfo.InvariantCulture, $"{settings.Name}:{connector.Call} {parts.Clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'}");

    private SourceRunResult End((IReadOnlyList<FeedRunResult> Runs, string? Skipped, string? Failure) end)
    {
        var outcome = end.Failure is not null ? "failed" : end.Skipped is not null ? "skipped" : "done";
        SourceMetrics.Runs.Add(1, new("source", settings.Name), new("outcome", outcome));
        SourceMetrics.SetCircuit(settings.Name, http.Circuit);
        return new SourceRunResult(settings.Name, end.Runs, end.Skipped, end.Failure);
    }

    private (SourceConnector Connector, IDisposable? Client) Connect()
    {
        switch (settings.Kind)
        {
            case SourceKind.Oss:
                return (new OssConnector(new OssClient(http, settings), new DueNibs(parts.Database, parts.Loader), settings, parts.Clock), null);
            case SourceKind.Sikp:
                var sikp = new SikpClient(http, settings, parts.Clock);
                return (new SikpConnector(sikp, settings), sikp);
            case SourceKind.Marketplace:
                var shops = new MarketplaceClient(http, settings, parts.Clock);
                return (new MarketplaceConnector(shops, settings, parts.Clock), shops);
            default:
                throw new InvalidOperationException("A source has a kind.");
        }
    }
}
