using DataHub.GraphQL.Execution;

namespace DataHub.GraphQL.Cost;

/// <summary>
/// An execution that was paid for in advance. One that breaks off (the client hung up, the time is spent) is not settled and gets nothing
/// back.
/// </summary>
internal sealed class CostTicket(CostModel model, CostBudget budget, OperationPlan plan, IExecutionContext request)
{
    public required double Requested { get; init; }

    /// <summary>Says how it stands; nothing is given back.</summary>
    public CostReport Keep() => new(Requested, budget.Return(0, request));

    /// <summary>Gives back what was not used and says how it stands.</summary>
    /// <param name="groups">All groups of the answer, parents before their children.</param>
    public CostReport Settle(IReadOnlyList<ObjectGroup> groups)
    {
        var actual = new ActualCost(model, plan.Variables).Of(groups).Sum;
        return new CostReport(Requested, budget.Return(Requested - actual, request)) { Actual = actual };
    }
}
