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

    /// <summary>The default plan for everyone.</summary>
    public static BudgetSettings Default { get; } = new([], []);

    /// <summary>Throws <see cref="FormatException"/>, in words for the operator, when the settings do not hold together.</summary>
    /// <param name="plans">Plans by name; one named <c>default</c> replaces the built-in one.</param>
    /// <param name="clients">Names of plans by client id.</param>
    public BudgetSettings(IEnumerable<BudgetPlan> plans, IEnumerable<KeyValuePair<string, string>> clients)
    {
        foreach (var plan in plans) this.plans[plan.Name] = Checked(plan);
        Common = this.plans[BudgetPlan.DefaultName];
        foreach (var (client, name) in clients)
        {
            this.clients[client] = this.plans.GetValueOrDefault(name)
                ?? throw new FormatException($"the budget plan \"{name}\" of the client {client} is not among the plans");
        }
    }

    /// <summary>The plan of whoever has no other.</summary>
    public BudgetPlan Common { get; }

    /// <summary>A plan by its name; null when there is none.</summary>
    public BudgetPlan? Plan(string name) => plans.GetValueOrDefault(name);

    /// <summary>The plan that the settings give a client; null when they give it none.</summary>
    public BudgetPlan? OwnPlanOf(string client) => clients.Count > 0 && clients.TryGetValue(client, out var plan) ? plan : null;

    private static BudgetPlan Checked(BudgetPlan plan)
    {
        // The name goes into a header as a string of structured fields (RFC 9651, section 3.3.3).
        if (plan.Name.Length == 0 || !plan.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            throw new FormatException($"the budget plan \"{plan.Name}\" must be named with letters, digits, '-', '_' and '.'");
        if (!(plan.Capacity >= 1) || !double.IsFinite(plan.Capacity)) throw Wrong(plan, "Capacity", "at least 1");
        if (!(plan.RestoreRate > 0) || !double.IsFinite(plan.RestoreRate)) throw Wrong(plan, "RestoreRate", "more than 0");
        if (plan.MaxPage is < 1 or > BudgetPlan.LargestPage)
            throw Wrong(plan, "MaxPage", string.Create(CultureInfo.InvariantCulture, $"from 1 to {BudgetPlan.LargestPage}"));
        foreach (var (name, number) in new (string, long?)[]
        {
            (nameof(BudgetPlan.RequestsPerMinute), plan.RequestsPerMinute), (nameof(BudgetPlan.OrganisationRequestsPerMinute), plan.OrganisationRequestsPerMinute),
            (nameof(BudgetPlan.SubjectsPerDay), plan.SubjectsPerDay), (nameof(BudgetPlan.PersonsPerDay), plan.PersonsPerDay),
            (nameof(BudgetPlan.MissesPerHour), plan.MissesPerHour), (nameof(BudgetPlan.SequentialPerHour), plan.SequentialPerHour),
            (nameof(BudgetPlan.NibsPerNik), plan.NibsPerNik), (nameof(BudgetPlan.MismatchesPerHour), plan.MismatchesPerHour),
            (nameof(BudgetPlan.MismatchesPerNib), plan.MismatchesPerNib),
        })
            if (number < 1) throw Wrong(plan, name, "at least 1");
        return plan;
    }

    private static FormatException Wrong(BudgetPlan plan, string what, string bound) => new(string.Create(
        CultureInfo.InvariantCulture, $"{what} of the budget plan {plan.Name} must be {bound}"));
}
