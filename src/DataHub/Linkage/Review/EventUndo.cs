using DataHub.Shared;
using DataHub.Credit;
using DataHub.Planning;
using Npgsql;

namespace DataHub.Linkage.Review;

/// <summary>
/// Undoes merges and splits: what stewards had decided for them is withdrawn, so that all is as it would be without; of what the linker did
/// by itself the contrary is decided.
/// </summary>
internal sealed class EventUndo(DecisionDesk desk, BusinessDecisions decisions)
{
    /// <summary>What ids of events are made for.</summary>
    public const string TypeName = "BusinessEvent";

    private const string Event =
        """
        select e.kind, e.business_id, e.other_id, array(select r.feed from linkage.event_record r where r.event_id = e.id order by r.feed, r.source_key),
          array(select r.source_key from linkage.event_record r where r.event_id = e.id order by r.feed, r.source_key)
        from linkage.event e where e.id = $1
        """;

    private static readonly MutationError Unknown = new("UNKNOWN_EVENT", "No event has this id.", "eventId");
    private static readonly MutationError NotUndoable = new("NOT_UNDOABLE", "The event was undone, or is none that can be.", "eventId");

    private sealed record Happened(string Kind, long Business, long? Other, IReadOnlyList<RecordKey> Moved);

    public Task<LinkDecisionPayload> UndoAsync(HubRequest request, string id, string reason, CancellationToken cancellation)
    {
        if (ReasonText.Problem(reason) is { } problem) return Task.FromResult(new LinkDecisionPayload([problem]));
        if (!request.Hub.Ids.TryDecode(TypeName, id, out var number)) return Task.FromResult(new LinkDecisionPayload([Unknown]));
        return desk.RunAsync(request, async (connection, store) =>
        {
            if (await ReadAsync(connection, number, cancellation) is not { } happened) return DecisionOutcome.Wrong(Unknown);
            if (happened is not { Kind: "MERGE" or "SPLIT", Other: { } other }) return DecisionOutcome.Wrong(NotUndoable);
            var businesses = await BusinessMembers.ReadAsync(connection, [happened.Business, other], cancellation);
            return happened.Kind == "MERGE"
                ? await PartAsync(store, (businesses.FirstOrDefault(), happened), decisions.New(request, "UNDO", "DIFFERENT", reason))
                : await JoinAsync(store, businesses, decisions.New(request, "UNDO", "SAME", reason));
        }, cancellation);
    }

    private static async Task<DecisionOutcome> PartAsync(
        JudgementStore store, (BusinessMembers? Business, Happened Event) merged, Decision decision)
    {
        var records = merged.Business?.Records ?? [];
        List<RecordKey> moved = [.. records.Intersect(merged.Event.Moved)], staying = [.. records.Except(merged.Event.Moved)];
        if (moved.Count == 0 || staying.Count == 0) return DecisionOutcome.Wrong(NotUndoable);
        return await WithdrawAsync(store, ("SAME", moved, staying), decision)
            ?? await BusinessDecisions.PartAsync(store, (moved, staying), decision);
    }

    private static async Task<DecisionOutcome> JoinAsync(JudgementStore store, List<BusinessMembers> parts, Decision decision)
    {
        if (parts.Count < 2 || parts[0].Id == parts[1].Id || parts.Exists(part => part.Records.Count == 0))
            return DecisionOutcome.Wrong(NotUndoable);
        return await WithdrawAsync(store, ("DIFFERENT", parts[0].Records, parts[1].Records), decision)
            ?? await BusinessDecisions.JoinAsync(store, decision with
            {
                Pairs = [.. parts[1].Records.Select(record => (parts[0].Anchor, record))],
                NeedsSecond = parts.TrueForAll(part => part.HasLoans),
            });
    }

    // Null when no steward had decided so.
    private static async Task<DecisionOutcome?> WithdrawAsync(
        JudgementStore store, (string Verdict, IReadOnlyList<RecordKey> Left, IReadOnlyList<RecordKey> Right) made, Decision decision)
    {
        List<(RecordKey, RecordKey)> pairs = [.. from left in made.Left from right in made.Right select (left, right)];
        var standing = (await store.StandingAsync(decision.Subject, pairs))
            .Where(judgement => judgement.Verdict == made.Verdict && !judgement.Waits).ToList();
        if (standing.Count == 0) return null;
        await store.WithdrawAsync([.. standing.Select(judgement => judgement.Id)], (decision.By, decision.At, decision.Reason));
        return new DecisionOutcome
        {
            Changed = [.. standing.Select(judgement => judgement.DecisionId).Distinct()],
            Records = [.. made.Left, .. made.Right],
            IsToApply = true,
        };
    }

    private static async Task<Happened?> ReadAsync(NpgsqlConnection connection, long id, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Event, connection) { Parameters = { new() { Value = id } } };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation)) return null;
        var moved = row.GetFieldValue<string[]>(3).Zip(row.GetFieldValue<string[]>(4), (feed, key) => new RecordKey(feed, key));
        return new Happened(row.GetString(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetInt64(2), [.. moved]);
    }
}
