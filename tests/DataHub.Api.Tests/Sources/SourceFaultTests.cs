using DataHub.Api.CommandLine.SandboxSources;
using DataHub.Feeds.Sources;

namespace DataHub.Api.Tests.Sources;

/// <summary>What becomes of a run when its source is slow, overloaded, away or not itself.</summary>
public sealed class SourceFaultTests
{
    private static readonly TimeSpan AttemptTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task An_answer_that_takes_too_long_is_asked_for_again()
    {
        await using var world = await SourceWorld.CreateAsync();
        var sikp = world.Server["sikp"];
        sikp.Delay = TimeSpan.FromHours(1);
        sikp.Set(SandboxFault.Slow, 1);
        var run = world.RunAsync(SourceKind.Sikp, Alone);
        await sikp.AskedAsync(1);
        var pause = world.Clock.TimerSetAsync(LongestPause);
        world.Clock.Advance(AttemptTime);
        await pause;
        world.Clock.Advance(LongestPause);
        var result = await run;
        Assert.Null(result.Failure);
        Assert.Equal(world.Server.Data.Of("SIKP").Count, result.Runs.Sum(one => one.Created));
    }

    [Fact]
    public async Task A_source_that_stays_slow_fails_the_run_when_the_time_for_all_attempts_is_over()
    {
        await using var world = await SourceWorld.CreateAsync();
        world.Server["sikp"].Delay = TimeSpan.FromHours(1);
        world.Server["sikp"].Set(SandboxFault.Slow);
        var run = world.RunAsync(SourceKind.Sikp, settings => settings.TotalTime = AttemptTime);
        await world.Server["sikp"].AskedAsync(1);
        world.Clock.Advance(AttemptTime);
        Assert.Equal("the source did not answer in time", (await run).Failure);
        Assert.Equal("FAILED|the source did not answer in time", await world.ValueAsync("select status, failure from feeds.feed_run"));
    }

    [Fact]
    public async Task A_source_that_asks_for_time_gets_as_much_as_it_asks_for()
    {
        await using var world = await SourceWorld.CreateAsync();
        world.Server["sikp"].RetryAfter = 17;
        world.Server["sikp"].Set(SandboxFault.Throttle, 2);
        var first = world.Clock.TimerSetAsync(TimeSpan.FromSeconds(17));
        var run = world.RunAsync(
            SourceKind.Sikp, settings => (settings.AsksCandidates, settings.AttemptTime) = (false, TimeSpan.FromSeconds(20)));
        Assert.Equal(TimeSpan.FromSeconds(17), await first);
        var second = world.Clock.TimerSetAsync(TimeSpan.FromSeconds(17));
        world.Clock.Advance(TimeSpan.FromSeconds(17));
        Assert.Equal(TimeSpan.FromSeconds(17), await second);
        world.Clock.Advance(TimeSpan.FromSeconds(17));
        Assert.Null((await run).Failure);
        Assert.Equal("CLOSED", await world.ValueAsync("select circuit from feeds.source_state"));
    }

    [Fact]
    public async Task A_source_that_asks_for_more_time_than_a_run_has_is_left_until_the_next()
    {
        await using var world = await SourceWorld.CreateAsync();
        world.Server["sikp"].RetryAfter = 3600;
        world.Server["sikp"].Set(SandboxFault.Throttle);
        var result = await world.RunAsync(SourceKind.Sikp);
        Assert.Equal("the source asks to be asked less often (HTTP 429)", result.Failure);
        Assert.Equal(1, world.Server["sikp"].Requests);
    }

