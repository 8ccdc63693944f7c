using DataHub.Testing.Linkage.Scoring;

namespace DataHub.Tests.Linkage.Yardstick;

public sealed class LinkageScoreTests
{
    [Fact]
    public void Right_clusters_score_one_throughout()
    {
        var score = LinkageScore.Of(Of("a1:x a2:x b1:y"), Of("a1:7 a2:7 b1:8"));

        Assert.Equal(new PairFigures(1, 1, 1), score.Pairwise);
        Assert.Equal(new RecordFigures(1, 1), score.BCubed);
        Assert.Equal(2, score.Clusters.ExactlyRight);
        Assert.Equal((0, 0), (score.Clusters.OverMerged, score.Clusters.Split));
    }

    [Fact]
    public void Records_that_stand_alone_lose_recall_only()
    {
        var score = LinkageScore.Of(Of("a1:x a2:x a3:x b1:y"), Of("a1:1 a2:2 a3:3 b1:4"));

        Assert.Equal(new PairFigures(0, 0, 3), score.Pairwise);
        Assert.Equal((1, 0), (score.Pairwise.Precision, score.Pairwise.Recall));
        // Three records find a third of their business, one finds the whole.
        Assert.Equal(1, score.BCubed.Precision);
        Assert.Equal(0.5, score.BCubed.Recall, 12);
        Assert.Equal(1, score.Clusters.Split);
    }

    [Fact]
    public void Two_businesses_in_one_cluster_lose_precision()
    {
        var score = LinkageScore.Of(Of("a1:x a2:x a3:x b1:y z1:z"), Of("a1:1 a2:1 a3:1 b1:1 z1:2"));

        Assert.Equal(new PairFigures(3, 6, 3), score.Pairwise);
        Assert.Equal(2.0 / 3, score.Pairwise.F1, 12);
        // Three records at 3/4, one at 1/4, one at 1.
        Assert.Equal((3 * 0.75 + 0.25 + 1) / 5, score.BCubed.Precision, 12);
        Assert.Equal(1, score.BCubed.Recall, 12);
        Assert.Equal((1, 0, 2, 4, 4), (score.Clusters.OverMerged, score.Clusters.OverMergedThree, score.Clusters.LargestOverMerge,
            score.Clusters.RecordsInOverMerged, score.Clusters.MostRecordsInOverMerged));
    }

    [Fact]
    public void A_record_without_cluster_stands_alone_and_an_unknown_one_is_left_out()
    {
        var score = LinkageScore.Of(Of("a1:x a2:x"), Of("a1:1 q9:1"));

        Assert.Equal(1, score.Missing);
        Assert.Equal((2, 1), (score.Clusters.Predicted, score.Clusters.Real));
        Assert.Equal(new PairFigures(0, 0, 1), score.Pairwise);
    }

    [Fact]
    public void Pairs_are_counted_by_feed()
    {
        var score = LinkageScore.Of(Of("a1:x a2:x b1:x b2:y"), Of("a1:1 a2:2 b1:1 b2:1"));

        Assert.Equal(["a-a", "a-b", "b-b"], score.ByFeedPair.Keys);
        Assert.Equal(new PairFigures(0, 0, 1), score.ByFeedPair["a-a"]);
        Assert.Equal(new PairFigures(1, 2, 2), score.ByFeedPair["a-b"]);
        Assert.Equal(new PairFigures(0, 1, 0), score.ByFeedPair["b-b"]);
    }

    [Fact]
    public void Some_records_are_averaged_alone()
    {
        var score = LinkageScore.Of(Of("a1:x a2:x b1:y"), Of("a1:1 a2:1 b1:1"));

        Assert.Equal(new RecordFigures(1.0 / 3, 1), score.Over([new("b", "b1")]));
        Assert.Equal(new RecordFigures(1, 1), score.Over([new("q", "q9")]));
    }

    [Fact]
    public void A_queue_is_worth_what_its_right_pairs_join()
    {
        var score = LinkageScore.Of(Of("a1:x a2:x a3:x b1:y"), Of("a1:1 a2:2 a3:3 b1:4"));

        var review = score.Review([Pair("a1", "a2"), Pair("a1", "a2"), Pair("a2", "a3"), Pair("a1", "b1"), Pair("a1", "q9")]);

        Assert.Equal((3, 2), (review.Pairs, review.True));
        Assert.Equal(750, review.PairsPerThousandRecords);
        Assert.Equal(new RecordFigures(1, 1), review.After);
        Assert.Equal(new PairFigures(3, 3, 3), review.PairsAfter);
    }

    [Fact]
    public void Ids_are_stable_where_records_keep_the_name_of_their_cluster()
    {
        Assert.Equal(0.5, LinkageScore.Stability(Of("a1:1 a2:1 a3:1"), Of("a1:1 a2:2")));
        Assert.Equal(1, LinkageScore.Stability(Of(""), Of("a1:1")));
    }

    private static RecordPair Pair(string a, string b) => new(new(a[..1], a), new(b[..1], b));

    /// <summary>"a1:x" is the record a1 of the feed a in x.</summary>
    private static Dictionary<RecordKey, string> Of(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split(':'))
            .ToDictionary(parts => new RecordKey(parts[0][..1], parts[0]), parts => parts[1]);
}
