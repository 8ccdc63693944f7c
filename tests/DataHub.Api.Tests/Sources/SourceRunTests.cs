using System.Text.Json;
using DataHub.Feeds.Sources;
using DataHub.Testing;

namespace DataHub.Api.Tests.Sources;

/// <summary>What sources bring when nothing goes wrong.</summary>
public sealed class SourceRunTests
{
    [Fact]
    public async Task Contracts_of_SIKP_become_loans_with_the_debtor_that_calon_names()
    {
        await using var world = await SourceWorld.CreateAsync();
        var result = await world.RunAsync(SourceKind.Sikp);
        var records = world.Server.Data.Of("SIKP");
        Assert.Equal((null, null), (result.Failure, result.Skipped));
        Assert.Equal(records.Count, result.Runs.Sum(run => run.Received));
        Assert.Equal($"{records.Count}", await world.ValueAsync("select count(*) from credit.loan"));
        Assert.Equal($"sikp|SIKP|{records[^1].Version}", await world.ValueAsync("select source, feed, position from feeds.source_cursor"));
        Assert.Equal("sikp:akad 2026-11-22T03:00:00Z|DONE", await world.ValueAsync("select file_name, status from feeds.feed_run"));
        var one = records.First(record => record["nib"].Length == 13);
        var payload = await world.ValueAsync($"select encode(payload, 'hex') from feeds.source_record where feed = 'SIKP' and source_key = '{one.Key}'");
        using var received = JsonDocument.Parse(world.Protector.Decrypt(Convert.FromHexString(payload)));
        Assert.Equal(
            (one["nama_debitur"], one["nib"]),
            (received.RootElement.GetProperty("nama_debitur").GetString(), received.RootElement.GetProperty("nib").GetString()));
    }

    [Fact]
    public async Task A_second_run_asks_from_the_cursor_on_and_brings_what_changed()
    {
        await using var world = await SourceWorld.CreateAsync();
        await world.RunAsync(SourceKind.Sikp);
        var again = await world.RunAsync(SourceKind.Sikp);
        Assert.Equal([0], again.Runs.Select(run => run.Received));
        var record = world.Server.Data.Of("SIKP")[3];
        world.Server.Data.Change("SIKP", record.Key, "outstanding", "123");
        var third = await world.RunAsync(SourceKind.Sikp);
        Assert.Equal([(1, 1)], third.Runs.Select(run => (run.Received, run.Changed)));
        Assert.Equal("123.00", await world.ValueAsync($"select outstanding from credit.loan where nomor_akad = '{record.Key}'"));
        Assert.Equal($"{record.Version}", await world.ValueAsync("select position from feeds.source_cursor"));
    }

    [Fact]
    public async Task A_listing_of_shops_is_read_page_by_page_and_the_next_time_from_a_little_before_its_newest()
    {
        await using var world = await SourceWorld.CreateAsync();
        var result = await world.RunAsync(SourceKind.Marketplace, settings => settings.PageSize = 7);
        var shops = world.Server.Data.Of("MARKETPLACE");
        Assert.Null(result.Failure);
        Assert.Equal($"{shops.Count}", await world.ValueAsync("select count(*) from market.shop"));
        Assert.Equal((shops.Count + 6) / 7, world.Server["marketplace"].Requests);
        var newest = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(shops[^1].Version);
        Assert.Equal($"{newest.ToUnixTimeMilliseconds() * 1000}", await world.ValueAsync("select position from feeds.source_cursor"));
        var again = await world.RunAsync(SourceKind.Marketplace);
        // Minutes of five before the newest change are asked again, and bring nothing new.
        Assert.Equal([(6, 6)], again.Runs.Select(run => (run.Received, run.Unchanged)));
    }

    [Fact]
    public async Task A_NIB_that_is_named_becomes_a_licence()
    {
        await using var world = await SourceWorld.CreateAsync();
        var record = world.Server.Data.Of("OSS").First(record => record["nik_penanggung_jawab"].Length == 16 && record["email"].Length > 0);
        var result = await world.Runner(SourceKind.Oss).RunAsync([record.Key, "0000000000019"], default);
        Assert.Null(result.Failure);
        Assert.Equal([(1, 1, 0)], result.Runs.Select(run => (run.Received, run.Created, run.Quarantined)));
        var nik = Convert.ToHexStringLower(world.Protector.Hash(record["nik_penanggung_jawab"]));
        Assert.Equal(
            string.Join(
                '|', record.Key, record["nama_usaha"], record["skala"].ToUpperInvariant(), record["kbli"], $"{record["modal_usaha"]}.00",
                record["email"], record["nama_pemilik"], nik),
            await world.ValueAsync(
                """
                select b.nib, b.name, b.scale, b.kbli, b.capital, b.email, p.name, encode(p.nik_hash, 'hex')
                from registry.business b join registry.person p on p.id = b.owner_id
                """));
        Assert.Equal(
            [$"{record.Key}|FOUND", "0000000000019|UNKNOWN"],
            (await world.RowsAsync("select nib, answer from feeds.oss_inquiry order by answer")));
        // What was named is no sweep of what is due: the cursor tells nothing of it.
        Assert.Equal("0", await world.ValueAsync("select count(*) from feeds.source_cursor"));
    }

