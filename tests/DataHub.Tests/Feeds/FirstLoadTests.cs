using DataHub.Feeds;
using DataHub.Feeds.Loading;

namespace DataHub.Tests.Feeds;

/// <summary>Large first loads take tables for themselves: none may wait for one that waits for it.</summary>
public sealed class FirstLoadTests
{
    // More than the rows of a load that takes the tables' indexes away while it fills them.
    private const int Many = 5200;

    // A deadlock would wait for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static IEnumerable<string> Loans => Enumerable.Range(1, Many).Select(i =>
        $"K-{i:D7},180312{41 + (i % 28):D2}0192{1 + (i % 9000):D4},ANI {i},,USAHA {i},002,MIKRO,1000000,1,1,2024-01-01,2026-01-01,18.03");

    private static IEnumerable<string> Licences => Enumerable.Range(1, Many).Select(i =>
        $"{i:D13},180312{41 + (i % 28):D2}0192{1 + (i % 9000):D4},Usaha {i},ANI {i},Perorangan,96200,Mikro,81300000,Jl. A,18.03,,,"
        + "2025-01-28,AKTIF");

    private static IEnumerable<string> Certificates => Enumerable.Range(1, Many).Select(i =>
        $"ID1811000{i:D8},HALAL,USAHA {i},ANI {i},Jl. A,2024-01-01,2028-01-01");

    [Fact]
    public async Task A_file_that_has_been_read_keeps_no_other_from_filling_the_hub()
    {
        await using var world = await FeedWorld.CreateAsync();
        using var patience = new CancellationTokenSource(Patience);
        await using var loans = await ReadAsync(world, world.Write("sikp.csv", [FeedWorld.Sikp, .. Loans]), patience.Token);

        var licences = await world.Loader.LoadAsync(world.Write("oss.csv", [FeedWorld.Oss, .. Licences]), cancel: patience.Token);

        Assert.Equal(Many, licences.Created);
        Assert.Equal(Many, (await loans.PublishAsync(null, patience.Token)).Created);
    }

    [Fact]
    public async Task Two_first_files_that_are_published_at_once_both_land()
    {
        await using var world = await FeedWorld.CreateAsync();
        using var patience = new CancellationTokenSource(Patience);
        await using var loans = await ReadAsync(world, world.Write("sikp.csv", [FeedWorld.Sikp, .. Loans]), patience.Token);
        const string header = "nomor,jenis,nama_usaha,nama_pemilik,alamat,tanggal_terbit,tanggal_kedaluwarsa";
        await using var certificates = await ReadAsync(world, world.Write("sertifikat.csv", [header, .. Certificates]), patience.Token);

        var runs = await Task.WhenAll(loans.PublishAsync(null, patience.Token), certificates.PublishAsync(null, patience.Token));

        Assert.All(runs, run => Assert.Equal(Many, run.Created));
        Assert.Equal(
            $"{2 * Many}|2",
            await world.ValueAsync("select count(*), count(distinct feed) from feeds.source_record where is_current"));
    }

    [Theory]
    [InlineData("oss", "registry.oss_record")]
    [InlineData("sikp", "credit.loan")]
    [InlineData("pelatihan", "training.participation")]
    [InlineData("marketplace", "market.shop")]
    [InlineData("sertifikat", "market.certificate")]
    [InlineData("sidt", "registry.annual_figure")]
    [InlineData("produk", "market.product")]
    [InlineData("listing", "market.listing")]
    public async Task A_table_that_is_filled_at_once_holds_what_it_holds_filled_bit_by_bit(string feed, string table)
    {
        var lines = Lines(feed).ToList();
        // The newest of two rows of one key stands, and which that is is told by the line.
        lines.Add(lines[7]);
        lines.Add(lines[8].Replace("ANI", "BUDI", StringComparison.Ordinal).Replace(",1000", ",2000", StringComparison.Ordinal));
        await using var whole = await FeedWorld.CreateAsync();
        await using var parts = await FeedWorld.CreateAsync();
        await PublishAsync(whole, feed, lines);
        await PublishAsync(parts, feed, lines[..1000]);
        await PublishAsync(parts, feed, lines[1000..]);

        var state = await StateAsync(whole, table);

        Assert.Equal(Many, state.Count(row => row.StartsWith("record", StringComparison.Ordinal)));
        Assert.Equal(await StateAsync(parts, table), state);
        Assert.Equal(await RulesAsync(parts), await RulesAsync(whole));
        Assert.Equal("1", await whole.ValueAsync("select count(*) from feeds.quarantine where reason = 'DUPLICATE_KEY'"));
    }

    private static IEnumerable<string> Lines(string feed) => feed switch
    {
        "oss" => Licences,
        "sikp" => Loans,
        "sertifikat" => Certificates,
        "pelatihan" => Rows(i => $"P-{i},ANI {i},,0812{i:D8},USAHA {i},PRG-{i % 9},Program {i % 9},Dinas,2024-01-01,2024-01-05,{i % 40},Ya"),
        "marketplace" => Rows(i => $"S-{i},Toko,USAHA {i},ANI {i},0812{i:D8},,Lampung Selatan,{i % 50},4.5,1000{i},2024-01-01"),
        "sidt" => Rows(i => $"F-{i},{i:D13},,{i % 9},1000{i},2024"),
        "produk" => Rows(i => $"B-{i},{i:D13},KOPI ANI {i},Minuman,10761,1000{i}"),
        _ => Rows(i => $"L-{i},B-{i},S-{i},1000{i},{i % 7},2024-05-23"),
    };

    private static IEnumerable<string> Rows(Func<int, string> row) => Enumerable.Range(1, Many).Select(row);

    private static string HeaderOf(string feed) => string.Join(',', FeedCatalogue.Get(feed.ToUpperInvariant()).Columns.Select(column => column.Name));

    private static async Task PublishAsync(FeedWorld world, string feed, List<string> lines)
    {
        await using var arrival = await ReadAsync(world, world.Write($"{feed}.csv", [HeaderOf(feed), .. lines]), CancellationToken.None);
        await arrival.PublishAsync(null, CancellationToken.None);
    }

    // What the hub holds, without the numbers that rows happen to have.
    private static Task<List<string>> StateAsync(FeedWorld world, string table) => world.RowsAsync(
        $"""
        select 'record', source_key, source_date, is_current from feeds.source_record where is_current
        union all select 'pending', source_key, null, null from linkage.pending
        union all select 'typed', (to_jsonb(x) - 'id')::text, null, null from {table} x
        order by 1, 2
        """);

    private static Task<List<string>> RulesAsync(FeedWorld world) => world.RowsAsync(
        """
        select indexdef from pg_indexes where schemaname in ('registry', 'feeds', 'linkage', 'credit', 'training', 'market')
        union all
        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
        order by 1
        """);

    private static Task<Arrival> ReadAsync(FeedWorld world, string path, CancellationToken cancel) =>
        Arrival.ReadAsync(
            new LoadParts(world.DataSource, world.Protector, world.Clock), new DeliveredFile(path, null, LoadOptions.None), null, cancel);
}
