using System.Globalization;
using DataHub.Api.CommandLine.SandboxSources;
using DataHub.Feeds;
using DataHub.Feeds.Sources;
using Npgsql;

namespace DataHub.Api.Tests.Sources;

/// <summary>What records may be and do without harm, and what a death in the middle leaves.</summary>
public sealed class SourceDataTests
{
    private static readonly SourceKind[] Listings = [SourceKind.Sikp, SourceKind.Marketplace];

    [Fact]
    public async Task Records_that_come_twice_in_no_order_or_from_the_beginning_again_change_nothing_in_the_end()
    {
        await using var clean = await SourceWorld.CreateAsync();
        await using var messy = await SourceWorld.CreateAsync();
        foreach (var kind in Listings)
        {
            await clean.RunAsync(kind);
            var switches = messy.Server[kind.ToString().ToLowerInvariant()];
            switches.Set(SandboxFault.Duplicate);
            switches.Set(SandboxFault.Reorder);
            Assert.Null((await messy.RunAsync(kind)).Failure);
            Change(clean, kind);
            Change(messy, kind);
            await clean.RunAsync(kind);
            switches.Set(SandboxFault.Backwards);
            // SIKP's next page is asked for by a number: that it does not get beyond one is told. A listing of shops is read through.
            var stuck = kind == SourceKind.Sikp ? "the source has more records, but gives the same page again" : null;
            Assert.Equal(stuck, (await messy.RunAsync(kind)).Failure);
            switches.Clear();
            await messy.RunAsync(kind);
        }
        Assert.Equal(await clean.EndStateAsync(), await messy.EndStateAsync());
    }

    [Fact]
    public async Task Fields_that_are_missing_or_of_another_type_put_their_rows_into_quarantine_and_no_others()
    {
        await using var world = await SourceWorld.CreateAsync();
        world.Server["sikp"].Set(SandboxFault.WrongTypes, 1);
        world.Server["marketplace"].Set(SandboxFault.WrongTypes, 1);
        world.Server["oss"].Set(SandboxFault.WrongTypes, 2);
        await world.RunAsync(SourceKind.Sikp, settings => settings.AsksCandidates = false);
        await world.RunAsync(SourceKind.Marketplace);
        var nibs = world.Server.Data.Of("OSS").Take(3).Select(record => record.Key).ToList();
        await world.Runner(SourceKind.Oss, settings => settings.Parallel = 1).RunAsync(nibs, default);
        // Every third of a page of ten; an answer of OSS is a page of one.
        Assert.Equal(
            [
                "MARKETPLACE|rating|WRONG_TYPE|2", "MARKETPLACE|shop_id|MISSING_VALUE|2", "OSS|nama_usaha|WRONG_TYPE|2",
                "SIKP|plafon|WRONG_TYPE|2", "SIKP|skema_kur|MISSING_VALUE|1", "SIKP|tanggal_akad|DATE_UNREADABLE|1",
            ],
            await world.RowsAsync("select feed, column_name, reason, count(*) from feeds.quarantine group by 1, 2, 3 order by 1, 2"));
        Assert.Equal($"{world.Server.Data.Of("SIKP").Count - 4}", await world.ValueAsync("select count(*) from credit.loan"));
        await using var command = world.DataSource.CreateCommand(
            "select value_cipher from feeds.quarantine where column_name = 'plafon' limit 1");
        Assert.Equal("""{"jumlah":1}""", world.Protector.DecryptText((byte[])(await command.ExecuteScalarAsync())!));
    }

    [Fact]
    public async Task A_run_with_too_many_broken_records_waits_for_a_steward_and_the_source_with_it()
    {
        await using var world = await SourceWorld.CreateAsync();
        world.Server["sikp"].Set(SandboxFault.WrongTypes);
        var held = await world.RunAsync(SourceKind.Sikp);
        Assert.NotNull(held.Failure);
        Assert.Equal("HELD|0|0", await world.ValueAsync(
            "select status, (select count(*) from credit.loan), (select count(*) from feeds.source_cursor) from feeds.feed_run"));
        world.Server["sikp"].Clear();
        Assert.Equal("a run of it waits for a steward", (await world.RunAsync(SourceKind.Sikp)).Skipped);
        await world.ExecuteAsync("update feeds.feed_run set status = 'DISCARDED'");
        Assert.Null((await world.RunAsync(SourceKind.Sikp)).Failure);
        Assert.Equal($"{world.Server.Data.Of("SIKP").Count}", await world.ValueAsync("select count(*) from credit.loan"));
    }

    [Fact]
    public async Task A_run_that_dies_between_publishing_and_its_cursor_is_repeated_and_leaves_the_same()
    {
        await using var clean = await SourceWorld.CreateAsync();
        await using var world = await SourceWorld.CreateAsync();
        foreach (var kind in Listings) await clean.RunAsync(kind);
        await world.ExecuteAsync(
            """
            create function feeds.die() returns trigger language plpgsql as $$ begin raise exception 'the process ended'; end $$;
            create trigger die before insert or update on feeds.source_cursor for each row execute function feeds.die();
            """);
        foreach (var kind in Listings) await Assert.ThrowsAsync<PostgresException>(() => world.RunAsync(kind));
        Assert.NotEqual("0", await world.ValueAsync("select count(*) from credit.loan"));
        Assert.Equal("0", await world.ValueAsync("select count(*) from feeds.source_cursor"));
        await world.ExecuteAsync("drop trigger die on feeds.source_cursor");
        foreach (var kind in Listings)
        {
            var again = await world.RunAsync(kind);
            Assert.Equal((0, 0), (again.Runs.Sum(run => run.Created), again.Runs.Sum(run => run.Changed)));
        }
        Assert.Equal(await clean.EndStateAsync(), await world.EndStateAsync());
    }

