using DataHub.GraphQL.Cost;
using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Access.Budgets;

/// <summary>The engine's view of the clients' budgets: the request knows its caller.</summary>
internal sealed class CallerBudget(ClientBudgets budgets) : CostBudget
{
    public override bool TryTake(double cost, IExecutionContext request, out CostBalance balance) =>
        budgets.TryTake(ClientOf(request), cost, out balance);

    public override CostBalance Return(double cost, IExecutionContext request) => budgets.Return(ClientOf(request), cost);

    private static string ClientOf(IExecutionContext request) => ((HubRequest)request).Caller.Client;
}
