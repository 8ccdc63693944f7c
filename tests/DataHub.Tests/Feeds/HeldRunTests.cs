using System.Diagnostics.Metrics;
using DataHub.Feeds;
using DataHub.Feeds.Loading;

namespace DataHub.Tests.Feeds;

/// <summary>Runs that wait for a steward, what an operator expects of feeds, and what is counted.</summary>
public sealed class HeldRunTests
{
    private const string Listing = StewardWorld.Listing;

    [Fact]
    public async Task A_run_with_too_many_broken_rows_waits_and_publishes_nothing()
    {
        await using var hub = await StewardWorld.CreateAsync();
        var run = await hub.World.LoadAsync("listing.csv", [Listing, .. Rows(20, broken: 3)]);
        Assert.Equal(("HELD", 20, 3, 0), (run.Status, run.Received, run.Quarantined, run.Created));
        Assert.Equal("0|0|3|1", await hub.World.ValueAsync(
            """
            select count(*), (select count(*) from feeds.source_record), (select count(*) from feeds.quarantine),
              (select count(*) from feeds.held_file)
            from market.listing
            """));
        Assert.Equal("HELD|3 of 20 rows cannot be read, and the limit is 10 %: a steward has to look at the file|20|3",
            await hub.World.ValueAsync("select status, failure, received, quarantined from feeds.feed_run"));
        Assert.Equal("0", await hub.World.ValueAsync("select count(*) from feeds.held_file where position('L19' in encode(content, 'escape')) > 0"));
        // At the limit, and below the number of rows that tell something.
        Assert.Equal("DONE", (await hub.World.LoadAsync("listing.csv", [Listing, .. Rows(20, broken: 2)])).Status);
        Assert.Equal("DONE", (await hub.World.LoadAsync("listing.csv", [Listing, .. Rows(19, broken: 19)])).Status);
    }

    [Fact]
    public async Task A_released_run_goes_on_with_the_file_that_the_hub_kept()
    {
        await using var hub = await StewardWorld.CreateAsync();
        var path = hub.World.Write("listing.csv", [Listing, .. Rows(3000, broken: 1000)]);
        var held = await hub.World.Loader.LoadAsync(path, new LoadOptions { IsFull = true });
        File.Delete(path);
        var id = hub.Hub.Ids.Encode("FeedRun", held.RunId);
        Assert.Equal(["REASON_MISSING reason"], StewardWorld.Errors(await DecideAsync(hub, "releaseFeedRun", id, " ")));
        Assert.Empty(StewardWorld.Errors(await DecideAsync(hub, "releaseFeedRun", id, "dinas tahu")));
        await UntilAsync(hub, "DONE");
        Assert.Equal("3000|2000|1000|FULL|steward-sandbox/steward-sandbox|dinas tahu", await hub.World.ValueAsync(
            "select received, created, quarantined, kind, actor, reason from feeds.feed_run"));
        Assert.Equal("2000|0", await hub.World.ValueAsync("select count(*), (select count(*) from feeds.held_file) from market.listing"));
        Assert.Equal(["NOT_HELD id"], StewardWorld.Errors(await DecideAsync(hub, "discardFeedRun", id, "x")));
    }

    [Fact]
    public async Task A_discarded_run_leaves_nothing_but_its_row()
    {
        await using var hub = await StewardWorld.CreateAsync();
        var held = await hub.World.LoadAsync("listing.csv", [Listing, .. Rows(30, broken: 30)]);
        Assert.Empty(StewardWorld.Errors(await DecideAsync(hub, "discardFeedRun", hub.Hub.Ids.Encode("FeedRun", held.RunId), "salah berkas")));
        Assert.Equal("DISCARDED|salah berkas|0|0", await hub.World.ValueAsync(
            """
            select status, reason, (select count(*) from feeds.quarantine), (select count(*) from feeds.held_file) from feeds.feed_run
            """));
    }

    [Fact]
    public async Task A_released_run_whose_process_died_waits_again()
    {
        await using var hub = await StewardWorld.CreateAsync();
        await hub.World.LoadAsync("listing.csv", [Listing, .. Rows(30, broken: 30)]);
        await hub.World.RowsAsync("update feeds.feed_run set status = 'RUNNING', finished_at = null");
        await hub.World.Loader.CloseAbandonedRunsAsync();
        Assert.Equal("HELD|the process ended during the run", await hub.World.ValueAsync("select status, failure from feeds.feed_run"));
    }

