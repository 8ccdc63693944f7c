using System.Text.Json;
using DataHub.Access;
using DataHub.Testing;

namespace DataHub.Tests.Linkage.Review;

/// <summary>Pairs are held for one steward at a time, and decisions that do not hold yet change nothing.</summary>
public sealed class ReviewLockTests : IAsyncLifetime
{
    private const string Item = "{ item { id lock { by mine } } errors { code } }";
    private const string Decision = "{ decision { verdict inForce needsSecond secondBy } pass { id } errors { code field } }";

    private readonly SteppedWorld hub = new();

    private string Doubtful => hub.Id("ReviewItem", 1);

    private string BothCarryCredit => hub.Id("ReviewItem", 2);

    public Task InitializeAsync() => hub.InitializeAsync();

    public Task DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task A_pair_is_held_by_one_steward_until_the_hold_ends_by_itself()
    {
        Assert.True((await ChangeAsync(Callers.Steward, $"claimReview(id: \"{Doubtful}\") {Item}")).GetProperty("item").GetProperty("lock")
            .GetProperty("mine").GetBoolean());
        Assert.Equal(["LOCKED"], Codes(await ChangeAsync(ReviewWorld.Second, $"claimReview(id: \"{Doubtful}\") {Item}")));
        Assert.Equal(["LOCKED"], Codes(await DecideAsync(ReviewWorld.Second, Doubtful, "UNSURE")));
        Assert.Equal(["NOT_LOCKED"], Codes(await ChangeAsync(ReviewWorld.Second, $"releaseReview(id: \"{Doubtful}\") {Item}")));
        hub.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Empty(Codes(await ChangeAsync(ReviewWorld.Second, $"claimReview(id: \"{Doubtful}\") {Item}")));
        Assert.Equal(["LOCKED"], Codes(await ChangeAsync(Callers.Steward, $"claimReview(id: \"{Doubtful}\") {Item}")));
    }

    [Fact]
    public async Task A_hold_that_is_given_back_is_free_for_others()
    {
        await ChangeAsync(Callers.Steward, $"claimReview(id: \"{Doubtful}\") {Item}");
        var given = await ChangeAsync(Callers.Steward, $"releaseReview(id: \"{Doubtful}\") {Item}");
        Assert.Equal(JsonValueKind.Null, given.GetProperty("item").GetProperty("lock").ValueKind);
        Assert.Empty(Codes(await ChangeAsync(ReviewWorld.Second, $"claimReview(id: \"{Doubtful}\") {Item}")));
    }

