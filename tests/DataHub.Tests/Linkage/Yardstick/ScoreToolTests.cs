using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DataHub.Testing;
using DataHub.Testing.Linkage.Scoring;

namespace DataHub.Tests.Linkage.Yardstick;

/// <summary>The figures are those of the tool that the result is judged with.</summary>
public sealed class ScoreToolTests
{
    [ScoreToolFact]
    public async Task Figures_are_those_of_the_tool()
    {
        using var folder = new TemporaryFolder();
        var (truthFile, casesFile) = (SharedData.PathOf("feeds-sample", "truth.csv"), SharedData.PathOf("feeds-sample", "cases.csv"));
        var truth = LabelledFolder.Businesses(truthFile);
        var clusters = Wrong(truth);
        var review = Questions(truth);
        await File.WriteAllLinesAsync(Path.Combine(folder.Path, "clusters.csv"), ["feed,source_record_id,cluster_id",
            .. clusters.Select(entry => $"{entry.Key.Feed},{entry.Key.Key},{entry.Value}")]);
        await File.WriteAllLinesAsync(Path.Combine(folder.Path, "review.csv"), ["feed_a,id_a,feed_b,id_b,score",
            .. review.Select(pair => $"{pair.A.Feed},{pair.A.Key},{pair.B.Feed},{pair.B.Key},0.5")]);

        using var tool = await RunAsync(folder.Path, truthFile, casesFile);
        var score = LinkageScore.Of(truth, clusters);

        var told = tool.RootElement;
        Same(told.GetProperty("pairwise"), score.Pairwise.Precision, score.Pairwise.Recall);
        Same(told.GetProperty("bcubed"), score.BCubed.Precision, score.BCubed.Recall);
        foreach (var pair in told.GetProperty("by_feed_pair").EnumerateObject())
            Same(pair.Value, score.ByFeedPair[pair.Name].Precision, score.ByFeedPair[pair.Name].Recall);
        Assert.Equal(told.GetProperty("by_feed_pair").EnumerateObject().Count(), score.ByFeedPair.Count);
        foreach (var records in LabelledFolder.Cases(casesFile))
            Same(told.GetProperty("by_case").GetProperty(records.Key), score.Over(records).Precision, score.Over(records).Recall);
        SameClusters(told.GetProperty("clusters"), score.Clusters);
        SameReview(told.GetProperty("review"), score.Review(review));
    }

    /// <summary>Every seventh record stands alone, every fifth business is thrown together with another, some records are lost.</summary>
    private static Dictionary<RecordKey, string> Wrong(Dictionary<RecordKey, string> truth)
    {
        var clusters = new Dictionary<RecordKey, string>();
        var count = 0;
        foreach (var (record, business) in truth)
        {
            count++;
            if (count % 97 == 0) continue;
            var number = int.Parse(business.TrimStart('U', 'N', 'B'), CultureInfo.InvariantCulture);
            clusters[record] = count % 7 == 0 ? "alone" + count : number % 5 == 0 ? "U" + (number / 12) : business;
        }

        return clusters;
    }

    /// <summary>Neighbours of the list: some of one business, most not.</summary>
    private static List<RecordPair> Questions(Dictionary<RecordKey, string> truth)
    {
        var ordered = truth.OrderBy(entry => entry.Value, StringComparer.Ordinal).Select(entry => entry.Key).ToArray();
        return [.. Enumerable.Range(0, 300).Select(n => new RecordPair(ordered[n * 9], ordered[n * 9 + 1]))];
    }

    private static async Task<JsonDocument> RunAsync(string folder, string truth, string cases)
    {
        var figures = Path.Combine(folder, "figures.json");
        using var process = Process.Start(new ProcessStartInfo("python3",
        [
            ScoreToolFactAttribute.Tool()!, "--truth", truth, "--cases", cases, "--pred", Path.Combine(folder, "clusters.csv"),
            "--review", Path.Combine(folder, "review.csv"), "--json", figures, "--brief",
        ])
        { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return JsonDocument.Parse(await File.ReadAllTextAsync(figures));
    }

    private static void Same(JsonElement told, double precision, double recall)
    {
        Assert.Equal(told.GetProperty("precision").GetDouble(), precision, 10);
        Assert.Equal(told.GetProperty("recall").GetDouble(), recall, 10);
    }

    private static void SameClusters(JsonElement told, ClusterFigures clusters) => Assert.Equal(
        ((string[])["predicted", "true", "exactly_right", "over_merged", "over_merged_3plus", "largest_over_merge",
            "records_in_over_merged", "split_truths"]).Select(name => told.GetProperty(name).GetInt32()),
        [clusters.Predicted, clusters.Real, clusters.ExactlyRight, clusters.OverMerged, clusters.OverMergedThree, clusters.LargestOverMerge,
            clusters.RecordsInOverMerged, clusters.Split]);

    private static void SameReview(JsonElement told, ReviewFigures review)
    {
        Assert.Equal((told.GetProperty("pairs").GetInt32(), told.GetProperty("true").GetInt32()), (review.Pairs, review.True));
        Assert.InRange(review.True, 1, review.Pairs - 1);
        Same(told.GetProperty("after_perfect_review"), review.After.Precision, review.After.Recall);
        Same(told.GetProperty("pairwise_after"), review.PairsAfter.Precision, review.PairsAfter.Recall);
    }
}
