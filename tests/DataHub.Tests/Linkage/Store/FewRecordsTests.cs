using DataHub.Feeds.Loading;
using DataHub.Tests.Feeds;

namespace DataHub.Tests.Linkage.Store;

/// <summary>Passes near a few records: the tables that they work in, and that they leave what a pass over everything would.</summary>
public sealed class FewRecordsTests
{
    private const string Registered =
        """
        select 'business', b.id, b.nib, b.name, b.kbli, b.regency_code, b.district_code, b.phone, b.email, b.owner_id::text, b.annual_sales::text from registry.business b
        union all select 'person', p.id, p.name, p.gender, encode(p.nik_hash, 'hex'), null, null, null, null, null, null from registry.person p
        union all select 'licence', l.business_id, l.nib, l.is_current::text, null, null, null, null, null, null, null from registry.licence l
        union all select 'pair', null, r.key_a, r.key_b, r.state, r.reason, null, null, null, null, null from linkage.review_pair r where r.state = 'OPEN'
        union all select 'roll-up', r.dimensions, r.regency_code, r.district_code, r.scale, r.gender, r.status, r.businesses::text, r.annual_sales::text, null, null
          from research.roll_up r where r.businesses <> 0
        order by 1, 2, 3, 4, 5, 6, 7, 8
        """;

    private const string Tables = "select tablename from pg_tables where schemaname = 'linkage_work' order by 1";

    [Fact]
    public async Task What_comes_alone_ends_where_a_pass_over_everything_leaves_it()
    {
        await using var world = await LoadedAsync();
        await world.LoadAsync("sikp.csv", FeedWorld.Sikp, LinkWorld.FirstLoan);
        await world.LoadAsync("sikp.csv", FeedWorld.Sikp, LinkWorld.SecondLoan.Replace("2500000", "2000000", StringComparison.Ordinal));
        await world.LoadAsync("sertifikat.csv", LinkWorld.Sertifikat, LinkWorld.SecondCertificate);
        await world.LoadAsync("sidt.csv", "id_sidt,nib,nik,tenaga_kerja,omzet_tahunan,tahun", $"F1,{LinkWorld.FirstNib},,2,50000000,2024");
        // Another name, another trade, another owner, and a business that nobody told of before.
        await world.LoadAsync("oss.csv", FeedWorld.Oss, LinkWorld.SecondOss.Replace("Batik Sekar Arum", "Batik Sekar Wangi", StringComparison.Ordinal));
        await world.LoadAsync("oss.csv", FeedWorld.Oss, LinkWorld.FirstOss.Replace("10794", "10793", StringComparison.Ordinal));
        await world.LoadAsync("oss.csv", FeedWorld.Oss, LinkWorld.SecondOss.Replace(LinkWorld.SecondNik, LinkWorld.FirstNik, StringComparison.Ordinal));
        await world.LoadAsync("market.csv", LinkWorld.Marketplace, "S1,TOKOKITA,Batik Sekar Arum,DWI PRASETYO,081398765402,,Bandar Lampung,12,4.5,1000000,2023-01-01");

        Assert.Equal("NEAR|DONE|7", await world.ValueAsync("select kind, status, count(*) from linkage.pass where id > 1 group by 1, 2"));
        var (where, what) = (await world.RowsAsync(LinkWorld.Whereabouts), await world.RowsAsync(Registered));
        var result = await world.LinkAsync();
        Assert.Equal(0, result.Pending);
        Assert.Equal(where, await world.RowsAsync(LinkWorld.Whereabouts));
        Assert.Equal(what, await world.RowsAsync(Registered));
    }

    [Fact]
    public async Task The_tables_that_such_a_pass_works_in_are_empty_for_the_next_one()
    {
        await using var world = await LoadedAsync();
        // On each connection of the pool the statements are planned once and used again.
        for (var i = 1; i <= 5; i++)
        {
            await world.LoadAsync("sikp.csv", FeedWorld.Sikp, LinkWorld.SecondLoan.Replace("2500000", $"{i}000000", StringComparison.Ordinal));
            foreach (var table in await world.RowsAsync(Tables))
                Assert.Equal("0", await world.ValueAsync($"select count(*) from linkage_work.{table}"));
        }

        Assert.Equal("NEAR|5", await world.ValueAsync("select kind, count(*) from linkage.pass where id > 1 group by 1"));
        Assert.Equal("5000000|True", await world.ValueAsync(
            $"select round(x.outstanding), b.nib = '{LinkWorld.SecondNib}' from credit.loan x join registry.business b on b.id = x.business_id"));
        Assert.Equal("5", await world.ValueAsync("select count(*) from linkage.link where feed = 'SIKP'"));
    }

