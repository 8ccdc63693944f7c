namespace DataHub.GraphQL.Cost;

/// <summary>What an answer says of its cost, as <c>extensions.cost</c>.</summary>
/// <param name="Requested">The most that the operation could cost, taken from the budget before it ran.</param>
/// <param name="Balance">The budget when the answer was ready.</param>
public sealed record CostReport(double Requested, CostBalance Balance)
{
    /// <summary>Its name among an answer's extensions.</summary>
    public const string Extension = "cost";

    /// <summary>What it did cost; null when it was refused and cost nothing.</summary>
    public double? Actual { get; init; }

    /// <summary>
    /// What was given back; negative when a list was longer than its <c>@listSize</c> promises. Null as <see cref="Actual"/> is.
    /// </summary>
    public double? Refunded => Requested - Actual;

    /// <summary>Where the cost comes from; null unless the request asked for it.</summary>
    public CostExplanation? Explanation { get; init; }
}
