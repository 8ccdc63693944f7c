using DataHub.Shared;
using DataHub.Credit;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using Npgsql;

namespace DataHub.Linkage.Review;

/// <summary>Merging and parting businesses, as judgements between their records.</summary>
internal sealed class BusinessDecisions(DecisionDesk desk)
{
    private const int MostBusinesses = 10;
    private const int MostPairs = 2000;

    private static readonly MutationError UnknownBusiness = new("UNKNOWN_BUSINESS", "The hub knows no such business.", "id");

    /// <summary>Merges businesses: all their records are those of the one known longest.</summary>
    public Task<LinkDecisionPayload> MergeAsync(HubRequest request, InputObject input, CancellationToken cancellation)
    {
        var reason = input.Get<string>("reason")!;
        if (ReasonText.Problem(reason) is { } problem) return Refused(problem);
        var given = input.List<string>("ids")!.Select(id => id!).ToList();
        if (given.Count is < 2 or > MostBusinesses || given.Distinct().Count() < given.Count)
            return Refused(new("INVALID_LIST", $"ids must name 2 to {MostBusinesses} different businesses.", "ids"));
        var survivor = input.Get<string>("survivorId");
        var ids = given.Concat(survivor is null ? [] : [survivor]).Distinct().Select(id => Decode(request, id)).ToList();
        if (ids.Contains(null)) return Refused(UnknownBusiness with { Field = "ids" });
        return desk.RunAsync(request, async (connection, store) =>
        {
            var found = await BusinessMembers.ReadAsync(connection, [.. ids.Select(id => id!.Value)], cancellation);
            if (found.Count < ids.Count) return DecisionOutcome.Wrong(UnknownBusiness with { Field = "ids" });
            var businesses = found.DistinctBy(business => business.Id).OrderBy(business => business.Id).ToList();
            if (survivor is not null && Decode(request, survivor) is { } wanted && wanted != businesses[0].Id)
                return DecisionOutcome.Wrong("NOT_OLDEST", "The business known longest keeps its id, and that is another one.",
                    "survivorId");
            // They are one already: asked again.
            if (businesses.Count == 1) return new DecisionOutcome { Records = [.. businesses[0].Records.Take(1)] };
            return await MergeAsync(store, businesses, New(request, "MERGE", "SAME", reason));
        }, cancellation);
    }

    /// <summary>Parts records from a business.</summary>
    public Task<LinkDecisionPayload> SplitAsync(HubRequest request, InputObject input, CancellationToken cancellation)
    {
        var reason = input.Get<string>("reason")!;
        if (ReasonText.Problem(reason) is { } problem) return Refused(problem);
        if (Decode(request, input.Get<string>("id")!) is not { } id) return Refused(UnknownBusiness);
        var parted = input.List<InputObject>("records")!.Select(r =>
            new RecordKey(r!.Get<string>("feed")!, r.Get<string>("sourceRecordId")!)).Distinct().ToList();
        return desk.RunAsync(request, async (connection, store) =>
        {
            if ((await BusinessMembers.ReadAsync(connection, [id], cancellation)).SingleOrDefault() is not { } business)
                return DecisionOutcome.Wrong(UnknownBusiness);
            var decision = New(request, "SPLIT", "DIFFERENT", reason);
            if (parted.Count > 0 && await PartedAsync(store, business, parted) is { } before) return before;
            if (parted.Except(business.Records).Any())
                return DecisionOutcome.Wrong("UNKNOWN_RECORD", "A record is not joined to this business.", "records");
            return await PartAsync(store, (parted, [.. business.Records.Except(parted)]), decision);
        }, cancellation);
    }

    /// <summary>Parts records from others: nothing of these is ever joined with anything of those.</summary>
    public static async Task<DecisionOutcome> PartAsync(
        JudgementStore store, (IReadOnlyList<RecordKey> Parted, IReadOnlyList<RecordKey> Staying) sides, Decision decision)
    {
        if (sides.Parted.Count == 0 || sides.Staying.Count == 0)
            return DecisionOutcome.Wrong("INVALID_LIST", "Some records of the business must be parted from it, and some must stay.",
                "records");
        if (sides.Parted.Count * sides.Staying.Count > MostPairs)
            return DecisionOutcome.Wrong("INVALID_LIST", "The business has too many records to be parted at once.", "records");
        decision = decision with
        {
            Pairs = [.. from parted in sides.Parted from staying in sides.Staying select (parted, staying)],
            NeedsSecond = BusinessMembers.HaveLoans(sides.Parted) && BusinessMembers.HaveLoans(sides.Staying),
        };
        var standing = await store.StandingAsync(decision.Subject, decision.Pairs);
        if (standing.Find(judgement => judgement is { Waits: true }) is { } waiting)
            return waiting.Verdict == "DIFFERENT" ? Again(waiting, decision) : DecisionOutcome.Wrong(Contradicted);
        return await EnterAsync(store, decision, standing);
    }