    [Fact]
    public async Task OSS_is_asked_for_the_NIBs_that_waited_longest_and_for_none_before_its_time()
    {
        await using var world = await SourceWorld.CreateAsync();
        var nibs = world.Server.Data.Of("OSS").Take(6).Select(record => record.Key).ToList();
        await world.Runner(SourceKind.Oss).RunAsync(nibs, default);
        await world.RunAsync(SourceKind.Oss);
        Assert.Equal(6, world.Server["oss"].Requests);
        world.Clock.Advance(TimeSpan.FromDays(20));
        await world.Runner(SourceKind.Oss).RunAsync(nibs[..2], default);
        world.Clock.Advance(TimeSpan.FromDays(20));
        var due = await world.RunAsync(SourceKind.Oss, settings => settings.MostPerRun = 3);
        Assert.Equal(3, due.Runs.Sum(run => run.Unchanged));
        Assert.Equal(
            nibs[2..].Order().Take(3),
            await world.RowsAsync("select nib from feeds.oss_inquiry where asked_at > '2026-12-30' order by nib"));
        // Not all that was due: the cursor waits for the rest.
        Assert.Equal("2026-11-22", await world.ValueAsync("select to_timestamp(position / 1000000)::date::text from feeds.source_cursor"));
        await world.RunAsync(SourceKind.Oss);
        Assert.Equal("4", await world.ValueAsync("select count(*) from feeds.oss_inquiry where asked_at > '2026-12-30'"));
    }

    [Fact]
    public async Task A_NIB_that_only_other_feeds_quote_is_asked_for()
    {
        await using var world = await SourceWorld.CreateAsync();
        var quoted = world.Server.Data.Of("OSS").Take(2).Select(record => record.Key).Order(StringComparer.Ordinal).ToList();
        using var folder = new TemporaryFolder();
        await File.WriteAllLinesAsync(
            folder.Of("sidt.csv"),
            ["id_sidt,nib,nik,tenaga_kerja,omzet_tahunan,tahun", .. quoted.Select((nib, i) => $"S{i},{nib},,3,50000000,2025")]);
        await world.Parts.Loader.LoadAsync(folder.Of("sidt.csv"));
        await world.RunAsync(SourceKind.Oss);
        Assert.Equal(quoted, await world.RowsAsync("select nib from feeds.oss_inquiry order by nib"));
        Assert.Equal(
            await world.ValueAsync("select count(*) from feeds.oss_inquiry where answer = 'FOUND'"),
            await world.ValueAsync("select count(*) from registry.licence"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_NIB_that_a_contract_or_a_shop_alone_quotes_is_asked_for(bool isFromBefore)
    {
        await using var world = await SourceWorld.CreateAsync();
        var nibs = world.Server.Data.Of("OSS").Take(3).Select(record => record.Key).ToList();
        await world.Runner(SourceKind.Oss).RunAsync([nibs[2]], default);
        using var folder = new TemporaryFolder();
        // One NIB twice, one that the hub has just been told of, one that a spreadsheet rounded, and none.
        await File.WriteAllLinesAsync(
            folder.Of("sikp.csv"),
            [
                "nomor_akad,nik,nama_debitur,nib,nama_usaha,kode_penyalur,skema_kur,plafon,outstanding,kolektibilitas,tanggal_akad,"
                    + "tanggal_jatuh_tempo,kode_wilayah",
                .. new[] { nibs[0], nibs[0], nibs[2], "1.87E+12", "" }.Select((nib, i) =>
                    $"A{i},,DEBITUR {i},{nib},Usaha {i},002,MIKRO,20000000,1500000,1,2024-01-01,2026-01-01,18.03"),
            ]);
        await File.WriteAllLinesAsync(
            folder.Of("marketplace.csv"),
            [
                "shop_id,platform,nama_toko,nama_pemilik,telepon,nib,kota,jumlah_produk,rating,omzet_12_bulan,terdaftar",
                $"S1,Shopee,Toko Satu,Pemilik Toko,,{nibs[1]},Metro,3,4.9,100,2024-01-01",
            ]);
        await world.Parts.Loader.LoadAsync(folder.Of("sikp.csv"));
        await world.Parts.Loader.LoadAsync(folder.Of("marketplace.csv"));
        if (isFromBefore) await world.ExecuteAsync("update credit.loan set quoted_nib = null; update market.shop set quoted_nib = null");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.RunAsync(SourceKind.Oss);
        Assert.Equal(
            nibs[..2].Order(StringComparer.Ordinal),
            await world.RowsAsync("select nib from feeds.oss_inquiry where asked_at > (select min(asked_at) from feeds.oss_inquiry) order by nib"));
        Assert.Equal("3", await world.ValueAsync("select count(*) from registry.licence"));
        await world.RunAsync(SourceKind.Oss);
        Assert.Equal(3, world.Server["oss"].Requests);
    }

    [Fact]
    public async Task A_run_of_many_records_is_published_in_batches_and_the_cursor_moves_behind_each()
    {
        await using var world = await SourceWorld.CreateAsync();
        var result = await world.RunAsync(SourceKind.Sikp, settings => settings.BatchRows = 20);
        var records = world.Server.Data.Of("SIKP").Count;
        Assert.True(records > 40, $"{records} contracts make no three batches");
        Assert.Equal((records + 19) / 20, result.Runs.Count);
        Assert.All(result.Runs.SkipLast(1), run => Assert.Equal(20, run.Received));
        Assert.Equal($"{result.Runs[^1].RunId}", await world.ValueAsync("select run_id from feeds.source_cursor"));
    }
}
