namespace DataHub.Access.Budgets;

/// <summary>What one client has left: drains as it spends and refills at the plan's rate.</summary>
internal sealed class Bucket(TimeProvider time, BudgetPlan plan)
{
    private readonly Lock gate = new();
    private BudgetPlan plan = plan;
    private double left = plan.Capacity;
    private long at = time.GetTimestamp();
    private bool isRetired;

    /// <summary>Takes the cost if it is there. Null when the bucket was retired: another one has taken its place.</summary>
    public (bool Taken, double Left)? TryTake(double cost, BudgetPlan current)
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
    public double? Return(double cost, BudgetPlan current)
    {
        lock (gate)
        {
            if (isRetired) return null;
            Refill(current);
            return left = Math.Min(plan.Capacity, left + cost);
        }
    }

    /// <summary>Takes the bucket out of use when it is full, as a new one would be.</summary>
    public bool TryRetire()
    {
        lock (gate)
        {
            Refill(plan);
            return isRetired = left >= plan.Capacity;
        }
    }

    private void Refill(BudgetPlan current)
    {
        var now = time.GetTimestamp();
        var seconds = Math.Max(0, time.GetElapsedTime(at, now).TotalSeconds);
        // Under a plan that was changed meanwhile no one loses or gains more than the new capacity allows.
        plan = current;
        left = Math.Min(plan.Capacity, left + (seconds * plan.RestoreRate));
        at = now;
    }
}
