using System.Text;
using DataHub.Feeds;
using DataHub.Feeds.Loading;
using DataHub.Linkage.Store;

namespace DataHub.Tests.Feeds;

/// <summary>What is kept of rows that come, come again, stay away and come back.</summary>
public sealed class LandingTests
{
    private const string Listing = "id_listing,id_produk,shop_id,harga,terjual,tanggal_tayang";
    private static readonly LoadOptions Full = new() { IsFull = true };

    [Fact]
    public async Task A_row_is_kept_as_received_whatever_the_hub_made_of_it()
    {
        await using var world = await FeedWorld.CreateAsync();
        await world.LoadAsync("listing.csv", Listing, "L1,P1,S1,Rp 1.000,2, 23 Mei 2024", "L2,P1,S1,1000,2,2024-05-23");
        Assert.Equal(["""{"harga":"Rp 1.000","tanggal_tayang":" 23 Mei 2024"}""", ""], await ReceivedAsync(world));
    }

    [Fact]
    public async Task What_a_full_file_leaves_out_is_marked_and_unmarked_when_it_is_back()
    {
        await using var world = await FeedWorld.CreateAsync();
        await world.LoadAsync("listing.csv", Listing, Row(1), Row(2), Row(3));
        var without = await world.Loader.LoadAsync(world.Write("listing.csv", Listing, Row(1), Row(4)), Full);
        Assert.Equal((LoadKind.Full, 1, 1, 2, 0), (without.Kind, without.Unchanged, without.Created, without.Vanished, without.Returned));
        Assert.Equal(["L1||", "L2|2026-11-21|2", "L3|2026-11-21|2", "L4||"], await MarksAsync(world));
        Assert.Equal("4", await world.ValueAsync("select count(*) from market.listing"));
        var again = await world.Loader.LoadAsync(world.Write("listing.csv", Listing, Row(1), Row(4)), Full);
        Assert.Equal(0, again.Vanished);
        // One comes back as it was, the other one changed, and both in a delta.
        var back = await world.LoadAsync("listing.csv", Listing, Row(2), Row(3).Replace("1000", "2000", StringComparison.Ordinal));
        Assert.Equal((LoadKind.Delta, 1, 1, 2), (back.Kind, back.Unchanged, back.Changed, back.Returned));
        Assert.Equal(["L1||", "L2||", "L3||", "L4||"], await MarksAsync(world));
        Assert.Equal(["FULL|2|0", "FULL|0|0", "DELTA|0|2"],
            await world.RowsAsync("select kind, vanished, returned from feeds.feed_run where id > 1 order by id"));
    }

    [Fact]
    public async Task A_delta_marks_nothing_and_an_operator_can_say_that_a_feed_sends_full_files()
    {
        await using var world = await FeedWorld.CreateAsync();
        await world.LoadAsync("listing.csv", Listing, Row(1), Row(2));
        Assert.Equal(0, (await world.LoadAsync("listing.csv", Listing, Row(1))).Vanished);
        await world.RowsAsync("insert into feeds.feed_setting (feed, is_full, changed_by, changed_at) values ('LISTING', true, 'x', now())");
        Assert.Equal(1, (await world.LoadAsync("listing.csv", Listing, Row(1))).Vanished);
        var told = await world.Loader.LoadAsync(world.Write("listing.csv", Listing, Row(2)), new LoadOptions { IsFull = false });
        Assert.Equal((0, 1), (told.Vanished, told.Returned));
    }

    [Fact]
    public async Task A_record_whose_row_is_broken_in_a_full_file_has_not_vanished()
    {
        await using var world = await FeedWorld.CreateAsync();
        await world.LoadAsync("listing.csv", Listing, Row(1), Row(2), Row(3));
        var run = await world.Loader.LoadAsync(world.Write("listing.csv", Listing, "L1,P1,S1,abc,2,2024-05-23", "L2,P1"), Full);
        Assert.Equal((2, 1), (run.Quarantined, run.Vanished));
        Assert.Equal(["L1||", "L2||", "L3|2026-11-21|2"], await MarksAsync(world));
    }

