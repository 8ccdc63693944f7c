using DataHub.Feeds.Loading;
using Npgsql;

namespace DataHub.Tests.Feeds;

/// <summary>Runs that die while they are being held, or while they are published after a steward released them: all is there or nothing.</summary>
public sealed class HeldRunDeathTests
{
    private const string Left =
        """
        select (select count(*) from market.listing), (select count(*) from feeds.source_record), (select count(*) from feeds.quarantine),
          (select count(*) from feeds.held_file)
        """;

    private const string EndAll =
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

    // A process whose connections end one after the other may still enter the first.
    private static readonly string[] Told = ["the database refused or ended the load", "the process ended during the run"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_dies_while_its_file_is_kept_leaves_nothing_and_is_held_when_it_comes_again(bool wholeProcess)
    {
        await using var hub = await StewardWorld.CreateAsync();
        var path = hub.World.Write("listing.csv", [StewardWorld.Listing, .. Rows()]);
        await DieAsync(hub.World, "feeds.held_file", wholeProcess, () =>
            Assert.ThrowsAnyAsync<NpgsqlException>(() => hub.World.Loader.LoadAsync(path)));
        Assert.Equal("0|0|0|0", await hub.World.ValueAsync(Left));
        Assert.Equal("HELD", (await hub.World.Loader.LoadAsync(path)).Status);
        Assert.Equal("0|0|20|1", await hub.World.ValueAsync(Left));
        Assert.Equal(["FAILED", "HELD"], await hub.World.RowsAsync("select status from feeds.feed_run order by id"));
        Assert.Contains(await hub.World.ValueAsync("select failure from feeds.feed_run where status = 'FAILED'"), Told);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_released_run_that_dies_while_it_is_published_waits_again_with_its_file_and_can_be_released_again(bool wholeProcess)
    {
        await using var hub = await StewardWorld.CreateAsync();
        var held = await hub.World.LoadAsync("listing.csv", [StewardWorld.Listing, .. Rows()]);
        var before = await hub.World.ValueAsync(Left);
        var run = new HeldRun(held.RunId, held.FileName, held.Kind) { Actor = "steward-1", Reason = "dinas tahu" };
        await DieAsync(hub.World, "market.listing", wholeProcess, async () =>
        {
            var go = await hub.World.Loader.ResumeAsync(run, CancellationToken.None);
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => go!(CancellationToken.None));
        });
        await hub.World.Loader.CloseAbandonedRunsAsync();
        Assert.Equal("HELD", await hub.World.ValueAsync("select status from feeds.feed_run"));
        Assert.Contains(await hub.World.ValueAsync("select failure from feeds.feed_run"), Told);
        Assert.Equal(before, await hub.World.ValueAsync(Left));
        var again = await hub.World.Loader.ResumeAsync(run, CancellationToken.None);
        Assert.Equal((20, 20), (await again!(CancellationToken.None)) is var done ? (done.Created, done.Quarantined) : default);
        Assert.Equal("DONE||20|20", await hub.World.ValueAsync("select status, failure, created, quarantined from feeds.feed_run"));
        Assert.Equal("20|20|20|0", await hub.World.ValueAsync(Left));
    }

    // What works is stopped where it comes to write into a table, and its connection, or all of the process's, ended there.
    private static async Task DieAsync(FeedWorld world, string table, bool wholeProcess, Func<Task> work)
    {
        await using (var other = await world.DataSource.OpenConnectionAsync())
        {
            await using var held = await other.BeginTransactionAsync();
            // Reading goes on.
            await ScalarAsync(other, $"lock table {table} in exclusive mode");
            var dying = work();
            while (await ScalarAsync(other, $"select count(*) from pg_locks where relation = '{table}'::regclass and not granted") is 0L)
            {
                Assert.False(dying.IsCompleted, "it did not wait");
                await Task.Delay(10);
            }
            await ScalarAsync(other, wholeProcess
                ? EndAll
                : $"select pg_terminate_backend(pid) from pg_locks where relation = '{table}'::regclass and not granted");
            await dying;
        }
        world.DataSource.Clear();
    }

    private static IEnumerable<string> Rows() =>
        Enumerable.Range(0, 40).Select(i => $"L{i},P1,S1,{(i < 20 ? "abc" : "1000")},1,2024-05-23");

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
