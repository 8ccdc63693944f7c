using System.Text;
using DataHub.Access;
using DataHub.Feeds;
using DataHub.Feeds.Loading;
using DataHub.Feeds.Quarantine;
using DataHub.Testing;

namespace DataHub.Tests.Feeds;

/// <summary>What stewards do with rows that could not be read.</summary>
public sealed class QuarantineTests
{
    private const string Listing = StewardWorld.Listing;
    private const string Broken = "L1,P1,S1,abc,x,2024-05-23";

    [Fact]
    public async Task A_corrected_row_comes_in_as_a_run_of_its_own_and_does_not_come_back()
    {
        await using var hub = await StewardWorld.CreateAsync();
        await hub.World.LoadAsync("listing.csv", Listing, Broken, "L2,P1,S1,1000,2,2024-05-23");
        var ids = await hub.RecordsAsync();
        Assert.Equal(2, ids.Count);
        var still = await hub.ChangeAsync("correctQuarantined", new { id = ids[0], values = new[] { new { column = "harga", value = "1.500" } } });
        Assert.Equal(["NUMBER_UNREADABLE terjual"], StewardWorld.Errors(still));
        var done = await hub.ChangeAsync("correctQuarantined", new
        {
            id = ids[0],
            values = new[] { new { column = "harga", value = "1.500" }, new { column = "terjual", value = "3" } },
            reason = "telepon dinas",
        });
        Assert.Empty(StewardWorld.Errors(done));
        Assert.Equal("""{"state":"CORRECTED","decidedBy":"steward-sandbox/steward-sandbox","decisionReason":"telepon dinas"}""", done.GetProperty("record").GetRawText());
        Assert.Equal("""{"kind":"CORRECTION","actor":"steward-sandbox/steward-sandbox","created":1,"changed":0,"unchanged":0}""", done.GetProperty("run").GetRawText());
        Assert.Equal("1500.00|3", await hub.World.ValueAsync("select price, sold from market.listing where source_key = 'L1'"));
        Assert.Equal(["CORRECTED", "CORRECTED"], await hub.World.RowsAsync("select state from feeds.quarantine"));
        Assert.Equal("""{"harga":"abc","terjual":"x"}""", await ReceivedAsync(hub, "L1"));
        var again = await hub.World.Loader.LoadAsync(hub.World.Write("listing.csv", Listing, Broken, "L2,P1,S1,1000,2,2024-05-23"), new LoadOptions { IsFull = true });
        Assert.Equal((2, 1, 1, 0, 0), (again.Received, again.Unchanged, again.Decided, again.Quarantined, again.Vanished));
        Assert.Equal("2|1500.00", await hub.World.ValueAsync("select count(*), max(price) from market.listing"));
        Assert.Equal(["NOT_OPEN id"], StewardWorld.Errors(await hub.ChangeAsync("acceptQuarantined", new { id = ids[0] })));
    }

    [Fact]
    public async Task A_row_is_accepted_without_what_could_not_be_read_unless_it_must_be_there()
    {
        await using var hub = await StewardWorld.CreateAsync();
        await hub.World.LoadAsync("listing.csv", Listing, Broken, "too,few", ",P1,S1,1,1,2024-05-23");
        await hub.World.LoadAsync("sikp.csv", FeedWorld.Sikp, "A1,,X,,,002,NOSUCH,1,1,1,2024-01-01,2026-01-01,18.03");
        var ids = await hub.RecordsAsync();
        Assert.Empty(StewardWorld.Errors(await hub.ChangeAsync("acceptQuarantined", new { id = ids[1] })));
        Assert.Equal("L1||", await hub.World.ValueAsync("select source_key, price, sold from market.listing"));
        Assert.Equal("ACCEPTED|ACCEPTED", string.Join('|', await hub.World.RowsAsync("select state from feeds.quarantine where line = 2 and feed = 'LISTING'")));
        var refused = new List<string>();
        foreach (var id in ids[2..]) refused.AddRange(StewardWorld.Errors(await hub.ChangeAsync("acceptQuarantined", new { id })));
        Assert.Equal(["NOT_ACCEPTABLE ", "NOT_ACCEPTABLE id_listing", "NOT_ACCEPTABLE skema_kur"], refused);
        Assert.Equal("1", await hub.World.ValueAsync("select count(*) from market.listing"));
    }