    [Fact]
    public async Task Of_eight_stewards_who_claim_a_pair_at_once_one_has_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
            ChangeAsync(Callers.Steward with { Subject = $"steward-{n}" }, $"claimReview(id: \"{Doubtful}\") {Item}")));
        Assert.Single(answers, answer => Codes(answer).Count == 0);
    }

    [Fact]
    public async Task A_pair_of_which_a_steward_is_unsure_goes_to_the_end_of_the_queue()
    {
        var decided = await DecideAsync(Callers.Steward, BothCarryCredit, "UNSURE");
        Assert.Equal("UNSURE", decided.GetProperty("decision").GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Null, decided.GetProperty("pass").ValueKind);
        var queue = (await hub.AskAsync("{ reviewQueue { nodes { id decision { verdict } } } }")).Data.GetProperty("reviewQueue")
            .GetProperty("nodes");
        Assert.Equal(BothCarryCredit, queue[queue.GetArrayLength() - 1].GetProperty("id").GetString());
        Assert.Equal(4, queue.GetArrayLength());
    }

    [Fact]
    public async Task Businesses_that_both_carry_credit_are_not_merged_by_one_steward()
    {
        var first = await DecideAsync(Callers.Steward, BothCarryCredit, "SAME");
        Assert.Equal("""{"verdict":"SAME","inForce":false,"needsSecond":true,"secondBy":null}""", first.GetProperty("decision").GetRawText());
        Assert.Equal(JsonValueKind.Null, first.GetProperty("pass").ValueKind);
        var id = await DecisionAsync();
        Assert.Equal(["SAME_PERSON"], Codes(await ChangeAsync(Callers.Steward, $"confirmDecision(id: \"{id}\") {Decision}")));
        Assert.Equal(["SAME_PERSON"],
            Codes(await ChangeAsync(Callers.Steward with { Client = "another-client" }, $"confirmDecision(id: \"{id}\") {Decision}")));
        Assert.Equal(["ALREADY_DECIDED"], Codes(await DecideAsync(ReviewWorld.Second, BothCarryCredit, "SAME")));
        Assert.Equal(["ALREADY_DECIDED"], Codes(await DecideAsync(ReviewWorld.Second, BothCarryCredit, "DIFFERENT")));
        Assert.Empty(Codes(await DecideAsync(Callers.Steward, BothCarryCredit, "SAME")));
        Assert.Equal("1", await hub.ValueAsync("select count(*) from linkage.judgement"));
        Assert.Equal("1", await hub.ValueAsync("select count(*) from linkage.review_pair where id = 2 and state = 'OPEN'"));
        Assert.Equal(1, (await hub.AskAsync("{ reviewQueue(where: { waitsForSecond: true }) { totalCount } }"))
            .Data.GetProperty("reviewQueue").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task What_waits_for_its_second_steward_can_be_taken_back_by_the_first()
    {
        await DecideAsync(Callers.Steward, BothCarryCredit, "SAME");
        var id = await DecisionAsync();
        Assert.Empty(Codes(await ChangeAsync(Callers.Steward, $"withdrawDecision(id: \"{id}\", reason: \"Keliru\") {Decision}")));
        Assert.Equal(["UNKNOWN_DECISION"], Codes(await ChangeAsync(ReviewWorld.Second, $"confirmDecision(id: \"{id}\") {Decision}")));
        Assert.Equal("0", await hub.ValueAsync("select count(*) from linkage.judgement where withdrawn_at is null"));
    }

    [Theory]
    [InlineData(" ", "INVALID_TEXT")]
    [InlineData("NIK 1871014505800001", "HOLDS_NIK")]
    public async Task A_reason_is_needed_and_holds_no_number_of_a_person(string reason, string code) =>
        Assert.Equal([code], Codes(await ChangeAsync(Callers.Steward,
            $"decideReview(input: {{ id: \"{Doubtful}\", verdict: SAME, reason: \"{reason}\" }}) {Decision}")));

    [Fact]
    public async Task Pairs_that_are_not_open_cannot_be_claimed_or_decided()
    {
        foreach (var id in new[] { hub.Id("ReviewItem", 5), hub.Id("ReviewItem", 99), hub.Id("Business", 1), "x" })
        {
            Assert.Equal(["UNKNOWN_ITEM"], Codes(await ChangeAsync(Callers.Steward, $"claimReview(id: \"{id}\") {Item}")));
            Assert.Equal(["UNKNOWN_ITEM"], Codes(await DecideAsync(Callers.Steward, id, "DIFFERENT")));
        }
    }

    private static IReadOnlyList<string> Codes(JsonElement payload) =>
        [.. payload.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()!)];

    private async Task<string> DecisionAsync() =>
        (await hub.AskAsync("{ linkDecisions(where: { waitsForSecond: true }) { nodes { id } } }")).Data.GetProperty("linkDecisions")
            .GetProperty("nodes")[0].GetProperty("id").GetString()!;

    private Task<JsonElement> DecideAsync(Caller caller, string id, string verdict) =>
        ChangeAsync(caller, $"decideReview(input: {{ id: \"{id}\", verdict: {verdict}, reason: \"Diperiksa\" }}) {Decision}");

    private async Task<JsonElement> ChangeAsync(Caller caller, string mutation)
    {
        var answer = await hub.AskAsync($"mutation {{ done: {mutation} }}", caller);
        Assert.False(answer.HasErrors, $"{answer} {string.Join("\n", hub.Failures)}");
        return answer.Data.GetProperty("done");
    }

    private sealed class SteppedWorld : ReviewWorld
    {
        public MovedClock Clock { get; } = new();

        protected override TimeProvider Time => Clock;
    }

    /// <summary>The machine's clock, some time ahead.</summary>
    private sealed class MovedClock : TimeProvider
    {
        private TimeSpan ahead;

        public void Advance(TimeSpan by) => ahead += by;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    }
}
