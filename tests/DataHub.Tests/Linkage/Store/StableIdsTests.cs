using DataHub.Linkage.Store;

namespace DataHub.Tests.Linkage.Store;

/// <summary>Ids of clusters, from where their records stood. A record is its place; a cluster is a number.</summary>
public sealed class StableIdsTests
{
    [Fact]
    public void A_cluster_keeps_the_id_of_its_records_and_a_new_one_waits_for_its_own()
    {
        var ids = Of([0, 0, 1], [7, 7, 0]);
        Assert.Equal([7, 0], ids.Ids);
        Assert.Equal(1, ids.Missing);
        Assert.Equal([1], ids.Mint([8]));
        Assert.Equal([7, 8], ids.Ids);
    }

    [Fact]
    public void Of_several_ids_in_one_cluster_the_oldest_stays()
    {
        var ids = Of([0, 0, 0], [9, 9, 4]);
        Assert.Equal([4], ids.Ids);
        Assert.Equal([new Retirement(9, 4)], ids.Retirements);
    }

    [Fact]
    public void Of_a_cluster_that_is_parted_the_record_that_minted_the_id_keeps_it_however_few_go_with_it()
    {
        var ids = Of([0, 1, 1, 1], [5, 5, 5, 5], anchors: new() { [5] = 0 });
        Assert.Equal([5, 0], ids.Ids);
        Assert.Equal([5], ids.PartedFrom);
    }

    [Fact]
    public void Without_that_record_most_of_the_others_keep_it_and_of_equal_parts_the_first()
    {
        Assert.Equal([0, 5], Of([0, 1, 1], [5, 5, 5]).Ids);
        Assert.Equal([5, 0], Of([0, 1, 1, 0], [5, 5, 5, 5]).Ids);
    }

    [Fact]
    public void A_part_that_is_exactly_what_a_merge_took_gets_its_id_back()
    {
        var ids = Of([0, 0, 1, 1], [4, 4, 4, 4], anchors: new() { [4] = 0 });
        ids.Restore([new Retired(9, 4, new HashSet<int> { 2, 3 })]);
        Assert.Equal([4, 9], ids.Ids);
        Assert.Equal([1], ids.Restored);
        Assert.Equal(0, ids.Missing);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1, 2, 3)]
    [InlineData(2, 3, 4)]
    public void A_part_that_is_anything_else_gets_a_new_one(params int[] taken)
    {
        var ids = Of([0, 0, 1, 1, 2], [4, 4, 4, 4, 0], anchors: new() { [4] = 0 });
        ids.Restore([new Retired(9, 4, taken.ToHashSet()), new Retired(10, 4, null), new Retired(11, 3, new HashSet<int> { 2, 3 })]);
        Assert.Equal([4, 0, 0], ids.Ids);
        Assert.Equal([1, 2], ids.Mint([20, 21]));
    }

    [Fact]
    public void A_cluster_that_stands_for_nothing_gives_its_id_up()
    {
        var ids = new StableIds(new IdQuestion { ClusterOf = [0], HasId = [false], Former = [3], Anchors = new Dictionary<long, int>() });
        Assert.Equal([0], ids.Ids);
        Assert.Equal([new Retirement(3, 0)], ids.Retirements);
        Assert.Equal(0, ids.Missing);
    }

    [Fact]
    public void An_id_that_is_claimed_otherwise_counts_unless_records_stood_for_it_elsewhere()
    {
        var question = new IdQuestion
        {
            ClusterOf = [0, 1],
            HasId = [true, true],
            Former = [0, 6],
            Anchors = new Dictionary<long, int>(),
            Claims = [(0, 2), (0, 6)],
        };
        Assert.Equal([2, 6], new StableIds(question).Ids);
    }

    private static StableIds Of(int[] clusterOf, long[] former, Dictionary<long, int>? anchors = null) => new(new IdQuestion
    {
        ClusterOf = clusterOf,
        HasId = [.. Enumerable.Repeat(true, clusterOf.Max() + 1)],
        Former = former,
        Anchors = anchors ?? [],
    });
}