    [Fact]
    public async Task An_operator_sets_limits_and_what_is_expected()
    {
        await using var hub = await StewardWorld.CreateAsync();
        var wrong = await hub.ChangeAsync("setFeedSettings", new { feed = "LISTING", errorPercent = 101, minimumRows = 0, expectedDays = 0 });
        Assert.Equal(["OUT_OF_RANGE errorPercent", "OUT_OF_RANGE minimumRows", "OUT_OF_RANGE expectedDays"], StewardWorld.Errors(wrong));
        var set = await hub.ChangeAsync("setFeedSettings", new { feed = "LISTING", errorPercent = 50, minimumRows = 2, isFull = true, expectedDays = 7 });
        Assert.Empty(StewardWorld.Errors(set));
        Assert.Equal("steward-sandbox/steward-sandbox", set.GetProperty("settings").GetProperty("changedBy").GetString());
        Assert.Equal("HELD", (await hub.World.LoadAsync("listing.csv", [Listing, .. Rows(3, broken: 2)])).Status);
        Assert.Equal((LoadKind.Full, "DONE"), ((await hub.World.LoadAsync("listing.csv", [Listing, .. Rows(2, broken: 1)])) is var run ? (run.Kind, run.Status) : default));
    }

    [Fact]
    public async Task Freshness_is_counted_from_the_newest_good_run()
    {
        await using var hub = await StewardWorld.CreateAsync();
        await hub.ChangeAsync("setFeedSettings", new { feed = "LISTING", expectedDays = 7 });
        const string Ask = "{ feedFreshness { feed lastRunAt newestSourceDate ageDays isStale } }";
        Assert.Contains("""{"feed":"LISTING","lastRunAt":null,"newestSourceDate":null,"ageDays":null,"isStale":true}""",
            (await hub.AskAsync(Ask)).GetRawText(), StringComparison.Ordinal);
        await hub.World.LoadAsync("listing.csv", Listing, "L1,P1,S1,1000,2,2024-05-23", "L2,P1,S1,1000,2,23/06/2024");
        await hub.World.RowsAsync("update feeds.feed_run set finished_at = '2026-11-13 16:59Z'");
        var stale = (await hub.AskAsync(Ask)).GetProperty("feedFreshness").EnumerateArray().Single(feed => feed.GetProperty("feed").GetString() == "LISTING");
        Assert.Equal(("2024-06-23", 8, true), (stale.GetProperty("newestSourceDate").GetString(), stale.GetProperty("ageDays").GetInt32(), stale.GetProperty("isStale").GetBoolean()));
        await hub.World.LoadAsync("listing.csv", Listing, "L1,P1,S1,1000,2,2024-05-23");
        await hub.World.RowsAsync("update feeds.feed_run set finished_at = '2026-11-14 17:00Z' where id = 2");
        var fresh = (await hub.AskAsync(Ask)).GetProperty("feedFreshness").EnumerateArray().Single(feed => feed.GetProperty("feed").GetString() == "LISTING");
        Assert.Equal((6, false), (fresh.GetProperty("ageDays").GetInt32(), fresh.GetProperty("isStale").GetBoolean()));
    }

    [Fact]
    public async Task Rows_and_runs_are_counted_by_feed()
    {
        var counted = new Dictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "DataHub.Feeds") listener.EnableMeasurementEvents(instrument);
            },
        };
        void Note<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) where T : struct
        {
            // Other tests load other feeds at the same time; none of them has exhibitions.
            if (tags[0].Value is not "PAMERAN") return;
            lock (counted) counted[$"{instrument.Name} {(tags.Length > 1 ? tags[1].Value : "")}".TrimEnd()] = Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
        }

        listener.SetMeasurementEventCallback<long>(Note);
        listener.SetMeasurementEventCallback<double>(Note);
        listener.Start();
        await using var world = await FeedWorld.CreateAsync();
        await world.LoadAsync("pameran.csv", "id_peserta_pameran,kode_pameran,nama_pameran,tempat,tanggal_mulai,tanggal_selesai,nib,penjualan",
            "E1,LC,Lampung Craft,BDL,2024-01-01,2024-01-02,,1", "E2,LC,Lampung Craft,BDL,2024-01-01,2024-01-02,,x");
        await FeedWatch.LookAsync(world.DataSource, TimeProvider.System, CancellationToken.None);
        listener.RecordObservableInstruments();
        Assert.Equal((2, 1, 1, 0), (counted["datahub.feeds.rows received"], counted["datahub.feeds.rows new"],
            counted["datahub.feeds.rows quarantined"], counted["datahub.feeds.rows changed"]));
        Assert.True(counted["datahub.feeds.run.duration DONE"] > 0);
        Assert.InRange(counted["datahub.feeds.newest_run.age"], 0, 3600);
    }

    private static IEnumerable<string> Rows(int count, int broken) =>
        Enumerable.Range(0, count).Select(i => $"L{i},P1,S1,{(i < broken ? "abc" : "1000")},1,2024-05-23");

    private static Task<System.Text.Json.JsonElement> DecideAsync(StewardWorld hub, string mutation, string id, string reason) =>
        hub.ChangeAsync(mutation, new { id, reason }, "DecideFeedRunInput");

    private static async Task UntilAsync(StewardWorld hub, string status)
    {
        while (await hub.World.ValueAsync("select status from feeds.feed_run") is var now && now != status)
        {
            Assert.NotEqual("HELD", now);
            await Task.Delay(20);
        }
    }
}
