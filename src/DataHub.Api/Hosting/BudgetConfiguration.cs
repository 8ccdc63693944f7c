using System.Globalization;
using DataHub.Access.Budgets;

namespace DataHub.Api.Hosting;

/// <summary>
/// Reads the section <c>DataHub:Budgets</c>: <c>Plans:&lt;name&gt;:Capacity</c> and the other properties of <see cref="BudgetPlan"/>, of
/// which the plan
/// <c>default</c> holds for everyone without another, and <c>Clients:&lt;client id&gt;</c> with the name of a plan.
/// </summary>
internal static class BudgetConfiguration
{
    /// <summary>Throws <see cref="StartRefusedException"/> when the section does not hold together.</summary>
    public static BudgetSettings From(IConfiguration configuration, string environment)
    {
        // Invented people may be looked up without end.
        var usual = environment is "Development" or "Sandbox"
            ? BudgetPlan.Default
            : BudgetPlan.Default with { RequestsPerMinute = 60_000, SubjectsPerDay = 200_000, PersonsPerDay = 20_000 };
        var section = configuration.GetSection("DataHub:Budgets");
        try
        {
            var plans = section.GetSection("Plans").GetChildren().Select(plan => Plan(plan, usual)).ToList();
            if (!plans.Exists(plan => plan.Name == BudgetPlan.DefaultName)) plans.Add(usual);
            var clients = section.GetSection("Clients").GetChildren().Select(c => KeyValuePair.Create(c.Key, c.Value ?? ""));
            return new BudgetSettings(plans, clients);
        }
        catch (FormatException exception)
        {
            throw new StartRefusedException($"Setting DataHub:Budgets: {exception.Message}.");
        }
    }

    private static BudgetPlan Plan(IConfigurationSection section, BudgetPlan usual) => new(
        section.Key,
        Number(section, nameof(BudgetPlan.Capacity)) ?? usual.Capacity,
        Number(section, nameof(BudgetPlan.RestoreRate)) ?? usual.RestoreRate)
    {
        MaxPage = WholeNumber(section, nameof(BudgetPlan.MaxPage)) ?? usual.MaxPage,
        RequestsPerMinute = WholeNumber(section, nameof(BudgetPlan.RequestsPerMinute)) ?? usual.RequestsPerMinute,
        OrganisationRequestsPerMinute = WholeNumber(section, nameof(BudgetPlan.OrganisationRequestsPerMinute)) ?? usual.OrganisationRequestsPerMinute,
        SubjectsPerDay = WholeNumber(section, nameof(BudgetPlan.SubjectsPerDay)) ?? usual.SubjectsPerDay,
        PersonsPerDay = WholeNumber(section, nameof(BudgetPlan.PersonsPerDay)) ?? usual.PersonsPerDay,
        MissesPerHour = WholeNumber(section, nameof(BudgetPlan.MissesPerHour)) ?? usual.MissesPerHour,
        SequentialPerHour = WholeNumber(section, nameof(BudgetPlan.SequentialPerHour)) ?? usual.SequentialPerHour,
        NibsPerNik = WholeNumber(section, nameof(BudgetPlan.NibsPerNik)) ?? usual.NibsPerNik,
        MismatchesPerHour = WholeNumber(section, nameof(BudgetPlan.MismatchesPerHour)) ?? usual.MismatchesPerHour,
        MismatchesPerNib = WholeNumber(section, nameof(BudgetPlan.MismatchesPerNib)) ?? usual.MismatchesPerNib,
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
