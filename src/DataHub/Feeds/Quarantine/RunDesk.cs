using DataHub.Feeds.Loading;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using DataHub.Shared;
using Npgsql;

namespace DataHub.Feeds.Quarantine;

/// <summary>Where stewards decide on runs that wait for them, and set what makes runs wait.</summary>
internal sealed class RunDesk(HubParts parts, FeedLoader loader)
{
    private const int MostDays = 3650;

    private static readonly MutationError Unknown = new("UNKNOWN_RUN", "No run has this id.", "id");
    private static readonly MutationError NotHeld = new("NOT_HELD", "The run waits for no decision, or its file is no longer kept.", "id");

    private readonly NpgsqlDataSource database = parts.Upkeep ?? parts.DataSource;

    /// <summary>Lets a held run go on. The answer does not wait for its end, which <c>feedRunProgress</c> tells.</summary>
    public Task<FeedRunPayload> ReleaseAsync(HubRequest request, InputObject input, CancellationToken cancel) =>
        DecideAsync(request, input, async (feed, run) =>
        {
            // The run is marked as under way before the answer; what comes then is no longer the request's, and is not cut short with it.
            if (await loader.ResumeAsync(run, cancel) is not { } go) return FeedRunPayload.Wrong(NotHeld);
            _ = Task.Run(() => GoOnAsync(go), CancellationToken.None);
            return new FeedRunPayload(run.Id, []);
        }, cancel);

    /// <summary>Gives up a held run and its file.</summary>
    public Task<FeedRunPayload> DiscardAsync(HubRequest request, InputObject input, CancellationToken cancel) =>
        DecideAsync(request, input, async (feed, run) =>
            await loader.DiscardAsync(feed, run, cancel) ? new FeedRunPayload(run.Id, []) : FeedRunPayload.Wrong(NotHeld), cancel);

    /// <summary>Sets what is given of a feed; the rest stays.</summary>
    public async Task<FeedSettingsPayload> SetAsync(HubRequest request, InputObject input, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var feed = input.Get<string>("feed")!;
        if (FeedCatalogue.All.All(known => known.Name != feed))
            return new(null, [new("UNKNOWN_FEED", "Nothing is loaded from this feed.", "feed")]);
        var now = await FeedSettings.ReadAsync(connection, feed, cancel);
        var set = now with
        {
            ErrorPercent = input.Get<decimal?>("errorPercent") ?? now.ErrorPercent,
            MinimumRows = input.Get<int?>("minimumRows") ?? now.MinimumRows,
            IsFull = input.Get<bool?>("isFull") ?? now.IsFull,
            ExpectedDays = input.ContainsKey("expectedDays") ? input.Get<int?>("expectedDays") : now.ExpectedDays,
            ChangedBy = QuarantineDesk.ActorOf(request.Caller),
            ChangedAt = parts.Time.GetUtcNow().UtcDateTime,
        };
        var errors = Faults(set).ToList();
        if (errors.Count > 0) return new(null, errors);
        await set.WriteAsync(connection, cancel);
        await transaction.CommitAsync(cancel);
        return new(set, []);
    }

    private static IEnumerable<MutationError> Faults(FeedSettings set)
    {
        if (set.ErrorPercent is < 0 or > 100) yield return new("OUT_OF_RANGE", "A share is 0 to 100 percent.", "errorPercent");
        if (set.MinimumRows < 1) yield return new("OUT_OF_RANGE", "At least one row.", "minimumRows");
        if (set.ExpectedDays is < 1 or > MostDays) yield return new("OUT_OF_RANGE", $"1 to {MostDays} days.", "expectedDays");
    }

    private async Task<FeedRunPayload> DecideAsync(
        HubRequest request, InputObject input, Func<FeedDefinition, HeldRun, Task<FeedRunPayload>> decide, CancellationToken cancel)
    {
        if (QuarantineDesk.ReasonOf(input) is not { } reason) return FeedRunPayload.Wrong(QuarantineDesk.NoReason);
        if (!request.Hub.Ids.TryDecode("FeedRun", input.Get<string>("id")!, out var id)) return FeedRunPayload.Wrong(Unknown);
        await using var command = database.CreateCommand("select feed, file_name, kind, status from feeds.feed_run where id = $1");
        command.Parameters.AddWithValue(id);
        HeldRun run;
        FeedDefinition feed;
        await using (var row = await command.ExecuteReaderAsync(cancel))
        {
            if (!await row.ReadAsync(cancel)) return FeedRunPayload.Wrong(Unknown);
            if (row.GetString(3) != "HELD") return FeedRunPayload.Wrong(NotHeld);
            feed = FeedCatalogue.Get(row.GetString(0));
            run = new HeldRun(id, row.GetString(1), row.GetString(2) == "FULL" ? LoadKind.Full : LoadKind.Delta)
            {
                Actor = QuarantineDesk.ActorOf(request.Caller),
                Reason = reason,
            };
        }
        try
        {
            return await decide(feed, run);
        }
        catch (FeedRefusedException refusal)
        {
            return FeedRunPayload.Wrong(new MutationError("LOAD_REFUSED", $"{refusal.Message}; try again when it is done.", null));
        }
    }

    private async Task GoOnAsync(Func<CancellationToken, Task<FeedRunResult>> go)
    {
        try
        {
            await go(CancellationToken.None);
        }
        catch (Exception failure)
        {
            // The run's row says that it failed, and waits for the steward again: nobody is there to take the exception.
            parts.OnError(failure, "Mutation.releaseFeedRun");
        }
    }
}
