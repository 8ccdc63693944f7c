using DataHub.Testing;
using Xunit.Abstractions;

namespace DataHub.Tests.Feeds;

/// <summary>The sample of about 2,000 businesses, in its dialects and orders.</summary>
public sealed class SampleTests(ITestOutputHelper output)
{
    private static readonly string[] Plain = ["oss.csv", "sikp.csv", "pelatihan.csv", "marketplace.csv", "sertifikat.csv"];

    [SharedDataFact]
    public async Task Every_dialect_gives_the_same_end_state()
    {
        await using var plain = await FeedWorld.CreateAsync();
        await using var dialects = await FeedWorld.CreateAsync();
        foreach (var file in Plain)
        {
            var one = await plain.Loader.LoadAsync(SharedData.PathOf("feeds-sample", file));
            output.WriteLine(one.ToString());
            var other = await dialects.Loader.LoadAsync(SharedData.PathOf("feeds-sample", "dialects", file));
            Assert.Equal((one.Received, one.Created, one.Quarantined, one.Damaged, one.Linked, one.Unlinked),
                (other.Received, other.Created, other.Quarantined, other.Damaged, other.Linked, other.Unlinked));
        }
        Assert.Equal(await EndState.OfAsync(plain), await EndState.OfAsync(dialects));
    }

    [SharedDataFact]
    public async Task The_same_files_in_another_dialect_change_nothing()
    {
        await using var world = await FeedWorld.CreateAsync();
        foreach (var file in Plain) await world.Loader.LoadAsync(SharedData.PathOf("feeds-sample", file));
        var before = await EndState.OfAsync(world);
        var versions = await world.ValueAsync("select count(*), (select count(*) from linkage.link) from feeds.source_record");
        foreach (var folder in new[] { "", "dialects" })
        {
            foreach (var file in Plain)
            {
                var run = await world.Loader.LoadAsync(SharedData.PathOf("feeds-sample", folder, file));
                Assert.Equal((0, 0, run.Received), (run.Created, run.Changed, run.Unchanged));
            }
        }
        Assert.Equal(before, await EndState.OfAsync(world));
        Assert.Equal(versions, await world.ValueAsync("select count(*), (select count(*) from linkage.link) from feeds.source_record"));
    }

    [SharedDataFact]
    public async Task The_order_of_files_does_not_matter()
    {
        await using var forwards = await FeedWorld.CreateAsync();
        await using var backwards = await FeedWorld.CreateAsync();
        foreach (var file in Plain) await forwards.Loader.LoadAsync(SharedData.PathOf("feeds-sample", file));
        foreach (var file in Plain.Reverse()) await backwards.Loader.LoadAsync(SharedData.PathOf("feeds-sample", file));
        var (one, other) = (await EndState.OfAsync(forwards), await EndState.OfAsync(backwards));
        Assert.Equal("", string.Join('\n', one.Except(other).Select(row => '-' + row).Concat(other.Except(one).Select(row => '+' + row)).Take(40)));
        Assert.Equal(one, other);
    }

    [SharedDataFact]
    public async Task The_credit_file_in_Windows_1252_is_the_credit_file()
    {
        await using var world = await FeedWorld.CreateAsync();
        await world.Loader.LoadAsync(SharedData.PathOf("feeds-sample", "sikp.csv"));
        var run = await world.Loader.LoadAsync(SharedData.PathOf("feeds-sample", "sikp_cp1252.csv"));
        Assert.Equal((run.Received, 0, 0), (run.Unchanged, run.Created, run.Changed));
    }
}
