using DataHub.Shared;
using DataHub.Credit;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using Npgsql;

namespace DataHub.Linkage.Review;

/// <summary>Decisions about pairs of the queue, their second stewards, and their withdrawal.</summary>
internal sealed class ReviewDecisions(DecisionDesk desk, ReviewQueue queue)
{
    /// <summary>What ids of decisions are made for.</summary>
    public const string TypeName = "LinkDecision";

    private static readonly MutationError UnknownItem = new("UNKNOWN_ITEM", "No open pair has this id.", "id");
    private static readonly MutationError UnknownDecision = new("UNKNOWN_DECISION", "No decision that is not withdrawn has this id.", "id");
    private static readonly MutationError Otherwise =
        new("ALREADY_DECIDED", "It is decided otherwise: withdraw that decision first.", "id");

    private static readonly MutationError Waits =
        new("ALREADY_DECIDED", "It is decided so and waits for its second steward: confirm that decision.", "id");

    /// <summary>Decides a pair.</summary>
    public Task<LinkDecisionPayload> DecideAsync(HubRequest request, InputObject input, CancellationToken cancellation)
    {
        var reason = input.Get<string>("reason")!;
        if (ReasonText.Problem(reason) is { } problem) return Refused(problem);
        if (!request.Hub.Ids.TryDecode(ReviewPair.TypeName, input.Get<string>("id")!, out var number)) return Refused(UnknownItem);
        return desk.RunAsync(request, async (connection, store) =>
        {
            await store.ExecuteAsync("select from linkage.review_pair where id = $1 for update", [number]);
            if (await queue.FindAsync(request, connection, number, cancellation) is not { } item) return DecisionOutcome.Wrong(UnknownItem);
            var verdict = input.Get<string>("verdict")!;
            var decision = new Decision("REVIEW", item.Subject, verdict, [(KeyOf(item.Left), KeyOf(item.Right))])
            {
                Reason = reason.Trim(),
                By = StewardName.Of(request.Caller),
                At = desk.Now,
                NeedsSecond = verdict == "SAME" && item.NeedsTwo,
            };
            return await DecideAsync(store, (number, item), decision);
        }, cancellation);
    }

    /// <summary>The second steward agrees.</summary>
    public Task<LinkDecisionPayload> ConfirmAsync(HubRequest request, string id, CancellationToken cancellation) =>
        OnDecisionAsync(request, id, async (store, standing) =>
        {
            if (!standing[0].Waits)
                return DecisionOutcome.Wrong("NEEDS_NO_SECOND", "The decision holds already.", "id");
            if (StewardName.IsSame(standing[0].By, request.Caller))
                return DecisionOutcome.Wrong("SAME_PERSON", "The second steward must be another person than the first.", "id");
            var changed = await OverrideAsync(store, standing, StewardName.Of(request.Caller));
            await store.ConfirmAsync(standing[0].DecisionId, StewardName.Of(request.Caller), desk.Now);
            await store.ClosePairsAsync(standing[0].DecisionId, desk.Now);
            return Applied(standing, [standing[0].DecisionId, .. changed]);
        }, cancellation);

    /// <summary>Takes a decision back. Of one that is withdrawn already nothing is changed.</summary>
    public Task<LinkDecisionPayload> WithdrawAsync(HubRequest request, string id, string reason, CancellationToken cancellation) =>
        ReasonText.Problem(reason) is { } problem ? Refused(problem) : OnDecisionAsync(request, id, async (store, standing) =>
        {
            await store.WithdrawAsync(
                [.. standing.Select(judgement => judgement.Id)], (StewardName.Of(request.Caller), desk.Now, reason.Trim()));
            var held = !standing[0].Waits && standing[0].Verdict != "UNSURE";
            return Applied(standing, [standing[0].DecisionId]) with { IsToApply = held };
        }, cancellation);

