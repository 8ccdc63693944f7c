using System.Collections.Concurrent;
using DataHub.GraphQL.Cost;

namespace DataHub.Access.Budgets;

/// <summary>Leaky buckets by key.</summary>
internal sealed class Buckets(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);
    private readonly Lock sweeping = new();

    /// <summary>
    /// About how many keys are kept in mind: above it, those whose bucket is full are forgotten, since a new one is full as well.
    /// </summary>
    public required int MaxIdle { get; init; }

    /// <summary>Keys kept in mind at present.</summary>
    public int Count => buckets.Count;

    /// <summary>Takes from a bucket; false, with nothing taken, when there is less.</summary>
    public bool TryTake(string key, double amount, BucketSize size, out CostBalance balance)
    {
        while (true)
        {
            if (Of(key, size).TryTake(amount, size) is not { } result) continue;
            balance = new CostBalance(result.Left, size.Capacity, size.RestoreRate);
            return result.Taken;
        }
    }

    /// <summary>Gives back; takes more when negative, even if that leaves a debt.</summary>
    public CostBalance Return(string key, double amount, BucketSize size)
    {
        while (true)
        {
            if (Of(key, size).Return(amount, size) is { } left) return new CostBalance(left, size.Capacity, size.RestoreRate);
        }
    }

    private Bucket Of(string key, BucketSize size)
    {
        if (buckets.TryGetValue(key, out var known)) return known;
        if (buckets.Count >= MaxIdle) Sweep();
        return buckets.GetOrAdd(key, static (_, made) => new Bucket(made.time, made.size), (time, size));
    }

    private void Sweep()
    {
        // One sweep at a time is enough; who comes meanwhile goes on.
        if (!sweeping.TryEnter()) return;
        try
        {
            foreach (var (key, bucket) in buckets)
                if (bucket.TryRetire()) buckets.TryRemove(new KeyValuePair<string, Bucket>(key, bucket));
        }
        finally
        {
            sweeping.Exit();
        }
    }
}
