using DataHub.Feeds;
using DataHub.Feeds.Loading;
using Npgsql;

namespace DataHub.Tests.Feeds;

/// <summary>What a load leaves in the database.</summary>
public sealed class LoadingTests
{
    private const string Nib = "2801255173141";
    private const string Nik = "1803124611920007";
    private const string Row = $"{Nib},{Nik},Binatu Rezeki,APRIANI,Perorangan,96200,Mikro,81300000,Jl. A,18.03,0811,,2025-01-28,AKTIF";

    // Businesses whose NIB is not that of their current licence, and the other way round: look-ups by NIB rely on it that there are none.
    private const string HeldOtherwise = """
        select count(*) from registry.business b
        full join (select * from registry.licence where is_current) l on l.nib = b.nib and l.business_id = b.id
        where coalesce(b.nib, l.nib) is not null and (b.id is null or l.nib is null)
        """;

    [Fact]
    public async Task A_row_becomes_a_business_with_owner_licence_and_link()
    {
        await using var world = await FeedWorld.CreateAsync();
        var run = await world.LoadAsync("oss.csv", FeedWorld.Oss, Row);
        Assert.Equal((1, 1, 1, 0), (run.Received, run.Created, run.Linked, run.Quarantined));
        Assert.Equal(
            $"{Nib}|Binatu Rezeki|MIKRO|BUSINESS_CAPITAL|96200|2020|S|18.03|APRIANI|PEREMPUAN",
            await world.ValueAsync(
                """
                select b.nib, b.name, b.scale, b.scale_criterion, b.kbli, b.kbli_version, b.sector_code, b.regency_code, p.name, p.gender
                from registry.business b join registry.person p on p.id = b.owner_id
                """));
        Assert.Equal($"{Nib}|AKTIF|True", await world.ValueAsync("select nib, status, is_current from registry.licence"));
        Assert.Equal("DONE|1|1", await world.ValueAsync("select status, received, created from feeds.feed_run"));
    }

    [Fact]
    public async Task A_NIK_stands_nowhere_in_clear()
    {
        await using var world = await FeedWorld.CreateAsync();
        await world.LoadAsync("oss.csv", FeedWorld.Oss, Row, Row.Replace(Nib, Nik, StringComparison.Ordinal));
        await world.LoadAsync("sikp.csv", FeedWorld.Sikp, $"{Nik},{Nik},APRIANI,,X,002,MIKRO,1,1,1,2024-01-01,2026-01-01,18.03",
            $"A2,{Nik},APRIANI,,X,002,NOSUCH,1,1,1,2024-01-01,2026-01-01,18.03");
        foreach (var table in await world.RowsAsync(
            "select schemaname || '.' || tablename from pg_tables where schemaname in ('registry', 'feeds', 'linkage', 'credit')"))
            Assert.Equal("0", await world.ValueAsync($"select count(*) from {table} t where t::text like '%{Nik}%'"));
        Assert.Equal(Nik, world.Protector.DecryptText(await CipherAsync(world)));
    }

    [Fact]
    public async Task A_changed_row_keeps_its_business_and_its_former_form()
    {
        await using var world = await FeedWorld.CreateAsync();
        await world.LoadAsync("oss.csv", FeedWorld.Oss, Row);
        var id = await world.ValueAsync("select id from registry.business");
        var run = await world.LoadAsync("oss.csv", FeedWorld.Oss, Row.Replace("AKTIF", "DICABUT", StringComparison.Ordinal));
        Assert.Equal((0, 1, 0), (run.Created, run.Changed, run.Unchanged));
        Assert.Equal($"{id}|DICABUT", await world.ValueAsync("select id, status from registry.business"));
        Assert.Equal(["False", "True"], await world.RowsAsync("select is_current from feeds.source_record order by id"));
    }