    /// <summary>Joins records to the one that stands for a business.</summary>
    public static async Task<DecisionOutcome> JoinAsync(JudgementStore store, Decision decision)
    {
        var standing = await store.StandingAsync(decision.Subject, decision.Pairs);
        if (standing.Exists(judgement => judgement.Verdict == "DIFFERENT")) return DecisionOutcome.Wrong(Contradicted);
        if (standing.Find(judgement => judgement.Waits) is { } waiting) return Again(waiting, decision);
        return await EnterAsync(store, decision, standing);
    }

    /// <summary>A decision of the caller about businesses, still without its pairs.</summary>
    public Decision New(HubRequest request, string act, string verdict, string reason) => new(act, "BUSINESS", verdict, [])
    {
        Reason = reason.Trim(),
        By = StewardName.Of(request.Caller),
        At = desk.Now,
    };

    private static MutationError Contradicted { get; } =
        new("CONTRADICTION", "A decision in force says otherwise of some of these records: withdraw it first.", null);

    private static async Task<DecisionOutcome> MergeAsync(JudgementStore store, List<BusinessMembers> businesses, Decision decision)
    {
        if (businesses.Exists(business => business.Records.Count == 0))
            return DecisionOutcome.Wrong("NO_RECORDS", "A business has no record that could be judged.", "ids");
        var anchor = businesses[0].Anchor;
        var others = businesses.SelectMany(business => business.Records).Where(record => record != anchor).ToList();
        if (others.Count > MostPairs)
            return DecisionOutcome.Wrong("INVALID_LIST", "The businesses have too many records to be merged at once.", "ids");
        return await JoinAsync(store, decision with
        {
            Pairs = [.. others.Select(record => (anchor, record))],
            NeedsSecond = businesses.Count(business => business.HasLoans) > 1,
        });
    }

    // What says the same already stays; what says otherwise gives way to what holds from now on.
    private static async Task<DecisionOutcome> EnterAsync(
        JudgementStore store, Decision decision, IReadOnlyList<StandingJudgement> standing)
    {
        var same = standing.Where(judgement => judgement.Verdict == decision.Verdict).ToList();
        var fresh = decision with { Pairs = Without(decision.Pairs, same) };
        if (fresh.Pairs.Count == 0) return Again(same[0], decision) with { IsToApply = true };
        var others = standing.Except(same).ToList();
        if (!decision.NeedsSecond && others.Count > 0)
        {
            await store.WithdrawAsync(
                [.. others.Select(judgement => judgement.Id)], (decision.By, decision.At, "Another decision takes its place."));
        }
        var id = await store.EnterAsync(fresh);
        if (!decision.NeedsSecond) await store.ClosePairsAsync(id, decision.At);
        return new DecisionOutcome
        {
            DecisionId = id,
            Changed = [id, .. decision.NeedsSecond ? [] : others.Select(judgement => judgement.DecisionId).Distinct()],
            Records = decision.Records,
            IsToApply = !decision.NeedsSecond,
        };
    }

    private static List<(RecordKey, RecordKey)> Without(
        IReadOnlyList<(RecordKey Left, RecordKey Right)> pairs, List<StandingJudgement> standing)
    {
        var known = standing.Select(judgement => judgement.Pair).ToHashSet();
        return [.. pairs.Where(pair => !known.Contains(pair) && !known.Contains((pair.Right, pair.Left)))];
    }

    // Asked again after it was done: the records stand elsewhere, and a decision says that they do.
    private static async Task<DecisionOutcome?> PartedAsync(JudgementStore store, BusinessMembers business, List<RecordKey> parted)
    {
        if (parted.Intersect(business.Records).Any()) return null;
        var pairs = business.Records.Select(staying => (parted[0], staying)).ToList();
        var standing = (await store.StandingAsync("BUSINESS", pairs))
            .Find(judgement => judgement is { Verdict: "DIFFERENT", Waits: false });
        return standing is null
            ? null
            : new DecisionOutcome { DecisionId = standing.DecisionId, Records = [parted[0], standing.Pair.Left, standing.Pair.Right] };
    }

    private static DecisionOutcome Again(StandingJudgement standing, Decision decision) =>
        new() { DecisionId = standing.DecisionId, Changed = [standing.DecisionId], Records = decision.Records };

    private static long? Decode(HubRequest request, string id) => request.Hub.Ids.TryDecode("Business", id, out var number) ? number : null;

    private static Task<LinkDecisionPayload> Refused(MutationError error) => Task.FromResult(new LinkDecisionPayload([error]));
}
