using DataHub.Feeds.Loading;
using DataHub.Feeds.Quarantine;
using DataHub.Feeds.Sources;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using DataHub.Shared.Secrets;

namespace DataHub.Feeds;

/// <summary>Binds schema/feeds.graphql.</summary>
public static class FeedsSlice
{
    public static void Register(HubBuilder hub)
    {
        RegisterRuns(hub);
        RegisterQuarantine(hub);
        RegisterSettings(hub);
    }

    private static void RegisterRuns(HubBuilder hub)
    {
        hub.Table<FeedRunRow>("FeedRun");
        FeedRunProgressEvents.Register(hub);
        hub.Resolve("Query.feedRuns", new ListResolver(hub.Type("FeedRun"), [new("id", typeof(long), Descending: true)]));
        hub.Objects(typeof(FeedRunPayload));
        PayloadRows.Resolve<FeedRunPayload>(hub, "FeedRunPayload.run", "FeedRun", payload => payload.RunId);
        var desk = Desk(hub);
        Change(hub, "releaseFeedRun", desk.ReleaseAsync);
        Change(hub, "discardFeedRun", desk.DiscardAsync);
        Change(hub, "setFeedSettings", desk.SetAsync);
    }

    private static void RegisterQuarantine(HubBuilder hub)
    {
        hub.Table<QuarantineRow>("QuarantineRecord")
            .Column("column", "column_name", typeof(string))
            .Add(new ComputedField(
                "value", [("value_cipher", typeof(byte[]))], (request, rows) => Ciphers.Read(request.Hub.Protector, rows, "value_cipher")))
            .Add(new ToOneField("run", hub.Type("FeedRun"), ["run_id"], ("id", typeof(long)), (row, run) =>
                Fragment.Of($"{run}.id = {row}.run_id")))
            .Add(new ToOneField("decisionRun", hub.Type("FeedRun"), ["decision_run_id"], ("id", typeof(long)), (row, run) =>
                Fragment.Of($"{run}.id = {row}.decision_run_id")));
        hub.Filters("QuarantineFilterInput", new FilterMap()
            .Text("feed", "feed")
            .Text("reason", "reason")
            .Text("state", "state")
            .Add("runId", (value, row, request) => RunIs(request.Hub, (string)value, row)));
        RegisterSources(hub);
        hub.Resolve("Query.quarantine", new ListResolver(hub.Type("QuarantineRecord"), [new("id", typeof(long), Descending: true)]));
        hub.Objects(typeof(QuarantinePayload));
        PayloadRows.Resolve<QuarantinePayload>(hub, "QuarantinePayload.record", "QuarantineRecord", payload => payload.RecordId);
        PayloadRows.Resolve<QuarantinePayload>(hub, "QuarantinePayload.run", "FeedRun", payload => payload.RunId);
        var desk = new QuarantineDesk(hub.Parts, Loader(hub));
        Change(hub, "correctQuarantined", desk.CorrectAsync);
        Change(hub, "acceptQuarantined", desk.AcceptAsync);
        Change(hub, "dismissQuarantined", desk.DismissAsync);
    }

    private static void RegisterSettings(HubBuilder hub)
    {
        var database = hub.Parts.Upkeep ?? hub.Parts.DataSource;
        hub.Objects(typeof(FeedFreshness), typeof(FeedSettings), typeof(FeedSettingsPayload));
        hub.Resolve("Query.feedFreshness", async (request, context, _) => Many(request, await request.ReadAsync(
            () => FeedFreshness.AllAsync(database, hub.Parts.Time.GetUtcNow(), context.Cancellation), context.Cancellation)));
        hub.Resolve("Query.feedSettings", async (request, context, _) => Many(request, await request.ReadAsync(async () =>
        {
            await using var connection = await database.OpenConnectionAsync(context.Cancellation);
            return await FeedSettings.AllAsync(connection, context.Cancellation);
        }, context.Cancellation)));
    }

    // One for all views: what it lets go on is nobody's request.
    private static RunDesk Desk(HubBuilder hub) => hub.Share(() => new RunDesk(hub.Parts, Loader(hub)));

    private static FeedLoader Loader(HubBuilder hub) => hub.Share(() =>
        new FeedLoader(hub.Parts.Upkeep ?? hub.Parts.DataSource, new Protector(hub.Parts.Keys), hub.Parts.Time));

    private static void Change<T>(HubBuilder hub, string mutation, Func<HubRequest, InputObject, CancellationToken, Task<T>> change)
        where T : class =>
        hub.Resolve($"Mutation.{mutation}", async (request, context, _) =>
        {
            var input = context.Field.Argument<InputObject>("input")!;
            var payload = await request.GuardAsync(() => change(request, input, context.Cancellation), context.Cancellation);
            return ResolvedField.One(ObjectRowSet.Of([payload], request.View.Schema));
        });

    private static ResolvedField Many<T>(HubRequest request, IReadOnlyList<T> items) where T : class =>
        ResolvedField.Many(ObjectRowSet.Of(items, request.View.Schema), [0, items.Count]);

    private static void RegisterSources(HubBuilder hub)
    {
        var states = new SourceStates(hub.Parts.DataSource, hub.Parts.Time);
        hub.Objects(typeof(SourceState));
        hub.Resolve("Query.sourceStates", async (request, context, _) =>
        {
            var all = await request.ReadAsync(() => states.ReadAsync(context.Cancellation), context.Cancellation);
            return ResolvedField.Many(ObjectRowSet.Of(all, request.View.Schema), [0, all.Count]);
        });
    }

    private static Fragment RunIs(Hub hub, string id, Identifier row) => hub.Ids.TryDecode("FeedRun", id, out var run)
        ? Fragment.Of($"{row}.run_id = {SqlValue.Long(run)}")
        : Fragment.Of($"false");
}
