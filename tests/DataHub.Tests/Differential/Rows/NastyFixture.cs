using DataHub.Access.Budgets;
using DataHub.Database;
using DataHub.Shared.Secrets;
using DataHub.Testing;
using Microsoft.EntityFrameworkCore;

namespace DataHub.Tests.Differential.Rows;

/// <summary>A hub over the nasty rows, which are also held in memory, as EF reads them.</summary>
public sealed class NastyFixture : HubFixture
{
    private World? world;

    internal World World => world ?? throw new InvalidOperationException("The fixture has not been initialised.");

    protected override async Task FillRowsAsync(Protector protector)
    {
        await new NastyRows(protector).SaveAsync(DataSource);
        await RunAsync("analyze");
        world = await World.ReadAsync(DataSource, protector);
        // What is compared here is answers; thousands of questions in a row are not what budgets are for.
        Hub.Budgets.Settings = new BudgetSettings([new BudgetPlan(BudgetPlan.DefaultName, 1e12, 1e12)], []);
    }

    internal static HubModel Open(Npgsql.NpgsqlDataSource source) =>
        new(new DbContextOptionsBuilder<HubModel>().UseNpgsql(source).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);
}
