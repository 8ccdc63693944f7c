using System.Globalization;

namespace DataHub.Access.Budgets;

/// <summary>Which client has which plan.</summary>
public sealed class BudgetSettings
{
    private readonly Dictionary<string, BudgetPlan> plans = new(StringComparer.OrdinalIgnoreCase)
    {
        [BudgetPlan.DefaultName] = BudgetPlan.Default,
    };

    private readonly Dictionary<string, BudgetPlan> clients = new(StringComparer.Ordinal);

    private readonly BudgetPlan common;

    /// <summary>The default plan for everyone.</summary>
    public static BudgetSettings Default { get; } = new([], []);

    /// <summary>Throws <see cref="FormatException"/>, in words for the operator, when the settings do not hold together.</summary>
    /// <param name="plans">Plans by name; one named <c>default</c> replaces the built-in one.</param>
    /// <param name="clients">Names of plans by client id.</param>
    public BudgetSettings(IEnumerable<BudgetPlan> plans, IEnumerable<KeyValuePair<string, string>> clients)
    {
        foreach (var plan in plans) this.plans[plan.Name] = Checked(plan);
        common = this.plans[BudgetPlan.DefaultName];
        foreach (var (client, name) in clients)
        {
            this.clients[client] = this.plans.GetValueOrDefault(name)
                ?? throw new FormatException($"the budget plan \"{name}\" of the client {client} is not among the plans");
        }
    }

    /// <summary>The plan of a client.</summary>
    public BudgetPlan PlanOf(string client) => clients.Count > 0 && clients.TryGetValue(client, out var plan) ? plan : common;

    private static BudgetPlan Checked(BudgetPlan plan)
    {
        // The name goes into a header as a string of structured fields (RFC 9651, section 3.3.3).
        if (plan.Name.Length == 0 || !plan.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            throw new FormatException($"the budget plan \"{plan.Name}\" must be named with letters, digits, '-', '_' and '.'");
        if (!(plan.Capacity >= 1) || !double.IsFinite(plan.Capacity)) throw Wrong(plan, "Capacity", "at least 1");
        if (!(plan.RestoreRate > 0) || !double.IsFinite(plan.RestoreRate)) throw Wrong(plan, "RestoreRate", "more than 0");
        if (plan.MaxPage is < 1 or > BudgetPlan.LargestPage)
            throw Wrong(plan, "MaxPage", string.Create(CultureInfo.InvariantCulture, $"from 1 to {BudgetPlan.LargestPage}"));
        return plan;
    }

    private static FormatException Wrong(BudgetPlan plan, string what, string bound) => new(string.Create(
        CultureInfo.InvariantCulture, $"{what} of the budget plan {plan.Name} must be {bound}"));
}
