using DataHub.Demonstration;

namespace DataHub.Tests.Demonstration;

public sealed class ScaleCountsTests
{
    [Fact]
    public void The_full_count_is_the_one_of_Lampung() =>
        Assert.Equal(new ScaleCounts(182_655, 9_303, 276), ScaleCounts.Of(192_234));

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 1, 0, 0)]
    [InlineData(500, 475, 24, 1)]
    [InlineData(2_000, 1_900, 97, 3)]
    public void Other_counts_keep_the_proportions_by_largest_remainder(int businesses, int mikro, int kecil, int menengah) =>
        Assert.Equal(new ScaleCounts(mikro, kecil, menengah), ScaleCounts.Of(businesses));

    [Fact]
    public void Every_count_is_shared_out_whole()
    {
        for (var businesses = 0; businesses < 3_000; businesses++)
        {
            var counts = ScaleCounts.Of(businesses);
            Assert.Equal(businesses, counts.Mikro + counts.Kecil + counts.Menengah);
        }
    }
}