    [Fact]
    public async Task A_source_that_keeps_failing_is_left_alone_then_tried_once_then_asked_again()
    {
        await using var world = await SourceWorld.CreateAsync();
        var sikp = world.Server["sikp"];
        sikp.Set(SandboxFault.Down);
        var runner = world.Runner(
            SourceKind.Sikp, settings => (settings.Retries, settings.BreakAfter, settings.AsksCandidates) = (0, 2, false));
        Assert.Equal("the source cannot be reached, or broke off its answer", (await runner.RunAsync([], default)).Failure);
        await runner.RunAsync([], default);
        Assert.Equal("OPEN", await world.ValueAsync("select circuit from feeds.source_state"));
        var asked = sikp.Requests;
        Assert.Equal("the source failed too often and is left alone for a while", (await runner.RunAsync([], default)).Failure);
        Assert.Equal(asked, sikp.Requests);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await runner.RunAsync([], default);
        Assert.Equal(("OPEN", asked + 1), (await world.ValueAsync("select circuit from feeds.source_state"), sikp.Requests));
        sikp.Clear();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await runner.RunAsync([], default)).Failure);
        Assert.Equal("CLOSED", await world.ValueAsync("select circuit from feeds.source_state"));
        Assert.Equal(
            ["FAILED|4", "DONE|1"], await world.RowsAsync("select status, count(*) from feeds.feed_run group by 1 order by 2 desc"));
    }

    [Theory]
    [InlineData(SandboxFault.NotJson, "the source's answer is not JSON")]
    [InlineData(SandboxFault.Redirect, "the source answered with a redirect, which is not followed")]
    [InlineData(SandboxFault.Huge, "the source's answer is longer than 16777216 bytes")]
    [InlineData(SandboxFault.Error, "the source failed (HTTP 503)")]
    public async Task An_answer_that_is_none_fails_the_run_and_moves_nothing(SandboxFault fault, string words)
    {
        await using var world = await SourceWorld.CreateAsync();
        await world.RunAsync(SourceKind.Marketplace, settings => settings.PageSize = 500);
        var before = await world.EndStateAsync();
        foreach (var shop in world.Server.Data.Of("MARKETPLACE").Take(30))
            world.Server.Data.Change("MARKETPLACE", shop.Key, "jumlah_produk", "1");
        world.Server["marketplace"].Set(fault, 1, after: 2);
        var result = await world.RunAsync(SourceKind.Marketplace, settings => settings.Retries = 0);
        // What the pages before it brought is not published either.
        Assert.Equal(1 + 3, world.Server["marketplace"].Requests);
        Assert.Equal(words, result.Failure);
        Assert.Equal($"FAILED|{words}", await world.ValueAsync("select status, failure from feeds.feed_run order by id desc limit 1"));
        Assert.Equal(words, await world.ValueAsync("select last_failure from feeds.source_state"));
        Assert.Equal(before, await world.EndStateAsync());
    }

    [Fact]
    public async Task Credentials_that_the_source_does_not_take_are_said_so_without_being_shown()
    {
        await using var world = await SourceWorld.CreateAsync();
        var results = new[]
        {
            await world.RunAsync(SourceKind.Oss, settings => settings.UserKey = "hunter2"),
            await world.Runner(SourceKind.Oss, settings => settings.UserKey = "hunter2").RunAsync(["0000000000019"], default),
            await world.RunAsync(SourceKind.Sikp, settings => settings.Password = "hunter2"),
            await world.RunAsync(SourceKind.Marketplace, settings => settings.ClientSecret = "hunter2"),
        };
        Assert.Null(results[0].Failure);
        Assert.All(results[1..], result => Assert.StartsWith("the source refuses the hub's credentials", result.Failure));
        Assert.Empty(await world.RowsAsync("select 1 from feeds.feed_run where failure ~ 'hunter2|http:|127.0.0.1|sandbox'"));
    }

    [Fact]
    public async Task A_token_that_the_source_no_longer_takes_is_renewed_on_the_way()
    {
        await using var world = await SourceWorld.CreateAsync();
        var sikp = world.Server["sikp"];
        var runner = world.Runner(SourceKind.Sikp, Alone);
        sikp.Set(SandboxFault.TokenEnds, 1);
        Assert.Null((await runner.RunAsync([], default)).Failure);
        Assert.Equal(2, sikp.Authentications);
        await runner.RunAsync([], default);
        Assert.Equal(2, sikp.Authentications);
        // The source says how long a token is good: it is renewed before that.
        world.Clock.Advance(TimeSpan.FromMinutes(60));
        await runner.RunAsync([], default);
        Assert.Equal(3, sikp.Authentications);
        sikp.Set(SandboxFault.TokenEnds);
        Assert.Equal("the source refuses the hub's credentials (HTTP 401)", (await runner.RunAsync([], default)).Failure);
    }

    [Fact]
    public async Task A_NIB_that_gets_no_answer_is_put_back_and_the_others_go_on()
    {
        await using var world = await SourceWorld.CreateAsync();
        var nibs = world.Server.Data.Of("OSS").Take(4).Select(record => record.Key).ToList();
        world.Server["oss"].Set(SandboxFault.Error, 1);
        var runner = world.Runner(SourceKind.Oss, settings => (settings.Retries, settings.Parallel) = (0, 1));
        var result = await runner.RunAsync(nibs, default);
        Assert.Equal((null, 3), (result.Failure, result.Runs.Sum(run => run.Created)));
        Assert.Equal([$"{nibs[0]}|UNANSWERED"], await world.RowsAsync("select nib, answer from feeds.oss_inquiry where answer <> 'FOUND'"));
    }

    private static void Alone(SourceSettings settings) => settings.AsksCandidates = false;
}
