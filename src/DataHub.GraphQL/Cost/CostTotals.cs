namespace DataHub.GraphQL.Cost;

/// <summary>
/// The two results of the IBM GraphQL cost specification (https://ibm.github.io/graphql-specs/cost-spec.html, section 5.3.2): what it takes
/// to run the fields, and what it takes to give the objects. Neither is negative nor above <see cref="Most"/>.
/// </summary>
/// <param name="Field">Weighted sum of the fields run, with their arguments.</param>
/// <param name="Type">Weighted sum of the objects and leaf values given.</param>
public readonly record struct CostTotals(double Field, double Type)
{
    /// <summary>Largest cost, 2^53 - 1: a whole number that every JSON reader holds exactly. What would cost more costs this.</summary>
    public const double Most = 9_007_199_254_740_991;

    /// <summary>The cost that is asked of a budget: both together.</summary>
    public double Sum => Bounded(Field + Type);

    public static CostTotals operator +(CostTotals left, CostTotals right) =>
        new(Bounded(left.Field + right.Field), Bounded(left.Type + right.Type));

    public static CostTotals operator *(double times, CostTotals cost) => new(Bounded(times * cost.Field), Bounded(times * cost.Type));

    internal static double Bounded(double cost) => Math.Clamp(cost, 0, Most);
}