    [Fact]
    public async Task Broken_rows_are_quarantined_and_the_rest_loads()
    {
        await using var world = await FeedWorld.CreateAsync();
        var run = await world.LoadAsync("oss.csv", FeedWorld.Oss, Row,
            "2801255173142,,A,B,CV,96200,Mikro,-5,x,18.03,,,31/02/2024,AKTIF", "too,few",
            ",,A,B,CV,96200,Mikro,5,x,18.03,,,2024-01-01,AKTIF");
        Assert.Equal((4, 1, 3), (run.Received, run.Created, run.Quarantined));
        Assert.Equal(
            ["3|modal_usaha|AMOUNT_NEGATIVE", "3|tanggal_terbit|DATE_IMPOSSIBLE", "4||WRONG_FIELD_COUNT", "5|nib|MISSING_VALUE"],
            await world.RowsAsync("select line, column_name, reason from feeds.quarantine order by line, column_name"));
        await using var command = world.DataSource.CreateCommand("select value_cipher from feeds.quarantine where reason = 'AMOUNT_NEGATIVE'");
        Assert.Equal("-5", world.Protector.DecryptText((byte[])(await command.ExecuteScalarAsync())!));
        await world.LoadAsync("oss.csv", FeedWorld.Oss, "too,few");
        Assert.Equal("4", await world.ValueAsync("select count(*) from feeds.quarantine"));
    }

    [Fact]
    public async Task One_key_twice_keeps_the_newer_row_and_tells_of_the_other()
    {
        await using var world = await FeedWorld.CreateAsync();
        var older = Row.Replace("2025-01-28", "2024-01-28", StringComparison.Ordinal).Replace("Jl. A", "Jl. B", StringComparison.Ordinal);
        var run = await world.LoadAsync("oss.csv", FeedWorld.Oss, Row, older, Row);
        Assert.Equal((3, 1, 1, 1), (run.Received, run.Created, run.Unchanged, run.Quarantined));
        Assert.Equal("Jl. A", await world.ValueAsync("select address from registry.business"));
        Assert.Equal("3|nib|DUPLICATE_KEY", await world.ValueAsync("select line, column_name, reason from feeds.quarantine"));
    }

    [Fact]
    public async Task A_damaged_NIB_gives_a_business_without_one()
    {
        await using var world = await FeedWorld.CreateAsync();
        var run = await world.LoadAsync("oss.csv", FeedWorld.Oss,
            "'0108220742478,,A,Ani,CV,96200,Mikro,5,x,36.02,,,2024-01-01,AKTIF", "1.08E+11,,B,Budi,CV,1111,Mikro,5,x,99.99,,,2024-01-01,AKTIF",
            "1.08E+11,,C,Cici,CV,96200,Mikro,5,x,3602,,,2024-01-01,AKTIF");
        Assert.Equal((3, 3, 0), (run.Created, run.Damaged, run.Quarantined));
        Assert.Equal(["A||36.02|96200", "B|||", "C||36.02|96200"],
            await world.RowsAsync("select name, nib, regency_code, kbli from registry.business order by name"));
        Assert.Equal(["nib", "nib", "nib,kbli,kode_wilayah"], await world.RowsAsync("select damaged from feeds.source_record order by damaged"));
        Assert.Equal("0", await world.ValueAsync("select count(*) from registry.licence"));
    }

    [Fact]
    public async Task A_second_NIB_of_one_business_is_superseded_whatever_the_order()
    {
        var second = Row.Replace(Nib, "3001261111111", StringComparison.Ordinal).Replace("2025-01-28", "2026-01-30", StringComparison.Ordinal);
        foreach (var order in new[] { new[] { Row, second }, [second, Row] })
        {
            await using var world = await FeedWorld.CreateAsync();
            foreach (var row in order) await world.LoadAsync("oss.csv", FeedWorld.Oss, row);
            Assert.Equal("3001261111111", await world.ValueAsync("select nib from registry.business"));
            Assert.Equal(["2801255173141|False", "3001261111111|True"],
                await world.RowsAsync("select nib, is_current from registry.licence order by nib"));
            await world.LoadAsync("oss.csv", FeedWorld.Oss, second.Replace("AKTIF", "DICABUT", StringComparison.Ordinal));
            Assert.Equal(Nib, await world.ValueAsync("select nib from registry.business"));
            Assert.Equal("0", await world.ValueAsync(HeldOtherwise));
        }
    }

