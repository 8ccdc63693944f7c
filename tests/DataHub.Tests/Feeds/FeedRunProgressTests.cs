using System.Globalization;
using System.Text.Json;
using DataHub.Changes;
using DataHub.Feeds;
using DataHub.Planning;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Feeds;

/// <summary>What a steward who follows a run is told.</summary>
public sealed class FeedRunProgressTests : IAsyncLifetime
{
    private const string Stream =
        "subscription($id: ID!, $after: String) { feedRunProgress(id: $id, after: $after) { cursor stage received quarantined percentRead run { status } } }";

    private FeedWorld world = null!;
    private Hub hub = null!;

    public async Task InitializeAsync()
    {
        world = await FeedWorld.CreateAsync();
        hub = HubFactory.Create(new HubParts(world.DataSource, HubFixture.FixedKeys, TimeProvider.System, (_, _) => { }));
    }

    public async Task DisposeAsync()
    {
        await hub.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task A_run_is_followed_while_it_publishes_up_to_its_end()
    {
        await using var blocker = await world.DataSource.OpenConnectionAsync();
        await using var held = await blocker.BeginTransactionAsync();
        await ExecuteAsync(blocker, "lock table registry.oss_record in access exclusive mode");
        var load = world.LoadAsync("oss.csv", [FeedWorld.Oss, .. Businesses(100), "too,few"]);
        await UntilItPublishesAsync();
        await using var steward = await FollowAsync(1);
        Assert.Equal("PUBLISHING 101 1 100 RUNNING", Text(await steward.NextAsync()));
        await held.RollbackAsync();
        await load;
        Assert.Equal("LINKING 101 1 100 DONE", Text(await steward.NextAsync()));
        Assert.Equal("DONE 101 1 100 DONE", Text(await steward.NextAsync()));
        Assert.Null(await steward.NextAsync());
        Assert.Equal(0, hub.Changes.Subscribers);
    }

    [Fact]
    public async Task All_steps_come_in_order_and_can_be_taken_up_behind_any_of_them()
    {
        await world.LoadAsync("oss.csv", [FeedWorld.Oss, .. Businesses(1)]);
        await using (await FollowAsync(1)) await world.LoadAsync("oss.csv", [FeedWorld.Oss, .. Businesses(300)]);
        await using var all = await FollowAsync(2, CursorOf(await OpenPositionAsync()));
        var steps = await AllAsync(all);
        Assert.Equal("READING", steps[0].Split(' ')[0]);
        Assert.Equal(["PUBLISHING 300 0 100 DONE", "LINKING 300 0 100 DONE", "DONE 300 0 100 DONE"], steps[^3..]);
        await using var rest = await FollowAsync(2, CursorOf(await OpenPositionAsync(last: true)));
        Assert.Empty(await AllAsync(rest));
    }

    [Fact]
    public async Task A_run_that_has_ended_tells_its_end_and_nothing_more()
    {
        await world.LoadAsync("oss.csv", [FeedWorld.Oss, .. Businesses(3)]);
        await using var steward = await FollowAsync(1);
        Assert.Equal(["DONE 3 0 100 DONE"], await AllAsync(steward));
    }

    [Fact]
    public async Task A_run_that_breaks_off_says_so()
    {
        await using var blocker = await world.DataSource.OpenConnectionAsync();
        await using var held = await blocker.BeginTransactionAsync();
        await ExecuteAsync(blocker, "lock table registry.oss_record in access exclusive mode");
        using var stop = new CancellationTokenSource();
        var load = world.Loader.LoadAsync(world.Write("oss.csv", [FeedWorld.Oss, .. Businesses(5)]), null, stop.Token);
        await UntilItPublishesAsync();
        await using var steward = await FollowAsync(1);
        Assert.Equal("PUBLISHING 5 0 100 RUNNING", Text(await steward.NextAsync()));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => load);
        Assert.Equal("FAILED 5 0 100 FAILED", Text(await steward.NextAsync()));
        Assert.Null(await steward.NextAsync());
    }

    [Fact]
    public async Task A_refused_file_is_a_run_that_failed()
    {
        await Assert.ThrowsAsync<FeedRefusedException>(() => world.LoadAsync("oss.csv", FeedWorld.Oss.Replace("nib,", "", StringComparison.Ordinal)));
        await using var steward = await FollowAsync(1);
        Assert.Equal(["FAILED 0 0 0 FAILED"], await AllAsync(steward));
    }

    [Fact]
    public async Task Ids_of_no_run_are_refused_and_others_than_stewards_too()
    {
        await using var forged = await Subscriber.OpenAsync(hub, Stream, Callers.Steward, new { id = hub.Ids.Encode("Business", 1) });
        Assert.Equal(["BAD_USER_INPUT"], forged.Refusal);
        await using var missing = await FollowAsync(77);
        Assert.Equal(["BAD_USER_INPUT"], missing.Refusal);
        await using var bank = await Subscriber.OpenAsync(hub, Stream, Callers.Bank, new { id = hub.Ids.Encode("FeedRun", 1) });
        Assert.All(bank.Refusal, code => Assert.Equal("GRAPHQL_VALIDATION_FAILED", code));
        Assert.NotEmpty(bank.Refusal);
        Assert.Equal(0, hub.Changes.Subscribers);
    }

    private Task<Subscriber> FollowAsync(long run, string? after = null) =>
        Subscriber.OpenAsync(hub, Stream, Callers.Steward, new { id = hub.Ids.Encode("FeedRun", run), after });

    // The place before the run's first event, or that of its last one.
    private async Task<long> OpenPositionAsync(bool last = false) => long.Parse(
        await world.ValueAsync(last ? "select max(position) from changes.outbox" : "select min(position) - 1 from changes.outbox where run_id = 2"),
        CultureInfo.InvariantCulture);

    private string CursorOf(long position) => hub.Cursors.Encode(
        "Subscription.feedRunProgress", [position.ToString(CultureInfo.InvariantCulture)]);

    private async Task UntilItPublishesAsync()
    {
        while (await world.ValueAsync("select count(*) from feeds.feed_run where stage = 'PUBLISHING'") == "0") await Task.Delay(10);
    }

    private static async Task<List<string>> AllAsync(Subscriber steward)
    {
        var steps = new List<string>();
        while (await steward.NextAsync() is { } step) steps.Add(Text(step));
        return steps;
    }

    private static string Text(JsonElement? step) =>
        $"{step!.Value.GetProperty("stage")} {step.Value.GetProperty("received")} {step.Value.GetProperty("quarantined")} "
        + $"{step.Value.GetProperty("percentRead")} {step.Value.GetProperty("run").GetProperty("status")}";

    private static IEnumerable<string> Businesses(int count) => Enumerable.Range(1, count).Select(i =>
        $"{i:D13},180312{41 + (i % 28):D2}0192{1 + (i % 9000):D4},Usaha {i},ANI {i},Perorangan,96200,Mikro,81300000,Jl. A,18.03,,,2025-01-28,AKTIF");

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
