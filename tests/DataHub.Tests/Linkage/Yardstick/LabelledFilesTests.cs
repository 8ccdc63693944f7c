using DataHub.Testing;
using DataHub.Testing.Linkage;
using DataHub.Testing.Linkage.Labelled;
using DataHub.Testing.Linkage.Scoring;
using DataHub.Tests.Feeds;

namespace DataHub.Tests.Linkage.Yardstick;

public sealed class LabelledFilesTests
{
    [Fact]
    public async Task The_hub_reads_the_files_and_the_same_rows_in_their_dialects()
    {
        using var folder = new TemporaryFolder();
        var set = LabelledSet.Generate(new LabelledOptions(300, Seed: 8));
        LabelledFiles.WriteFeeds(set, Path.Combine(folder.Path, "plain"));
        LabelledFiles.WriteDialects(set, Path.Combine(folder.Path, "dialects"));
        await using var world = await FeedWorld.CreateAsync();

        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder.Path, "plain")))
        {
            var plain = await world.Loader.LoadAsync(file);
            Assert.Equal((set.Rows.Count(row => row.Feed + ".csv" == Path.GetFileName(file)), 0), (plain.Received, plain.Quarantined));
            Assert.Equal(plain.Received, plain.Created);
            var dialect = await world.Loader.LoadAsync(Path.Combine(folder.Path, "dialects", Path.GetFileName(file)));
            Assert.Equal((plain.Received, 0), (dialect.Unchanged, dialect.Created + dialect.Changed + dialect.Quarantined));
        }
    }

    [Fact]
    public void Records_read_from_files_are_those_of_the_set()
    {
        using var folder = new TemporaryFolder();
        var set = LabelledSet.Generate(new LabelledOptions(100, Seed: 8));
        LabelledFiles.Write(set, folder.Path);

        var records = LinkRecords.Read(folder.Path);

        Assert.Equal(LinkRecords.Of(set).OrderBy(record => record.SourceKey), records.OrderBy(record => record.SourceKey));
        var truth = LabelledFolder.Businesses(Path.Combine(folder.Path, "truth.csv"));
        Assert.Equal(records.Select(LinkRecords.KeyOf).ToHashSet(), truth.Keys.ToHashSet());
        var cases = LabelledFolder.Cases(Path.Combine(folder.Path, "cases.csv"));
        Assert.Equal(set.Rows.Sum(row => row.Tags.Count), cases.Sum(group => group.Count()));
    }

    [Fact]
    public void Another_delivery_holds_the_records_as_they_were_returned()
    {
        var set = LabelledSet.Generate(new LabelledOptions(100, Seed: 8));

        var other = set.With(row => row.Feed == "oss" ? null : row with { Key = "x" + row.Key });

        Assert.DoesNotContain(other.Rows, row => row.Feed == "oss");
        Assert.All(other.Rows, row => Assert.StartsWith("x", row.Key, StringComparison.Ordinal));
    }
}
