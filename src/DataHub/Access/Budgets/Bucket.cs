namespace DataHub.Access.Budgets;

/// <summary>What one client has left: drains as it spends and refills at its rate.</summary>
internal sealed class Bucket(TimeProvider time, BucketSize size)
{
    private readonly Lock gate = new();
    private BucketSize size = size;
    private double left = size.Capacity;
    private long at = time.GetTimestamp();
    private bool isRetired;

    /// <summary>Takes the cost if it is there. Null when the bucket was retired: another one has taken its place.</summary>
    public (bool Taken, double Left)? TryTake(double cost, BucketSize current)
    {
        lock (gate)
        {
            if (isRetired) return null;
            Refill(current);
            var isEnough = cost <= left;
            if (isEnough) left -= cost;
            return (isEnough, left);
        }
    }

    /// <summary>Gives back, or takes whatever is there when <paramref name="cost"/> is negative; null as above.</summary>
    public double? Return(double cost, BucketSize current)
    {
        lock (gate)
        {
            if (isRetired) return null;
            Refill(current);
            return left = Math.Min(size.Capacity, left + cost);
        }
    }

    /// <summary>Takes the bucket out of use when it is full, as a new one would be.</summary>
    public bool TryRetire()
    {
        lock (gate)
        {
            Refill(size);
            return isRetired = left >= size.Capacity;
        }
    }

    private void Refill(BucketSize current)
    {
        var now = time.GetTimestamp();
        var seconds = Math.Max(0, time.GetElapsedTime(at, now).TotalSeconds);
        // Under a plan that was changed meanwhile no one loses or gains more than the new capacity allows.
        size = current;
        left = Math.Min(size.Capacity, left + (seconds * size.RestoreRate));
        at = now;
    }
}
