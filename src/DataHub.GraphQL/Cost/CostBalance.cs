namespace DataHub.GraphQL.Cost;

/// <summary>The state of a caller's budget at one moment.</summary>
/// <param name="Left">What the caller may spend at once; negative while there is a debt.</param>
/// <param name="Capacity">The most it can save up, and so the most that one operation may cost.</param>
/// <param name="RestoreRate">What comes back in a second; more than 0.</param>
public readonly record struct CostBalance(double Left, double Capacity, double RestoreRate)
{
    /// <summary>As clients are told: whole and not negative.</summary>
    public double Remaining => Math.Max(0, Math.Floor(Left));

    /// <summary>Whole seconds, at least 1, until the caller can spend that much.</summary>
    public int SecondsUntil(double cost) => (int)Math.Clamp(Math.Ceiling((cost - Left) / RestoreRate), 1, int.MaxValue);
}
