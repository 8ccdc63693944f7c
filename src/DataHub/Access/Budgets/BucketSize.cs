namespace DataHub.Access.Budgets;

/// <summary>How much a bucket holds, and gets back each second.</summary>
internal readonly record struct BucketSize(double Capacity, double RestoreRate)
{
    /// <summary>A bucket that holds a minute's worth; null when there is no bound.</summary>
    public static BucketSize? OfMinute(int? count) => count is { } bound ? new BucketSize(bound, bound / 60.0) : null;
}
