using DataHub.Linkage.Runs;
using DataHub.Testing;
using DataHub.Tests.Feeds;
using Xunit.Abstractions;

namespace DataHub.Tests.Linkage.Runs;

/// <summary>Passes near a few records, what they go by, and how far they are from a pass over everything.</summary>
public sealed class LinkRunsTests(ITestOutputHelper output)
{
    private const string Where =
        "select feed || '/' || source_key, coalesce(business_id, -cluster_record_id) from linkage.link where closed_at is null order by 1";

    private static readonly string[] Files = ["oss.csv", "sikp.csv", "pelatihan.csv", "marketplace.csv", "sertifikat.csv"];

    [SharedDataFact]
    public async Task Records_that_come_a_few_at_a_time_end_where_a_pass_over_everything_puts_them()
    {
        await using var whole = await FeedWorld.CreateAsync();
        await using var bitwise = await FeedWorld.CreateAsync();
        await whole.Loader.LoadFilesAsync(Files.Select(file => SharedData.PathOf("feeds-sample", file)));
        await bitwise.Loader.LoadFilesAsync(Part(bitwise, "most", at => at % 20 != 0));
        for (var turn = 0; turn < 3; turn++) await bitwise.Loader.LoadFilesAsync(Part(bitwise, $"turn{turn}", at => at % 20 == 0 && at / 20 % 3 == turn));


        Assert.Equal("NEAR|DONE", await bitwise.ValueAsync("select distinct kind, status from linkage.pass where id > 1"));
        var (one, other) = (await whole.RowsAsync(Where), await bitwise.RowsAsync(Where));
        Assert.Equal(one.Select(Name), other.Select(Name));
        var differing = PartitionDifference.Count([.. one.Select(Cluster)], [.. other.Select(Cluster)]);
        output.WriteLine($"{differing} of {one.Count} records stand elsewhere");
        // What is stated in docs/linkage.md: half a percent, where 5 % of all records came near.
        Assert.InRange(differing, 0, one.Count / 200);
        var shadow = await new ShadowPass(bitwise.DataSource, bitwise.Protector, bitwise.Clock).RunAsync();
        Assert.Equal((one.Count, 0, differing), (shadow.Records, shadow.Pending, shadow.Differing));
        Assert.Equal($"{differing}", await bitwise.ValueAsync("select differing from linkage.pass where kind = 'SHADOW'"));
    }

    [Fact]
    public async Task A_record_that_comes_alone_is_compared_with_those_near_it_only()
    {
        await using var world = await FeedWorld.CreateAsync();
        await world.LoadAsync("oss.csv", [FeedWorld.Oss, .. Enumerable.Range(1, 300).Select(Licence)]);
        await world.LoadAsync(
            "sikp.csv", FeedWorld.Sikp, "A/1,1801010101900007,PEMILIK TUJUH,,,002,MIKRO,20000000,1000000,1,2024-12-10,2028-10-12,18.01");

        Assert.Equal("NEAR|1", await world.ValueAsync("select kind, pending from linkage.pass order by id desc limit 1"));
        Assert.InRange(int.Parse(await world.ValueAsync("select records from linkage.pass order by id desc limit 1")), 2, 120);
        Assert.Equal("0000000000007", await world.ValueAsync("select b.nib from credit.loan l join registry.business b on b.id = l.business_id"));
        output.WriteLine(await world.ValueAsync("select finished_at - started_at from linkage.pass order by id desc limit 1"));
        Assert.Equal("301", await world.ValueAsync("select count(distinct record_id) from linkage.block"));
        Assert.Equal("0", (await new ShadowPass(world.DataSource, world.Protector, world.Clock).RunAsync()).Differing.ToString());
    }