    [Fact]
    public async Task A_row_that_had_no_fields_is_corrected_by_giving_them_all_and_keeps_its_text()
    {
        await using var hub = await StewardWorld.CreateAsync();
        await hub.World.LoadAsync("listing.csv", Listing, "L9,P1");
        var id = (await hub.RecordsAsync()).Single();
        var values = new[] { new { column = "id_listing", value = "L9" }, new { column = "harga", value = "Rp 2.000" } };
        Assert.Equal(["UNKNOWN_COLUMN values"], StewardWorld.Errors(
            await hub.ChangeAsync("correctQuarantined", new { id, values = new[] { new { column = "price", value = "1" } } })));
        Assert.Empty(StewardWorld.Errors(await hub.ChangeAsync("correctQuarantined", new { id, values })));
        Assert.Equal("L9|2000.00", await hub.World.ValueAsync("select source_key, price from market.listing"));
        Assert.Equal("\"L9,P1\"", await ReceivedAsync(hub, "L9"));
    }

    [Fact]
    public async Task The_older_of_two_rows_with_one_key_comes_in_under_another_key_only()
    {
        await using var hub = await StewardWorld.CreateAsync();
        await hub.World.LoadAsync("listing.csv", Listing, "L1,P1,S1,1,1,2024-05-23", "L1,P2,S1,1,1,2024-05-24");
        var id = (await hub.RecordsAsync()).Single();
        var price = new[] { new { column = "harga", value = "7" } };
        Assert.Equal(["KEY_TAKEN values"], StewardWorld.Errors(await hub.ChangeAsync("correctQuarantined", new { id, values = price })));
        var key = new[] { new { column = "id_listing", value = "L1B" } };
        Assert.Empty(StewardWorld.Errors(await hub.ChangeAsync("correctQuarantined", new { id, values = key })));
        Assert.Equal(["L1|P2", "L1B|P1"], await hub.World.RowsAsync("select source_key, product_key from market.listing order by 1"));
    }

    [Fact]
    public async Task A_dismissed_row_is_not_put_before_a_steward_again()
    {
        await using var hub = await StewardWorld.CreateAsync();
        await hub.World.LoadAsync("listing.csv", Listing, Broken);
        var id = (await hub.RecordsAsync())[0];
        Assert.Equal(["REASON_MISSING reason"], StewardWorld.Errors(await hub.ChangeAsync("dismissQuarantined", new { id, reason = " " })));
        Assert.Empty(StewardWorld.Errors(await hub.ChangeAsync("dismissQuarantined", new { id, reason = "uji coba" })));
        var run = await hub.World.LoadAsync("listing.csv", Listing, Broken);
        Assert.Equal((1, 0, 1), (run.Received, run.Quarantined, run.Decided));
        Assert.Equal(["DISMISSED", "DISMISSED"], await hub.World.RowsAsync("select state from feeds.quarantine"));
        Assert.Equal("1", await hub.World.ValueAsync("select decided from feeds.feed_run where id = 2"));
    }

    [Fact]
    public async Task A_record_that_comes_readable_later_closes_its_entry_and_opens_it_when_it_comes_broken_again()
    {
        await using var hub = await StewardWorld.CreateAsync();
        await hub.World.LoadAsync("listing.csv", Listing, Broken);
        await hub.World.LoadAsync("listing.csv", Listing, "L1,P1,S1,1000,2,2024-05-23");
        Assert.Equal(["RESENT|2", "RESENT|2"], await hub.World.RowsAsync("select state, decision_run_id from feeds.quarantine"));
        await hub.World.LoadAsync("listing.csv", Listing, Broken);
        Assert.Equal(["OPEN|3|", "OPEN|3|"], await hub.World.RowsAsync("select state, run_id, decision_run_id from feeds.quarantine"));
        await hub.World.LoadAsync("listing.csv", Listing, "L1,P1,S1,1000,2,2024-05-23");
        Assert.Equal(["RESENT", "RESENT"], await hub.World.RowsAsync("select state from feeds.quarantine"));
    }

