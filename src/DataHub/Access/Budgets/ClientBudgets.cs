using System.Collections.Concurrent;
using DataHub.GraphQL.Cost;

namespace DataHub.Access.Budgets;

/// <summary>
/// The budgets of all clients of this host, each a leaky bucket. A client is what its tokens are given to: a fresh token, another address
/// or another connection draw on the same budget. Several hosts keep a budget each.
/// </summary>
public sealed class ClientBudgets(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);
    private readonly Lock sweeping = new();
    private volatile BudgetSettings settings = BudgetSettings.Default;

    /// <summary>May be replaced at any time.</summary>
    public BudgetSettings Settings
    {
        get => settings;
        set => settings = value;
    }

    /// <summary>
    /// About how many clients are kept in mind: above it, those whose budget is full are forgotten, since a new one is full as well.
    /// </summary>
    public int MaxIdleClients { get; init; } = 10_000;

    /// <summary>Clients kept in mind at present.</summary>
    public int Count => buckets.Count;

    /// <summary>Takes the cost from a client's budget; false, with nothing taken, when there is less.</summary>
    public bool TryTake(string client, double cost, out CostBalance balance)
    {
        var plan = settings.PlanOf(client);
        while (true)
        {
            if (BucketOf(client, plan).TryTake(cost, plan) is not { } result) continue;
            balance = new CostBalance(result.Left, plan.Capacity, plan.RestoreRate);
            return result.Taken;
        }
    }

    /// <summary>Gives back what was taken and not used; takes more when negative, even if that leaves a debt.</summary>
    public CostBalance Return(string client, double cost)
    {
        var plan = settings.PlanOf(client);
        while (true)
        {
            if (BucketOf(client, plan).Return(cost, plan) is { } left) return new CostBalance(left, plan.Capacity, plan.RestoreRate);
        }
    }

    /// <summary>How a client's budget stands.</summary>
    public CostBalance BalanceOf(string client) => Return(client, 0);

    private Bucket BucketOf(string client, BudgetPlan plan)
    {
        if (buckets.TryGetValue(client, out var known)) return known;
        if (buckets.Count >= MaxIdleClients) Sweep();
        return buckets.GetOrAdd(client, static (_, made) => new Bucket(made.time, made.plan), (time, plan));
    }

    private void Sweep()
    {
        // One sweep at a time is enough; who comes meanwhile goes on.
        if (!sweeping.TryEnter()) return;
        try
        {
            foreach (var (client, bucket) in buckets)
                if (bucket.TryRetire()) buckets.TryRemove(new KeyValuePair<string, Bucket>(client, bucket));
        }
        finally
        {
            sweeping.Exit();
        }
    }
}
