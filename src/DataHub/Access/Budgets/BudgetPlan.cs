namespace DataHub.Access.Budgets;

/// <summary>
/// What a client may spend: it saves up to <paramref name="Capacity"/> and gets <paramref name="RestoreRate"/> back each second. A unit is
/// about the work of one row.
/// </summary>
/// <param name="Name">As the settings call it; told to clients in the header RateLimit-Policy.</param>
/// <param name="Capacity">Also the most that one operation may cost; at least 1.</param>
/// <param name="RestoreRate">Units a second; more than 0.</param>
public sealed record BudgetPlan(string Name, double Capacity, double RestoreRate)
{
    public const string DefaultName = "default";

    /// <summary>
    /// For clients of which nothing else is said: in one go a thousand pages of 100 rows, and over time as much as one core of the hub and
    /// the database answer, so that one client alone does not keep the others waiting.
    /// </summary>
    public static BudgetPlan Default { get; } = new(DefaultName, Capacity: 100_000, RestoreRate: 10_000);
}
