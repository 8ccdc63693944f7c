using System.Globalization;
using DataHub.Access.Budgets;

namespace DataHub.Api.Hosting;

/// <summary>
/// Reads the section <c>DataHub:Budgets</c>: <c>Plans:&lt;name&gt;:Capacity</c> and <c>:RestoreRate</c> and <c>:MaxPage</c>, of which the plan
/// <c>default</c> holds for everyone without another, and <c>Clients:&lt;client id&gt;</c> with the name of a plan.
/// </summary>
internal static class BudgetConfiguration
{
    /// <summary>Throws <see cref="StartRefusedException"/> when the section does not hold together.</summary>
    public static BudgetSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("DataHub:Budgets");
        try
        {
            var plans = section.GetSection("Plans").GetChildren().Select(Plan).ToList();
            var clients = section.GetSection("Clients").GetChildren().Select(c => KeyValuePair.Create(c.Key, c.Value ?? ""));
            return new BudgetSettings(plans, clients);
        }
        catch (FormatException exception)
        {
            throw new StartRefusedException($"Setting DataHub:Budgets: {exception.Message}.");
        }
    }

    private static BudgetPlan Plan(IConfigurationSection section) => new(
        section.Key,
        Number(section, nameof(BudgetPlan.Capacity)) ?? BudgetPlan.Default.Capacity,
        Number(section, nameof(BudgetPlan.RestoreRate)) ?? BudgetPlan.Default.RestoreRate)
    {
        MaxPage = WholeNumber(section, nameof(BudgetPlan.MaxPage)) ?? BudgetPlan.Default.MaxPage,
    };

    private static int? WholeNumber(IConfigurationSection plan, string name)
    {
        if (plan[name] is not { } text) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"{name} of the budget plan {plan.Key} is not a whole number");
    }

    private static double? Number(IConfigurationSection plan, string name)
    {
        if (plan[name] is not { } text) return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"{name} of the budget plan {plan.Key} is not a number");
    }
}
