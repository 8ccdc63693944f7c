using DataHub.Access.Budgets;
using DataHub.Database;
using DataHub.Shared.Secrets;
using DataHub.Testing;
using Microsoft.EntityFrameworkCore;

namespace DataHub.Tests.Differential.Rows;

/// <summary>A hub over rows that are also held in memory, as EF reads them.</summary>
public abstract class WorldFixture : HubFixture
{
    // As NaiveSight.HasConsented says.
    private const string Consents = """
        insert into access.consent (person_id, organisation, purpose, fields, valid_from, valid_until, evidence_kind, notice_version, given_at, entered_by)
        select p.id, r.organisation, r.purpose, array['Business.annualSales', 'Business.phone', 'Business.email'], now() - interval '1 day', now() + interval '1 day',
          'ONLINE', '2026-11', now(), 'test'
        from registry.person p cross join (values ('002', 'KUR_ELIGIBILITY'), ('tapis-mal', 'SELLER_VERIFICATION'), ('pemprov-lampung', 'PROGRAMME_MONITORING')) r (organisation, purpose)
        where p.id % 2 = 0
        """;

    private World? world;

    internal World World => world ?? throw new InvalidOperationException("The fixture has not been initialised.");

    protected override async Task FillRowsAsync(Protector protector)
    {
        await SaveAsync(protector);
        await RunAsync(Consents);
        await RunAsync("analyze");
        world = await World.ReadAsync(DataSource, protector);
        // What is compared here is answers; thousands of questions in a row are not what budgets are for.
        Hub.Budgets.Settings = new BudgetSettings([new BudgetPlan(BudgetPlan.DefaultName, 1e12, 1e12)], []);
    }

    /// <summary>Puts in the rows.</summary>
    protected abstract Task SaveAsync(Protector protector);

    internal static HubModel Open(Npgsql.NpgsqlDataSource source) =>
        new(new DbContextOptionsBuilder<HubModel>().UseNpgsql(source).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);
}

/// <summary>The nasty rows.</summary>
public sealed class NastyFixture : WorldFixture
{
    protected override Task SaveAsync(Protector protector) => new NastyRows(protector).SaveAsync(DataSource);
}

/// <summary>The rows of the golden files.</summary>
public sealed class SamplesFixture : WorldFixture
{
    protected override Task SaveAsync(Protector protector) => Samples.FillAsync(DataSource, protector);
}
