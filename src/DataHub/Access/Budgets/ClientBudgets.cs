using DataHub.GraphQL.Cost;

namespace DataHub.Access.Budgets;

/// <summary>
/// The budgets of all clients of this host, each a leaky bucket. A client is what its tokens are given to: a fresh token, another address
/// or another connection draw on the same budget. Several hosts keep a budget each.
/// </summary>
public sealed class ClientBudgets(TimeProvider time)
{
    private const int MaxIdleByDefault = 10_000;

    private readonly Buckets requests = new(time) { MaxIdle = MaxIdleByDefault };
    private readonly Buckets organisations = new(time) { MaxIdle = MaxIdleByDefault };
    private Buckets costs = new(time) { MaxIdle = MaxIdleByDefault };
    private volatile BudgetSettings settings = BudgetSettings.Default;

    /// <summary>May be replaced at any time.</summary>
    public BudgetSettings Settings
    {
        get => settings;
        set => settings = value;
    }

    /// <summary>
    /// About how many clients are kept in mind: above it, those whose budget is full are forgotten, since a new one is full as well.
    /// </summary>
    public int MaxIdleClients
    {
        get => costs.MaxIdle;
        init => costs = new Buckets(time) { MaxIdle = value };
    }

    /// <summary>Clients kept in mind at present.</summary>
    public int Count => costs.Count;

    /// <summary>Name of the plan that a client's agreement gives it; null when none does.</summary>
    public Func<string, string?> PlanNameOf { get; set; } = static _ => null;

    /// <summary>The plan of a client: the one that the settings give it, else that of its agreement, else the default.</summary>
    public BudgetPlan PlanOf(string client)
    {
        var now = settings;
        return now.OwnPlanOf(client) ?? (PlanNameOf(client) is { } name ? now.Plan(name) : null) ?? now.Common;
    }

    /// <summary>Takes the cost from a client's budget; false, with nothing taken, when there is less.</summary>
    public bool TryTake(string client, double cost, out CostBalance balance) => costs.TryTake(client, cost, PlanOf(client).Costs, out balance);

    /// <summary>Gives back what was taken and not used; takes more when negative, even if that leaves a debt.</summary>
    public CostBalance Return(string client, double cost) => costs.Return(client, cost, PlanOf(client).Costs);

    /// <summary>How a client's budget stands.</summary>
    public CostBalance BalanceOf(string client) => Return(client, 0);

    /// <summary>
    /// Takes one request from what a client, and all clients of its organisation together, may send in a minute. Null: there is room, or
    /// no such bound;
    /// else the seconds to wait.
    /// </summary>
    public int? TakeRequest(Caller caller)
    {
        var plan = PlanOf(caller.Client);
        if (plan.Requests is { } own && !requests.TryTake(caller.Client, 1, own, out var balance)) return balance.SecondsUntil(1);
        if (plan.OrganisationRequests is not { } shared || organisations.TryTake(OrganisationOf(caller), 1, shared, out var left)) return null;
        if (plan.Requests is { } taken) requests.Return(caller.Client, 1, taken);
        return left.SecondsUntil(1);
    }

    /// <summary>How the requests of a client stand, of those bounds that its plan has: its own, then its organisation's.</summary>
    public (CostBalance? Own, CostBalance? Shared) RequestsOf(Caller caller)
    {
        var plan = PlanOf(caller.Client);
        return (
            plan.Requests is { } own ? requests.Return(caller.Client, 0, own) : null,
            plan.OrganisationRequests is { } shared ? organisations.Return(OrganisationOf(caller), 0, shared) : null);
    }

    private static string OrganisationOf(Caller caller) => caller.Organisation ?? caller.Client;
}
