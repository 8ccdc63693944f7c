using DataHub.Linkage.Model;
using DataHub.Testing;

namespace DataHub.Tests.Linkage.Model;

/// <summary>Linking the labelled sample of about 2,000 businesses. The marks are those that larger populations have to pass.</summary>
public sealed class SampleTests
{
    [SharedDataFact]
    public void The_sample_is_linked_as_well_as_the_marks_ask()
    {
        var records = LabelledSample.Records();
        var truth = LabelledSample.Truth(records);
        var result = Linker.Link(records, new LinkContext { Gazetteer = LabelledSample.Regions() });
        var (records1, pairs) = (LabelledSample.BCubed(result.Businesses, truth), LabelledSample.Pairs(result.Businesses, truth));
        Assert.True(records1.Precision >= 0.985, $"B-cubed precision {records1.Precision:F4}");
        Assert.True(LabelledSample.F1(records1) >= 0.950, $"B-cubed F1 {LabelledSample.F1(records1):F4}");
        Assert.True(LabelledSample.F1(pairs) >= 0.895, $"pairwise F1 {LabelledSample.F1(pairs):F4}");
        var right = result.Review.Count(pair => truth[pair.Edge.A] == truth[pair.Edge.B]);
        Assert.InRange(result.Review.Count, 1, records.Length * 45 / 1000);
        Assert.True(right * 2 >= result.Review.Count, $"{right} of {result.Review.Count} pairs to review are true");
    }

    [SharedDataFact]
    public void The_sample_is_linked_alike_in_any_order_and_on_any_number_of_processors()
    {
        var (records, regions) = (LabelledSample.Records(), LabelledSample.Regions());
        var expected = Named(records, Linker.Link(records, new LinkContext { Gazetteer = regions }));
        LinkRecord[] turned = [.. records.OrderBy(record => string.Concat(record.SourceKey.Reverse()), StringComparer.Ordinal)];
        Assert.Equal(expected, Named(turned, Linker.Link(turned, new LinkContext { Gazetteer = regions })));
    }

    [SharedDataFact]
    public void Linked_records_nearly_always_share_a_block_key()
    {
        var (records, regions) = (LabelledSample.Records(), LabelledSample.Regions());
        var statistics = LinkStatistics.Of(records, regions);
        var maker = new BlockKeys(statistics, regions);
        var keys = Array.ConvertAll(records, maker.Of);
        var holds = Linker.Link(records, new LinkContext { Gazetteer = regions }).Holds.OfType<LinkEdge>().ToList();
        var shared = holds.Count(edge => keys[edge.A].Intersect(keys[edge.B]).Any());
        Assert.True(shared >= holds.Count * 0.99, $"{shared} of {holds.Count}");
    }

    private static IEnumerable<string> Named(LinkRecord[] records, LinkResult result) => records
        .Select((record, i) => $"{record.Feed} {record.SourceKey} {result.Businesses[i]} {result.Persons[i]} {result.Holds[i]?.Bits}")
        .Order(StringComparer.Ordinal);
}