    [Fact]
    public async Task A_long_file_that_is_sent_again_is_compared_by_hash_and_tells_the_same()
    {
        await using var world = await FeedWorld.CreateAsync();
        var rows = Enumerable.Range(0, 40_000).Select(Long).ToList();
        await world.Loader.LoadAsync(Written(world, rows));
        var same = await world.Loader.LoadAsync(Written(world, rows), Full);
        Assert.Equal((40_000, 0, 0, 0, 0), (same.Unchanged, same.Created, same.Changed, same.Vanished, same.Quarantined));
        rows[7] = rows[7].Replace(",1000,", ",2000,", StringComparison.Ordinal);
        rows[8] = rows[8].Replace(",1000,", ",abc,", StringComparison.Ordinal);
        rows.RemoveRange(10, 5);
        rows.Add(Long(50_000));
        var other = await world.Loader.LoadAsync(Written(world, rows), Full);
        Assert.Equal((39_993, 1, 1, 5, 1), (other.Unchanged, other.Created, other.Changed, other.Vanished, other.Quarantined));
        Assert.Equal("2000.00", await world.ValueAsync("select price from market.listing where source_key like 'L7-%'"));
    }

    [Fact]
    public async Task One_key_twice_is_decided_the_same_when_one_of_the_two_is_what_the_hub_holds()
    {
        await using var world = await FeedWorld.CreateAsync();
        var rows = Enumerable.Range(0, 40_000).Select(Long).ToList();
        await world.Loader.LoadAsync(Written(world, rows));
        // An older form behind the known one, and a newer form before the known one.
        rows.Add(rows[1].Replace("2024-05-23", "2023-05-23", StringComparison.Ordinal));
        rows.Insert(0, rows[2].Replace("2024-05-23", "2025-05-23", StringComparison.Ordinal));
        var run = await world.Loader.LoadAsync(Written(world, rows), Full);
        Assert.Equal((40_002, 39_999, 0, 1, 2, 0), (run.Received, run.Unchanged, run.Created, run.Changed, run.Quarantined, run.Vanished));
        Assert.Equal(["2024-05-23", "2025-05-23"], await world.RowsAsync(
            "select listed_on::text from market.listing where source_key like 'L1-%' or source_key like 'L2-%' order by source_key"));
        Assert.Equal(["5|DUPLICATE_KEY", "40003|DUPLICATE_KEY"], await world.RowsAsync(
            "select line, reason from feeds.quarantine order by line"));
    }

    [Fact]
    public async Task A_run_of_a_compared_feed_ends_with_the_pass_that_judges_its_records()
    {
        await using var world = await FeedWorld.CreateAsync();
        var path = world.Write("oss.csv", FeedWorld.Oss, "2801255173141,,A,B,CV,96200,Mikro,5,x,18.03,,,2024-01-01,AKTIF");
        await world.Loader.LoadAsync(path);
        await world.Loader.LoadAsync(path);
        Assert.Equal(["DONE|False", "DONE|False"], await world.RowsAsync("select status, awaits_linking from feeds.feed_run"));
        Assert.Equal("0", await world.ValueAsync("select count(*) from linkage.pending"));
    }

    private static string Row(int number) => $"L{number},P1,S1,1000,2,2024-05-23";

    private static string Long(int number) => $"L{number}-{new string('x', 40)},P1,S1,1000,2,2024-05-23";

    private static string Written(FeedWorld world, IEnumerable<string> rows) =>
        world.Write("listing.csv", Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(Listing))));

    private static Task<List<string>> MarksAsync(FeedWorld world) => world.RowsAsync(
        "select source_key, vanished_at, vanished_run_id from feeds.source_record where is_current order by source_key");

    private static async Task<List<string>> ReceivedAsync(FeedWorld world)
    {
        await using var command = world.DataSource.CreateCommand("select received_cipher from feeds.source_record order by source_key");
        await using var rows = await command.ExecuteReaderAsync();
        var received = new List<string>();
        while (await rows.ReadAsync()) received.Add(rows.IsDBNull(0) ? "" : world.Protector.DecryptText(rows.GetFieldValue<byte[]>(0)));
        return received;
    }
}
