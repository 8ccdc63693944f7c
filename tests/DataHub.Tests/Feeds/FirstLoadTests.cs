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

    private static Task<Arrival> ReadAsync(FeedWorld world, string path, CancellationToken cancel) =>
        Arrival.ReadAsync(
            new LoadParts(world.DataSource, world.Protector, world.Clock), new DeliveredFile(path, null, LoadOptions.None), null, cancel);
}
