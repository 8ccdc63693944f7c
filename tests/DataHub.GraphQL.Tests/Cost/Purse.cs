using DataHub.GraphQL.Cost;
using DataHub.GraphQL.Execution;

namespace DataHub.GraphQL.Tests.Cost;

/// <summary>A budget that does not refill.</summary>
internal sealed class Purse : CostBudget
{
    private readonly double capacity;

    public Purse(double capacity = CostTotals.Most) => this.capacity = Left = capacity;

    public double Left { get; private set; }

    public override bool TryTake(double cost, IExecutionContext request, out CostBalance balance)
    {
        var isEnough = cost <= Left;
        if (isEnough) Left -= cost;
        balance = new CostBalance(Left, capacity, 10);
        return isEnough;
    }

    public override CostBalance Return(double cost, IExecutionContext request) => new(Left += cost, capacity, 10);
}