    [Fact]
    public async Task A_run_that_is_cancelled_while_it_fetches_leaves_what_it_had_published_and_its_cursor_there()
    {
        await using var world = await SourceWorld.CreateAsync();
        var sikp = world.Server["sikp"];
        using var stop = new CancellationTokenSource();
        var runner = world.Runner(SourceKind.Sikp, settings => (settings.AsksCandidates, settings.BatchRows) = (false, 10));
        sikp.Delay = TimeSpan.FromHours(1);
        var third = sikp.AskedAsync(3);
        _ = sikp.AskedAsync(2).ContinueWith(_ => sikp.Set(SandboxFault.Slow), TaskScheduler.Default);
        var run = runner.RunAsync([], stop.Token);
        await third;
        while (await world.ValueAsync("select count(*) from feeds.source_cursor where position >= 10") is "0") await Task.Delay(10);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        var position = await world.ValueAsync("select position from feeds.source_cursor");
        Assert.Equal(position, await world.ValueAsync("select count(*) from credit.loan"));
        sikp.Clear();
        Assert.Null((await runner.RunAsync([], default)).Failure);
        Assert.Equal($"{world.Server.Data.Of("SIKP").Count}", await world.ValueAsync("select count(*) from credit.loan"));
    }

    [Fact]
    public async Task Of_two_runners_one_reads_and_the_other_says_why_it_does_not()
    {
        await using var world = await SourceWorld.CreateAsync();
        var sikp = world.Server["sikp"];
        sikp.Delay = TimeSpan.FromHours(1);
        sikp.Set(SandboxFault.Slow, 1);
        using var stop = new CancellationTokenSource();
        var first = world.Runner(SourceKind.Sikp).RunAsync([], stop.Token);
        await sikp.AskedAsync(1);
        var second = await world.RunAsync(SourceKind.Sikp);
        Assert.Equal(("SIKP is being read by another runner", 0), (second.Skipped, second.Runs.Count));
        Assert.Equal(1, sikp.Requests);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Null((await world.RunAsync(SourceKind.Sikp)).Skipped);
    }

    [Fact]
    public async Task A_file_of_the_feed_that_is_being_loaded_makes_a_source_wait_for_its_next_turn()
    {
        await using var world = await SourceWorld.CreateAsync();
        await using var connection = await world.DataSource.OpenConnectionAsync();
        // The lock of loads, see RunLog.
        var feed = FeedCatalogue.NumberOf(FeedCatalogue.Get("SIKP"));
        await using var take = new NpgsqlCommand($"select pg_advisory_lock({0x4665_6564}, {feed})", connection);
        await take.ExecuteNonQueryAsync();
        Assert.Equal("another load of SIKP is under way", (await world.RunAsync(SourceKind.Sikp)).Skipped);
        Assert.Equal("0", await world.ValueAsync("select count(*) from feeds.feed_run"));
    }

    [Fact]
    public async Task Pages_are_fetched_no_faster_than_they_are_landed()
    {
        await using var world = await SourceWorld.CreateAsync(businesses: 400);
        var sikp = world.Server["sikp"];
        // What publishes waits for this lock, as it does for another feed's publishing.
        await using var connection = await world.DataSource.OpenConnectionAsync();
        await using var held = await connection.BeginTransactionAsync();
        await using var take = new NpgsqlCommand("lock table credit.loan in exclusive mode", connection);
        await take.ExecuteNonQueryAsync();
        var run = world.RunAsync(
            SourceKind.Sikp, settings => (settings.AsksCandidates, settings.PageSize, settings.BatchRows) = (false, 5, 5));
        const string Waiting = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
        while (await world.ValueAsync(Waiting) is "0") await Task.Delay(10);
        // One page is being published, two wait, one has been fetched and finds no room.
        var most = 1 + 2 + 1;
        await sikp.AskedAsync(most);
        await Task.Delay(300);
        Assert.Equal(most, sikp.Requests);
        await held.RollbackAsync();
        Assert.Null((await run).Failure);
        Assert.True(sikp.Requests > 10, $"{sikp.Requests} pages are no test of this");
    }

    [Fact]
    public async Task A_cursor_does_not_move_back()
    {
        await using var world = await SourceWorld.CreateAsync();
        await world.RunAsync(SourceKind.Sikp);
        var refusal = await Assert.ThrowsAsync<PostgresException>(
            () => world.ExecuteAsync("update feeds.source_cursor set position = position - 1"));
        Assert.Equal("a cursor does not move back", refusal.MessageText);
        var position = await world.ValueAsync("select position from feeds.source_cursor");
        // A source that was put back to an earlier state has nothing after the cursor.
        await world.ExecuteAsync("update feeds.source_cursor set position = position + 1000");
        Assert.Null((await world.RunAsync(SourceKind.Sikp)).Failure);
        var ahead = long.Parse(position, CultureInfo.InvariantCulture) + 1000;
        Assert.Equal($"{ahead}", await world.ValueAsync("select position from feeds.source_cursor"));
    }

    private static void Change(SourceWorld world, SourceKind kind)
    {
        var (feed, column) = kind == SourceKind.Sikp ? ("SIKP", "outstanding") : ("MARKETPLACE", "jumlah_produk");
        foreach (var record in world.Server.Data.Of(feed).Take(15)) world.Server.Data.Change(feed, record.Key, column, "77");
    }
}
