using DataHub.Feeds.Loading;
using Npgsql;

namespace DataHub.Tests.Feeds;

/// <summary>Loads that lose their connection midway, large first loads, and whole deliveries.</summary>
public sealed class InterruptionTests
{
    private const string ListingHeader = "id_listing,id_produk,shop_id,harga,terjual,tanggal_tayang";

    private const string EndTheWaiting =
        "select pg_terminate_backend(pid) from pg_locks where relation = 'registry.oss_record'::regclass and not granted";

    // Rules of the tables, by definition: what a large first load takes away must be there again.
    private const string Rules =
        """
        select indexdef from pg_indexes where schemaname in ('registry', 'feeds', 'linkage', 'credit', 'training', 'market')
        union all
        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where contype in ('f', 'p', 'u')
        order by 1
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_load_whose_connection_dies_while_it_publishes_leaves_nothing_and_the_next_one_works(bool wholeProcess)
    {
        await using var world = await FeedWorld.CreateAsync();
        var path = world.Write("oss.csv", [FeedWorld.Oss, .. Businesses(200)]);
        await using (var other = await world.DataSource.OpenConnectionAsync())
        {
            // Publishing has written the records by the time it comes to what OSS says, and waits there.
            await using var held = await other.BeginTransactionAsync();
            await ExecuteAsync(other, "lock table registry.oss_record in access exclusive mode");
            var load = world.Loader.LoadAsync(path);
            await UntilItWaitsAsync(other);
            await ExecuteAsync(other, wholeProcess
                ? "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
                : EndTheWaiting);
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => load);
        }
        world.DataSource.Clear();
        Assert.Equal("0|0|0", await world.ValueAsync(
            "select count(*), (select count(*) from registry.oss_record), (select count(*) from feeds.source_record) from registry.business"));
        Assert.Equal(200, (await world.Loader.LoadAsync(path)).Created);
        Assert.Equal(
            [wholeProcess ? "FAILED|the process ended during the run" : "FAILED|the database refused or ended the load", "DONE|"],
            await world.RowsAsync("select status, failure from feeds.feed_run order by id"));
    }

    [Fact]
    public async Task A_full_file_whose_load_dies_marks_nothing_and_leaves_no_entry_decided()
    {
        await using var world = await FeedWorld.CreateAsync();
        var broken = Businesses(31).Last().Replace("81300000", "abc", StringComparison.Ordinal);
        await world.LoadAsync("oss.csv", [FeedWorld.Oss, .. Businesses(30), broken]);
        var path = world.Write("oss.csv", [FeedWorld.Oss, .. Businesses(31).Skip(20), "too,few"]);
        await using (var other = await world.DataSource.OpenConnectionAsync())
        {
            await using var held = await other.BeginTransactionAsync();
            await ExecuteAsync(other, "lock table registry.oss_record in access exclusive mode");
            var load = world.Loader.LoadAsync(path, new LoadOptions { IsFull = true });
            await UntilItWaitsAsync(other);
            await ExecuteAsync(other, EndTheWaiting);
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => load);
        }
        const string Marks = """
            select count(vanished_at), (select string_agg(state, ',' order by state) from feeds.quarantine)
            from feeds.source_record where is_current
            """;
        Assert.Equal("0|OPEN", await world.ValueAsync(Marks));
        var run = await world.Loader.LoadAsync(path, new LoadOptions { IsFull = true });
        Assert.Equal((10, 1, 20, 1), (run.Unchanged, run.Created, run.Vanished, run.Quarantined));
        Assert.Equal("20|OPEN,RESENT", await world.ValueAsync(Marks));
    }

    [Fact]
    public async Task A_large_first_load_leaves_every_index_and_key_in_place()
    {
        await using var world = await FeedWorld.CreateAsync();
        var before = await world.RowsAsync(Rules);
        await world.LoadAsync("oss.csv", [FeedWorld.Oss, .. Businesses(6000)]);
        await world.LoadAsync("listing.csv", [ListingHeader, .. Enumerable.Range(0, 6000).Select(i => $"L{i},P1,S1,1000,1,2024-05-23")]);
        Assert.Equal(before, await world.RowsAsync(Rules));
        Assert.Equal("6000|6000|True", await world.ValueAsync(
            """
            select count(*), (select count(*) from linkage.link where closed_at is null), count(distinct business_id) = (select count(*) from registry.business)
            from registry.licence
            """));
    }

    [Fact]
    public async Task A_delivery_is_loaded_in_the_order_of_the_catalogue_and_a_refused_file_keeps_nothing_back()
    {
        await using var world = await FeedWorld.CreateAsync();
        world.Write("a-listing.csv", ListingHeader, "L1,P1,S1,1000,2,2024-01-01");
        world.Write("b-nothing.csv", "a,b,c", "1,2,3");
        world.Write("c-produk.csv", "id_produk,nib,nama_produk,kategori,kbli,harga", "P1,0000000000017,Kopi,Minuman,10761,5000");
        world.Write("d-oss.csv", [FeedWorld.Oss, .. Businesses(20)]);
        world.Write("e-oss.csv", [FeedWorld.Oss, .. Businesses(30)]);
        var results = await world.Loader.LoadAllAsync(world.Folder);
        Assert.Equal(
            ["d-oss.csv", "e-oss.csv", "c-produk.csv", "a-listing.csv", "b-nothing.csv"], results.Select(result => result.FileName));
        Assert.Equal([20, 10, 1, 1, null], results.Select(result => result.Run?.Created));
        Assert.Equal([0, 20, 0, 0, null], results.Select(result => result.Run?.Unchanged));
        Assert.Equal("1|1", await world.ValueAsync(
            "select count(p.business_id), count(x.product_id) from market.listing x join market.product p on p.id = x.product_id"));
        Assert.Equal(["1|OSS|DONE", "2|OSS|DONE", "3|PRODUK|DONE", "4|LISTING|DONE"],
            await world.RowsAsync("select id, feed, status from feeds.feed_run order by id"));
    }

    [Fact]
    public async Task A_file_that_was_read_ahead_is_not_published_when_the_load_before_it_breaks_off()
    {
        await using var world = await FeedWorld.CreateAsync();
        world.Write("oss.csv", [FeedWorld.Oss, .. Businesses(20)]);
        world.Write("listing.csv", ListingHeader, "L1,P1,S1,1000,2,2024-01-01");
        await using var other = await world.DataSource.OpenConnectionAsync();
        await using (var held = await other.BeginTransactionAsync())
        {
            await ExecuteAsync(other, "lock table registry.oss_record in access exclusive mode");
            var load = world.Loader.LoadAllAsync(world.Folder);
            await UntilItWaitsAsync(other);
            await ExecuteAsync(other, EndTheWaiting);
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => load);
        }
        Assert.Equal("0", await world.ValueAsync("select count(*) from market.listing"));
        Assert.Equal("0", await world.ValueAsync("select count(*) from feeds.feed_run where status <> 'FAILED'"));
        Assert.Equal([20, 1], (await world.Loader.LoadAllAsync(world.Folder)).Select(result => result.Run!.Created));
    }

    private static IEnumerable<string> Businesses(int count) => Enumerable.Range(1, count).Select(i =>
        $"{i:D13},180312{41 + (i % 28):D2}0192{1 + (i % 9000):D4},Usaha {i},ANI {i},Perorangan,96200,Mikro,81300000,Jl. A,18.03,,,"
        + "2025-01-28,AKTIF");

    private static async Task UntilItWaitsAsync(NpgsqlConnection other)
    {
        await using var waiting = new NpgsqlCommand(
            "select exists (select from pg_locks where relation = 'registry.oss_record'::regclass and not granted)", other);
        while (await waiting.ExecuteScalarAsync() is not true) await Task.Delay(10);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
