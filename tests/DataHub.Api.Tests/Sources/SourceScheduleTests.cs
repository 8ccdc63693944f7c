using DataHub.Api.CommandLine.SandboxSources;
using DataHub.Api.Hosting;
using DataHub.Api.Sources;
using DataHub.Feeds.Sources;
using DataHub.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataHub.Api.Tests.Sources;

/// <summary>Runs by schedule, and what stewards see of them.</summary>
public sealed class SourceScheduleTests
{
    [Fact]
    public async Task A_source_is_read_when_its_time_has_come()
    {
        await using var world = await SourceWorld.CreateAsync();
        // Eleven o'clock in Lampung is four in UTC; it is three.
        var scheduled = Scheduled(world, SourceKind.Marketplace, "0 0 11 * * ?");
        var byHand = world.Settings(SourceKind.Sikp);
        await using (await SourceSchedule.StartAsync([scheduled, byHand], world.Parts, NullLogger.Instance, default))
        {
            Assert.Equal(
                ["marketplace|2026-11-22 04:00", "sikp|"],
                await world.RowsAsync(
                    "select source, to_char(next_run_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from feeds.source_state order by 1"));
            Assert.Equal(0, world.Server["marketplace"].Requests);
            var asked = world.Server["marketplace"].AskedAsync(1);
            while (!asked.IsCompleted)
            {
                // Quartz looks at the clock when it wakes; it sets its timer anew each time.
                world.Clock.Advance(TimeSpan.FromMinutes(20));
                await Task.WhenAny(asked, Task.Delay(50));
            }
            const string Done = "select count(*) from feeds.source_state where last_success_at is not null";
            while (await world.ValueAsync(Done) is "0") await Task.Delay(10);
        }
        Assert.Equal($"{world.Server.Data.Of("MARKETPLACE").Count}", await world.ValueAsync("select count(*) from market.shop"));
        Assert.Equal(0, world.Server["sikp"].Requests);
    }

    [Fact]
    public async Task Two_hosts_with_the_same_schedule_read_a_source_once()
    {
        await using var world = await SourceWorld.CreateAsync();
        var scheduled = Scheduled(world, SourceKind.Sikp, "0 0 11 * * ?");
        world.Server["sikp"].Delay = TimeSpan.FromHours(100);
        world.Server["sikp"].Set(SandboxFault.Slow);
        scheduled.AttemptTime = scheduled.TotalTime = TimeSpan.FromHours(24);
        var log = new Lines();
        await using var one = await SourceSchedule.StartAsync([scheduled], world.Parts, log, default);
        await using var two = await SourceSchedule.StartAsync([scheduled], world.Parts, log, default);
        while (log.All.Count == 0)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(20));
            await Task.Delay(50);
        }
        Assert.Equal("Source sikp: skipped, SIKP is being read by another runner", log.All[0]);
        await world.Server["sikp"].AskedAsync(1);
        Assert.Equal(1, world.Server["sikp"].Requests);
    }

    [Fact]
    public async Task A_schedule_that_is_none_is_refused_at_the_start()
    {
        await using var world = await SourceWorld.CreateAsync(businesses: 1);
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => SourceSchedule.StartAsync(
            [Scheduled(world, SourceKind.Oss, "every day")], world.Parts, NullLogger.Instance, default));
        Assert.Equal("Setting DataHub:Sources:oss:Schedule is no cron expression with seconds.", refusal.Message);
    }

    [Fact]
    public async Task Stewards_see_how_sources_fare_and_others_do_not()
    {
        await using var world = await SourceWorld.CreateAsync();
        await world.RunAsync(SourceKind.Marketplace);
        world.Server["sikp"].Set(SandboxFault.NotJson);
        await world.RunAsync(SourceKind.Sikp, settings => settings.Retries = 0);
        world.Clock.Advance(TimeSpan.FromSeconds(90));
        await using var hub = HubFactory.Create(new(world.DataSource, HubFixture.FixedKeys, world.Clock, (_, _) => { }));
        const string Query =
            "{ sourceStates { source feed circuit cursorMovedAt cursorAgeSeconds lastSuccessAt lastFailure lastFailureAt nextRunAt } }";
        var answer = await HubFixture.AskAsync(hub, Query, Callers.Steward);
        Assert.Equal(
            """
            [{"source":"marketplace","feed":"MARKETPLACE","circuit":"CLOSED","cursorMovedAt":"2026-11-22T10:00:00+07:00",
            "cursorAgeSeconds":90,"lastSuccessAt":"2026-11-22T10:00:00+07:00","lastFailure":null,"lastFailureAt":null,"nextRunAt":null},
            {"source":"sikp","feed":"SIKP","circuit":"CLOSED","cursorMovedAt":null,"cursorAgeSeconds":null,"lastSuccessAt":null,
            "lastFailure":"the source's answer is not JSON","lastFailureAt":"2026-11-22T10:00:00+07:00","nextRunAt":null}]
            """.ReplaceLineEndings(""),
            answer.Data.GetProperty("sourceStates").GetRawText());
        Assert.True((await HubFixture.AskAsync(hub, Query, Callers.Dashboard)).HasErrors);
    }

    private static SourceSettings Scheduled(SourceWorld world, SourceKind kind, string cron)
    {
        var settings = world.Settings(kind);
        settings.Schedule = cron;
        return settings;
    }
}