    [Fact]
    public async Task Passes_near_few_and_over_everything_take_turns_on_the_same_connections()
    {
        await using var world = await LoadedAsync();
        for (var i = 1; i <= 3; i++)
            await world.LoadAsync("sikp.csv", FeedWorld.Sikp, LinkWorld.SecondLoan.Replace("2500000", $"{i}000000", StringComparison.Ordinal));
        var before = await world.RowsAsync(LinkWorld.Whereabouts);
        for (var turn = 0; turn < 3; turn++)
        {
            await world.JudgeAsync("SAME");
            Assert.Equal(1, (await world.LinkAsync()).Merged);
            await world.LoadAsync("sikp.csv", FeedWorld.Sikp, LinkWorld.SecondLoan.Replace("2500000", $"{turn}500000", StringComparison.Ordinal));
            Assert.Equal("2", await world.ValueAsync(
                $"select count(*) from credit.loan x join registry.licence l using (business_id) where l.nib in ('{LinkWorld.FirstNib}', '{LinkWorld.SecondNib}')"));
            await world.WithdrawAsync();
            Assert.Equal(1, (await world.LinkAsync()).Split);
            Assert.Equal(before, await world.RowsAsync(LinkWorld.Whereabouts));
        }
        Assert.Equal("6|6", await world.ValueAsync(
            "select count(*) filter (where kind = 'FULL' and id > 1), count(*) filter (where kind = 'NEAR') from linkage.pass"));
    }

    [Fact]
    public async Task A_pass_that_fails_leaves_everything_to_the_next_one()
    {
        await using var world = await LoadedAsync();
        await world.RowsAsync("alter table linkage.record_key rename to record_key_elsewhere; select 1");
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => world.LoadAsync("sikp.csv", FeedWorld.Sikp, LinkWorld.SecondLoan));
        Assert.Equal("FAILED|the database refused or ended the pass", await world.ValueAsync("select status, failure from linkage.pass order by id desc limit 1"));
        Assert.Equal("SIKP|A2", await world.ValueAsync("select feed, source_key from linkage.pending"));

        await world.RowsAsync("alter table linkage.record_key_elsewhere rename to record_key; select 1");
        await world.Loader.Linking.RunPendingAsync();
        Assert.Equal("0", await world.ValueAsync("select count(*) from linkage.pending"));
        Assert.Equal(LinkWorld.SecondNib, await world.ValueAsync("select b.nib from credit.loan x join registry.business b on b.id = x.business_id"));
        foreach (var table in await world.RowsAsync(Tables)) Assert.Equal("0", await world.ValueAsync($"select count(*) from linkage_work.{table}"));
    }

    [Fact]
    public async Task Every_such_table_is_emptied_and_made_for_a_pass_over_many_records()
    {
        await using var world = await FeedWorld.CreateAsync();
        var clear = FeedScript.TextOf("Linkage/Store/clear.sql");
        var prepare = FeedScript.TextOf("Feeds/Publishing/prepare.sql") + FeedScript.TextOf("Linkage/Store/prepare.sql");
        var tables = await world.RowsAsync(Tables);
        Assert.NotEmpty(tables);
        Assert.All(tables, table =>
        {
            Assert.Contains($"delete from linkage_work.{table};", clear, StringComparison.Ordinal);
            Assert.Contains($"create temp table {table} (like linkage_work.{table}", prepare, StringComparison.Ordinal);
        });
    }

    private static async Task<FeedWorld> LoadedAsync()
    {
        var world = await FeedWorld.CreateAsync();
        await world.LoadAsync("oss.csv", [FeedWorld.Oss, LinkWorld.FirstOss, LinkWorld.SecondOss, .. Enumerable.Range(1, 40).Select(Licence)]);
        return world;
    }

    private static string Licence(int number) =>
        $"{number:D13},18010101019{number:D5},Usaha {(char)('A' + number % 26)}{number}ran,Pemilik {(char)('K' + number % 13)}{number}di,Perorangan,47111,Mikro,1000000,,18.01.01,,,2024-01-01,AKTIF";
}
