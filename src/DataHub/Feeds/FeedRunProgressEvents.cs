using System.Runtime.CompilerServices;
using DataHub.Changes;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using Npgsql;

namespace DataHub.Feeds;

/// <summary>The events of <c>Subscription.feedRunProgress</c>: where the run stands, then each step, up to its end.</summary>
internal sealed class FeedRunProgressEvents : EventSource
{
    /// <summary>A run as it stands, and where the stream of changes stood at that moment.</summary>
    /// <param name="Progress">With the last position there was.</param>
    /// <param name="HasMore">True when events of the run follow the cursor.</param>
    private sealed record Standing(RunProgressed Progress, bool HasMore);

    public static void Register(HubBuilder hub)
    {
        hub.Objects(typeof(FeedRunProgress));
        hub.Events("Subscription.feedRunProgress", new FeedRunProgressEvents());
        hub.Resolve("Subscription.feedRunProgress", (request, _, parents) => ValueTask.FromResult(
            ResolvedField.One(ObjectRowSet.Of([(FeedRunProgress)((EventRows)parents).Event], request.View.Schema))));
        hub.Resolve(
            "FeedRunProgress.run", (request, context, parents) => RunAsync(request, context.Field, parents, hub.Type("FeedRun")()));
    }

    public override async ValueTask<IAsyncEnumerable<object>> SubscribeAsync(ResolveContext context)
    {
        var (hub, field) = (((HubRequest)context.Request).Hub, context.Field);
        if (!hub.Ids.TryDecode("FeedRun", field.Argument<string>("id")!, out var run))
            throw PageRequest.Wrong(field, "id", "it is no id of a feed run");
        var after = ChangeCursor.Read(hub, field);
        var stream = await hub.Changes.SubscribeAsync(ChangeSubject.Of(run), after, context.Cancellation);
        try
        {
            var standing = await hub.Changes.AskAsync(
                connection => StandingAsync(connection, run, after ?? stream.Start, context.Cancellation), context.Cancellation)
                ?? throw PageRequest.Wrong(field, "id", "it is no id of a feed run");
            var events = after is null ? FromNowAsync(stream, standing.Progress) : FromThereAsync(stream, standing);
            return stream.Own(ShowAsync(events, hub, field));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static async IAsyncEnumerable<object> ShowAsync(
        IAsyncEnumerable<RunProgressed> events, Hub hub, FieldSelection field, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var step in events.WithCancellation(cancel))
            yield return new FeedRunProgress(
                ChangeCursor.Write(hub, field, step.Position),
                step.At, step.Stage, step.Received, step.Quarantined, step.PercentRead, step.RunId);
    }

    private static async IAsyncEnumerable<RunProgressed> FromNowAsync(
        ChangeStream stream, RunProgressed standing, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        yield return standing;
        if (standing.IsLast) yield break;
        await foreach (var change in stream.ReadAsync(cancel))
        {
            // What the standing tells already.
            if (change.Position <= standing.Position) continue;
            var step = (RunProgressed)change;
            yield return step;
            if (step.IsLast) yield break;
        }
    }

    private static async IAsyncEnumerable<RunProgressed> FromThereAsync(
        ChangeStream stream, Standing standing, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        if (standing.Progress.IsLast && !standing.HasMore) yield break;
        await foreach (var change in stream.ReadAsync(cancel))
        {
            var step = (RunProgressed)change;
            yield return step;
            if (step.IsLast) yield break;
        }
    }

    private static async Task<Standing?> StandingAsync(NpgsqlConnection connection, long run, long after, CancellationToken cancel)
    {
        // One statement, hence one moment: events up to the position are in the run's row, those behind it are not.
        await using var command = new NpgsqlCommand(
            """
            select greatest(h.position, (select max(o.position) from changes.outbox o)), clock_timestamp(),
              case when r.status = 'RUNNING' then r.stage when r.awaits_linking then 'LINKING' else r.status end, r.received, r.quarantined, r.percent_read,
              exists (select from changes.outbox o where o.run_id = r.id and o.position > $2)
            from feeds.feed_run r cross join changes.horizon h
            where r.id = $1
            """, connection);
        command.Parameters.AddWithValue(run);
        command.Parameters.AddWithValue(after);
        await using var row = await command.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel)) return null;
        var progress = new RunProgressed(
            row.GetInt64(0), row.GetDateTime(1), run, row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5));
        return new Standing(progress, row.GetBoolean(6));
    }

    private static async ValueTask<ResolvedField> RunAsync(HubRequest request, FieldSelection field, RowSet parents, TableType run)
    {
        var row = Identifier.Alias(0);
        var ids = parents.Column<long>("runId");
        var keys = SqlValue.Longs([.. Enumerable.Range(0, ids.Count).Select(i => ids[i])]);
        var (rows, rowOf) = await LookUp.ReadAsync(request, run, field, new LookUpSource(
            Fragment.Of($"unnest({keys}) with ordinality k(id, ord) join {run.Source} {row} on {row}.id = k.id"),
            Where: null, Fragment.Of($"k.ord"), ids.Count));
        return ResolvedField.One(rows, rowOf);
    }
}
