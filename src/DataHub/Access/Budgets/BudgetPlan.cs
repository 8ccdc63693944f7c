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

    /// <summary>The largest page of a list below other rows, whatever the plan, and of any list unless the plan says more.</summary>
    public const int CommonPage = 100;

    /// <summary>The most that <see cref="MaxPage"/> may be.</summary>
    public const int LargestPage = 10_000;

    /// <summary>Rows that one page of a list right below the root may have; from 1 to <see cref="LargestPage"/>.</summary>
    public int MaxPage { get; init; } = CommonPage;

    /// <summary>
    /// For clients of which nothing else is said. The capacity lets a page of 100 businesses with all its lists run without a page size;
    /// the rate is 3,000 look-ups of one business or 100 pages of 100 rows each second, for as long as the client likes.
    /// </summary>
    public static BudgetPlan Default { get; } = new(DefaultName, Capacity: 200_000, RestoreRate: 10_000);
}