    [Fact]
    public async Task Whoever_has_the_number_that_a_record_carries_is_looked_at_with_it()
    {
        await using var world = await FeedWorld.CreateAsync();
        await world.LoadAsync("oss.csv", [FeedWorld.Oss, .. Enumerable.Range(1, 300).Select(Licence)]);
        const string OwnerOf = "(select owner_id from registry.business where nib = '{0:D13}')";
        const string Moved = "update registry.person set nik_hash = {0} where id = ";
        // A number that went from one person to another, of whom nothing that is near the next record tells.
        await world.RowsAsync(
            $"""
            create temp table was as select nik_hash from registry.person where id = {string.Format(OwnerOf, 7)};
            {string.Format(Moved, "null")} {string.Format(OwnerOf, 7)};
            {string.Format(Moved, "(select nik_hash from was)")} {string.Format(OwnerOf, 300)};
            select 1
            """);
        await world.LoadAsync(
            "sikp.csv", FeedWorld.Sikp, "A/1,1801010101900007,PEMILIK TUJUH,,,002,MIKRO,20000000,1000000,1,2024-12-10,2028-10-12,18.01");

        Assert.Equal("NEAR", await world.ValueAsync("select kind from linkage.pass order by id desc limit 1"));
        Assert.Equal("300|300", await world.ValueAsync(
            "select count(*), count(distinct p.nik_hash) from registry.business b join registry.person p on p.id = b.owner_id"));
        Assert.Equal("0000000000007", await world.ValueAsync("select b.nib from credit.loan l join registry.business b on b.id = l.business_id"));
    }

    [Fact]
    public async Task Blocks_and_statistics_hold_no_number_that_could_be_found_by_trying()
    {
        await using var world = await FeedWorld.CreateAsync();
        await world.LoadAsync("oss.csv", [FeedWorld.Oss, .. Enumerable.Range(1, 40).Select(Licence)]);
        await world.LoadAsync("more.csv", FeedWorld.Oss, Licence(41));
        await using var other = await FeedWorld.CreateAsync();
        await other.LoadAsync("oss.csv", [FeedWorld.Oss, .. Enumerable.Range(1, 40).Select(Licence)]);
        await other.LoadAsync("more.csv", FeedWorld.Oss, Licence(41));

        Assert.NotEqual("0", await world.ValueAsync("select count(*) from linkage.block"));
        const string Keys = "select distinct key from linkage.block";
        // Another deployment has other keys for the same numbers.
        Assert.Empty((await world.RowsAsync(Keys)).Intersect(await other.RowsAsync(Keys)));
        Assert.Equal("t", await world.ValueAsync("select case when position(convert_to('SAMA', 'UTF8') in statistics) = 0 then 't' end from linkage.model"));
    }

    [Theory]
    [InlineData(new long[] { 1, 1, 2, 2 }, new long[] { 7, 7, 9, 9 }, 0)]
    [InlineData(new long[] { 1, 1, 2, 2 }, new long[] { 1, 1, 1, 1 }, 2)]
    [InlineData(new long[] { 1, 1, 1, 2 }, new long[] { 5, 5, 6, 6 }, 1)]
    [InlineData(new long[] { 1, 2, 3 }, new long[] { 4, 4, 4 }, 2)]
    public void Two_partitions_differ_by_the_records_outside_what_they_share(long[] one, long[] other, int differing)
    {
        Assert.Equal(differing, PartitionDifference.Count(one, other));
        Assert.Equal(differing, PartitionDifference.Count(other, one));
    }

    private static string Name(string row) => row[..row.LastIndexOf('|')];

    private static long Cluster(string row) => long.Parse(row[(row.LastIndexOf('|') + 1)..]);

    // Owners with names of their own, and businesses that share a word.
    private static string Licence(int number) =>
        $"{number:D13},18010101019{number:D5},Toko {Word(number)} Jaya,{Word(number)} {Word(number * 7)},Perorangan,47111,Mikro,1000000,,18.01.01,,,2024-01-01,AKTIF";

    private static string Word(int number)
    {
        var letters = new char[6];
        for (var i = 0; i < 6; i += 2)
        {
            (letters[i], letters[i + 1]) = ("bcdgklmnprst"[number % 12], "aiueo"[number / 5 % 5]);
            number = number * 31 + 17 & 0xFFFF;
        }
        return new string(letters);
    }

    private static List<string> Part(FeedWorld world, string name, Func<int, bool> isIn)
    {
        var paths = new List<string>();
        foreach (var file in Files)
        {
            var lines = File.ReadAllLines(SharedData.PathOf("feeds-sample", file));
            paths.Add(world.Write($"{name}-{file}", [lines[0], .. lines.Skip(1).Where((_, at) => isIn(at))]));
        }
        return paths;
    }
}
