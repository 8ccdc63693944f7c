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
        hub.Table<FeedRunRow>("FeedRun");
        hub.Table<QuarantineRow>("QuarantineRecord")
            .Column("column", "column_name", typeof(string))
            .Add(new ComputedField("value", [("value_cipher", typeof(byte[]))], (request, rows) => Ciphers.Read(request.Hub.Protector, rows, "value_cipher")))
            .Add(new ToOneField("run", hub.Type("FeedRun"), ["run_id"], ("id", typeof(long)), (row, run) =>
                Fragment.Of($"{run}.id = {row}.run_id")));
        FeedRunProgressEvents.Register(hub);
        hub.Resolve("Query.feedRuns", new ListResolver(hub.Type("FeedRun"), [new("id", typeof(long), Descending: true)]));
        hub.Filters("QuarantineFilterInput", new FilterMap()
            .Text("feed", "feed")
            .Text("reason", "reason")
            .Add("runId", (value, row, request) => RunIs(request.Hub, (string)value, row)));
        RegisterSources(hub);
        hub.Resolve("Query.quarantine", new ListResolver(hub.Type("QuarantineRecord"), [new("id", typeof(long), Descending: true)]));
    }

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
