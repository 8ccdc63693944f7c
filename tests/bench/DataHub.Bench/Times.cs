namespace DataHub.Bench;

/// <summary>Measured times in milliseconds.</summary>
internal sealed class Times
{
    private readonly double[] sorted;

    public Times(double[] milliseconds)
    {
        sorted = [.. milliseconds];
        Array.Sort(sorted);
    }

    public int Count => sorted.Length;

    /// <summary>The time that a share of the requests did not exceed.</summary>
    public double At(double share) => sorted[(int)(share * (sorted.Length - 1))];
}