    [Fact]
    public async Task Two_records_that_turn_out_to_be_one_business_are_merged_and_parted_again()
    {
        await using var world = await FeedWorld.CreateAsync();
        var other = Row.Replace(Nib, "3001261111111", StringComparison.Ordinal)
            .Replace("Binatu Rezeki", "Keripik Tunas Jaya", StringComparison.Ordinal).Replace("96200", "10794", StringComparison.Ordinal);
        await world.LoadAsync("oss.csv", FeedWorld.Oss, Row, other);
        await world.LoadAsync("produk.csv", "id_produk,nib,nama_produk,kategori,kbli,harga", "P1,3001261111111,Cuci,Jasa,96200,5000");
        Assert.Equal("2", await world.ValueAsync("select count(*) from registry.business"));
        await world.LoadAsync("oss.csv", FeedWorld.Oss, other.Replace("Keripik Tunas Jaya", "BINATU REZEKI", StringComparison.Ordinal).Replace("10794", "96200", StringComparison.Ordinal));
        Assert.Equal("0", await world.ValueAsync(HeldOtherwise));
        Assert.Equal("1|1", await world.ValueAsync("select count(*), (select count(*) from registry.business_redirect) from registry.business"));
        Assert.Equal("1", await world.ValueAsync("select count(*) from market.product where business_id is not null"));
        await world.LoadAsync("oss.csv", FeedWorld.Oss, other);
        Assert.Equal("0", await world.ValueAsync(HeldOtherwise));
        Assert.Equal("2", await world.ValueAsync("select count(*) from registry.business where nib is not null"));
        Assert.Equal("Keripik Tunas Jaya", await world.ValueAsync(
            "select b.name from market.product p join registry.business b on b.id = p.business_id"));
    }

    [Fact]
    public async Task A_business_known_from_credit_is_taken_over_when_OSS_brings_it()
    {
        await using var world = await FeedWorld.CreateAsync();
        await world.LoadAsync("sikp.csv", FeedWorld.Sikp, $"A1,{Nik},APRIANI,,BINATU REZEKI,002,MIKRO,1000000,1,1,2024-01-01,2026-01-01,18.03");
        var id = await world.ValueAsync("select id from registry.business where nib is null");
        await world.LoadAsync("oss.csv", FeedWorld.Oss, Row);
        Assert.Equal($"{id}|{Nib}|Binatu Rezeki", await world.ValueAsync("select id, nib, name from registry.business"));
        Assert.Equal($"{id}|CERTAIN", await world.ValueAsync("select business_id, certainty from credit.loan"));
    }

    [Fact]
    public async Task A_loan_without_NIK_but_with_a_NIB_is_probable()
    {
        await using var world = await FeedWorld.CreateAsync();
        await world.LoadAsync("oss.csv", FeedWorld.Oss, Row);
        await world.LoadAsync("sikp.csv", FeedWorld.Sikp, $"A1,1.80312E+15,APRIANI,{Nib},,002,super_mikro,Rp 1.000.000,1,1,01/01/2024,2026-01-01,18.03",
            "A2,,Nobody,,,002,KECIL,1000000,1,1,01/01/2024,2026-01-01,18.03");
        Assert.Equal(["A1|SUPER_MIKRO|1000000.00|PROBABLE|True", "A2|KECIL|1000000.00|PROBABLE|False"], await world.RowsAsync(
            "select nomor_akad, kind, plafon, certainty, business_id is not null from credit.loan order by 1"));
    }

    [Fact]
    public async Task A_listing_finds_its_product_and_shop_whichever_comes_first()
    {
        await using var world = await FeedWorld.CreateAsync();
        await world.LoadAsync("listing.csv", "id_listing,id_produk,shop_id,harga,terjual,tanggal_tayang", "L1,P1,S1,1000,2,2024-01-01");
        await world.LoadAsync("produk.csv", "id_produk,nib,nama_produk,kategori,kbli,harga", "P1,,Kopi,Minuman,10761,5000");
        await world.LoadAsync("marketplace.csv",
            "shop_id,platform,nama_toko,nama_pemilik,telepon,nib,kota,jumlah_produk,rating,omzet_12_bulan,terdaftar",
            "S1,Shopee,Toko,Ani,,,Metro,3,\"4,9\",100,2024-01-01");
        Assert.Equal("True|True", await world.ValueAsync("select product_id is not null, shop_id is not null from market.listing"));
    }

