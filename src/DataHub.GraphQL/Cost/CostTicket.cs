using DataHub.GraphQL.Execution;

namespace DataHub.GraphQL.Cost;

/// <summary>
/// An execution that was paid for in advance. One that breaks off (the client hung up, the time is spent) is not settled and gets nothing
/// back.
/// </summary>
internal sealed class CostTicket(CostModel model, CostBudget budget, OperationPlan plan, IExecutionContext request)
{
    private readonly ActualCost actual = new(model, plan.Variables);

    public required double Requested { get; init; }

    /// <summary>Says how it stands; nothing is given back.</summary>
    public CostReport Keep() => new(Requested, budget.Return(0, request));

    /// <summary>Gives back what was not used and says how it stands.</summary>
    /// <param name="groups">All groups of the answer, parents before their children.</param>
    public CostReport Settle(IReadOnlyList<ObjectGroup> groups)
    {
        Add(groups);
        return Settle();
    }

    /// <summary>Notes what the first part of a streamed answer did cost.</summary>
    public void Add(IReadOnlyList<ObjectGroup> groups) => actual.Add(groups);

    /// <summary>Notes what further items of a streamed list did cost.</summary>
    public void AddItems(IReadOnlyList<ObjectGroup> groups) => actual.AddItems(groups);

    /// <summary>Gives back what was not used, by all that was noted, and says how it stands.</summary>
    public CostReport Settle()
    {
        var cost = actual.Total.Sum;
        return new CostReport(Requested, budget.Return(Requested - cost, request)) { Actual = cost };
    }
}