    [Fact]
    public async Task Only_stewards_decide_and_the_ledger_names_the_change_without_a_value()
    {
        await using var hub = await StewardWorld.CreateAsync();
        await hub.World.LoadAsync("listing.csv", Listing, Broken);
        var id = (await hub.RecordsAsync())[0];
        const string Change = "mutation($id: ID!) { acceptQuarantined(input: { id: $id, reason: \"rahasia\" }) { errors { code } } }";
        foreach (var caller in new Caller[] { Callers.Bank, Callers.Dashboard, Callers.Partner })
            Assert.True((await HubFixture.AskAsync(hub.Hub, Change, caller, new { id })).HasErrors);
        Assert.Equal("OPEN", (await hub.World.RowsAsync("select distinct state from feeds.quarantine")).Single());
        await hub.AskAsync(Change, new { id });
        Assert.Equal("CHANGE|Mutation.acceptQuarantined|ANSWERED", await hub.World.ValueAsync(
            "select kind, fields, outcome from audit.entry where kind = 'CHANGE'"));
        Assert.Equal("0", await hub.World.ValueAsync("select count(*) from audit.entry e where e::text like '%rahasia%' or e::text like '%abc%'"));
    }

    [Fact]
    public async Task A_report_goes_to_the_agency_and_comes_back_corrected()
    {
        await using var hub = await StewardWorld.CreateAsync();
        await hub.World.LoadAsync("listing.csv", Listing, "L1,=cmd|' /C calc'!A0,+62811,abc,x,23 Mei 2024", "L2,\"P;\"\"1\"\"\",S1,-5,1,2024-05-23", "too,few");
        using var stream = new MemoryStream();
        Assert.Equal(3, await new QuarantineReport(hub.World.DataSource, hub.World.Protector, hub.World.Clock)
            .WriteAsync(FeedCatalogue.Get("LISTING"), stream, CancellationToken.None));
        var text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Equal('\uFEFF', text[0]);
        var lines = text[1..].TrimEnd().Split('\n', StringSplitOptions.TrimEntries);
        Assert.Equal("id_listing;id_produk;shop_id;harga;terjual;tanggal_tayang;line;column;reason;message;row", lines[0]);
        Assert.StartsWith("L1;'=cmd|' /C calc'!A0;'+62811;abc;x;23 Mei 2024;2;harga, terjual;AMOUNT_UNREADABLE, NUMBER_UNREADABLE;", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("L2;\"P;\"\"1\"\"\";S1;'-5;1;2024-05-23;3;harga;AMOUNT_NEGATIVE;", lines[2], StringComparison.Ordinal);
        Assert.EndsWith(";4;;WRONG_FIELD_COUNT;the row has another number of fields than the header;too,few", lines[3], StringComparison.Ordinal);
        lines[1] = lines[1].Replace(";abc;x;", ";100;2;", StringComparison.Ordinal);
        lines[2] = lines[2].Replace(";'-5;", ";5;", StringComparison.Ordinal);
        var run = await hub.World.LoadAsync("balik.csv", lines[..3]);
        Assert.Equal((2, 2, 0), (run.Received, run.Created, run.Quarantined));
        Assert.Equal(["=cmd|' /C calc'!A0|+62811|100.00", "P;\"1\"|S1|5.00"],
            await hub.World.RowsAsync("select product_key, shop_key, price from market.listing order by source_key"));
        Assert.Equal(["OPEN", "RESENT", "RESENT", "RESENT"], await hub.World.RowsAsync("select state from feeds.quarantine order by state"));
    }

    private static async Task<string> ReceivedAsync(StewardWorld hub, string key)
    {
        await using var command = hub.World.DataSource.CreateCommand("select received_cipher from feeds.source_record where source_key = $1 and is_current");
        command.Parameters.AddWithValue(key);
        return hub.World.Protector.DecryptText((byte[])(await command.ExecuteScalarAsync())!);
    }
}