    [Fact]
    public async Task The_newest_year_of_SIDT_stands_whatever_came_first()
    {
        const string header = "id_sidt,nib,nik,tenaga_kerja,omzet_tahunan,tahun";
        await using var world = await FeedWorld.CreateAsync();
        await world.LoadAsync("sidt.csv", header, $"S2,{Nib},,4,200,2025");
        await world.LoadAsync("oss.csv", FeedWorld.Oss, Row);
        await world.LoadAsync("sidt.csv", header, $"S1,{Nib},,3,100,2024");
        Assert.Equal("200.00|2025|4", await world.ValueAsync("select annual_sales, annual_sales_year, workers from registry.business"));
    }

    [Fact]
    public async Task A_load_that_is_cancelled_leaves_nothing_and_the_next_one_works()
    {
        await using var world = await FeedWorld.CreateAsync();
        var lines = Enumerable.Range(0, 20_000).Select(i => $"L{i},P1,S1,1000,1,2024-05-23");
        var path = world.Write("listing.csv", ["id_listing,id_produk,shop_id,harga,terjual,tanggal_tayang", .. lines]);
        using var cancel = new CancellationTokenSource();
        var progress = new OnRows(5000, cancel.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Loader.LoadAsync(path, progress, cancel.Token));
        Assert.Equal("0|0", await world.ValueAsync("select count(*), (select count(*) from feeds.source_record) from market.listing"));
        Assert.Equal("FAILED|the load was cancelled", await world.ValueAsync("select status, failure from feeds.feed_run"));
        Assert.Equal(20_000, (await world.Loader.LoadAsync(path)).Created);
    }

    [Fact]
    public async Task A_run_whose_process_died_is_marked_and_one_feed_has_one_loader()
    {
        await using var world = await FeedWorld.CreateAsync();
        await world.RowsAsync("insert into feeds.feed_run (feed, file_name, status, started_at) values ('OSS', 'x', 'RUNNING', now())");
        await world.Loader.CloseAbandonedRunsAsync();
        Assert.Equal("FAILED|the process ended during the run", await world.ValueAsync("select status, failure from feeds.feed_run"));
        // The lock that a running load of OSS, feed 0, holds on its own connection.
        await using var other = await world.DataSource.OpenConnectionAsync();
        await using var take = new NpgsqlCommand("select pg_advisory_lock(1181050212, 0)", other);
        await take.ExecuteNonQueryAsync();
        var refusal = await Assert.ThrowsAsync<FeedRefusedException>(() => world.LoadAsync("oss.csv", FeedWorld.Oss, Row));
        Assert.Contains("another load of OSS is under way", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_is_entered_as_a_failed_run()
    {
        await using var world = await FeedWorld.CreateAsync();
        await Assert.ThrowsAsync<FeedRefusedException>(() => world.LoadAsync("oss.csv", "nib,nama_usaha", $"{Nib},A"));
        Assert.Equal("OSS|FAILED", await world.ValueAsync("select feed, status from feeds.feed_run"));
        var results = await world.Loader.LoadAllAsync(world.Folder);
        Assert.Contains("missing columns: nik_penanggung_jawab", Assert.Single(results).Refusal, StringComparison.Ordinal);
    }

    private static async Task<byte[]> CipherAsync(FeedWorld world)
    {
        await using var command = world.DataSource.CreateCommand("select nik_cipher from registry.person where nik_cipher is not null");
        return (byte[])(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Acts once, when so many rows were read.</summary>
    private sealed class OnRows(int rows, Action act) : IProgress<FeedProgress>
    {
        private bool done;

        public void Report(FeedProgress value)
        {
            if (done || value.Rows < rows) return;
            done = true;
            act();
        }
    }
}