    private static async Task<DecisionOutcome> DecideAsync(JudgementStore store, (long Number, ReviewItem Item) pair, Decision decision)
    {
        var standing = await store.StandingAsync(decision.Subject, decision.Pairs);
        if (standing.LastOrDefault(judgement => judgement.Verdict == decision.Verdict) is { } same)
            return same.Waits && same.By != decision.By ? DecisionOutcome.Wrong(Waits) : await AgainAsync(store, same);
        if (standing.Exists(judgement => judgement.Verdict != "UNSURE")) return DecisionOutcome.Wrong(Otherwise);
        if (pair.Item.State != "OPEN") return DecisionOutcome.Wrong(UnknownItem);
        if (pair.Item.Lock is { Mine: false }) return DecisionOutcome.Wrong("LOCKED", "Another steward holds this pair.", "id");
        if (standing.Count > 0)
            await store.WithdrawAsync(
                [.. standing.Select(judgement => judgement.Id)], (decision.By, decision.At, "The doubt is resolved."));
        var id = await store.EnterAsync(decision);
        var holds = !decision.NeedsSecond && decision.Verdict != "UNSURE";
        if (holds) await store.ClosePairsAsync(id, decision.At);
        else await store.ExecuteAsync(
            "update linkage.review_pair set held_by = null, held_until = null, is_unsure = $2 where id = $1",
            [pair.Number, decision.Verdict == "UNSURE"]);
        return new DecisionOutcome { DecisionId = id, Changed = [id], Records = decision.Records, IsToApply = holds };
    }

    // Made before, but no pass has come to it: the host may have died in between.
    private static async Task<DecisionOutcome> AgainAsync(JudgementStore store, StandingJudgement same)
    {
        var pass = await store.PassOfAsync(same.DecisionId);
        return new DecisionOutcome
        {
            DecisionId = same.DecisionId,
            Changed = [same.DecisionId],
            Records = [same.Pair.Left, same.Pair.Right],
            PassId = pass,
            IsToApply = pass is null && !same.Waits && same.Verdict != "UNSURE",
        };
    }

    /// <summary>Withdraws what holds about the same pairs and says otherwise; gives the decisions that this was of.</summary>
    private async Task<List<long>> OverrideAsync(JudgementStore store, List<StandingJudgement> decision, string by)
    {
        var subject = await store.SubjectOfAsync(decision[0].DecisionId);
        var others = (await store.StandingAsync(subject, [.. decision.Select(judgement => judgement.Pair)]))
            .Where(judgement => judgement.DecisionId != decision[0].DecisionId).ToList();
        if (others.Count == 0) return [];
        await store.WithdrawAsync([.. others.Select(judgement => judgement.Id)], (by, desk.Now, "Another decision takes its place."));
        return [.. others.Select(judgement => judgement.DecisionId).Distinct()];
    }

    private Task<LinkDecisionPayload> OnDecisionAsync(
        HubRequest request, string id, Func<JudgementStore, List<StandingJudgement>, Task<DecisionOutcome>> work,
        CancellationToken cancellation)
    {
        if (!request.Hub.Ids.TryDecode(TypeName, id, out var number)) return Refused(UnknownDecision);
        return desk.RunAsync(request, async (_, store) =>
        {
            var standing = await store.OfDecisionAsync(number);
            return standing.Count > 0 ? await work(store, standing) : DecisionOutcome.Wrong(UnknownDecision);
        }, cancellation);
    }

    private static DecisionOutcome Applied(List<StandingJudgement> standing, IReadOnlyList<long> changed) => new()
    {
        DecisionId = standing[0].DecisionId,
        Changed = changed,
        Records = [.. standing.SelectMany(judgement => new[] { judgement.Pair.Left, judgement.Pair.Right }).Distinct()],
        IsToApply = true,
    };

    private static RecordKey KeyOf(ReviewSide side) => new(side.Feed, side.SourceRecordId);

    private static Task<LinkDecisionPayload> Refused(MutationError error) => Task.FromResult(new LinkDecisionPayload([error]));
}
