using DataHub.Access;
using DataHub.Access.Budgets;
using DataHub.Partners;
using DataHub.Testing;

namespace DataHub.Tests.Partners;

/// <summary>How many persons a client and an organisation are told of in a day.</summary>
public sealed class SubjectQuotaTests : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private static readonly Caller Second = Callers.Bank with { Client = "bank-second" };

    private readonly WallClock clock = new();
    private readonly List<Exception> failures = [];
    private readonly ClientBudgets budgets = new(TimeProvider.System);
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Distinct_persons_count_for_all_clients_of_an_organisation_together()
    {
        await using var quota = await StartAsync(persons: 10);
        Assert.Null(quota.Count(Callers.Bank, [1, 2, 3, 4, 5, 6]));
        Assert.Null(quota.Count(Second, [5, 6, 7, 8, 9, 10]));
        Assert.Null(quota.Count(Callers.Bank, [1, 10]));
        Assert.Equal("SUBJECT_QUOTA", quota.Count(Callers.Bank, [1, 11])?.Code);
        Assert.Equal("SUBJECT_QUOTA", quota.RefuseBefore(Second)?.Code);
        Assert.Null(quota.Count(Callers.Partner, [11]));
        Assert.Null(quota.RefuseBefore(Callers.Partner));
    }

    [Fact]
    public async Task An_answer_that_would_pass_the_ceiling_counts_for_nothing()
    {
        await using var quota = await StartAsync(persons: 3);
        Assert.Equal("SUBJECT_QUOTA", quota.Count(Callers.Bank, [1, 2, 3, 4])?.Code);
        Assert.Null(quota.RefuseBefore(Callers.Bank));
        Assert.Null(quota.Count(Callers.Bank, [1, 2, 3]));
    }

    [Fact]
    public async Task Subjects_count_for_a_client_as_often_as_it_is_told_of_them()
    {
        await using var quota = await StartAsync(subjects: 5);
        Assert.Null(quota.Count(Callers.Bank, [1, 2]));
        Assert.Null(quota.Count(Callers.Bank, [1, 2]));
        Assert.Equal("SUBJECT_QUOTA", quota.Count(Callers.Bank, [1, 2])?.Code);
        Assert.Null(quota.Count(Callers.Bank, [1]));
        Assert.Null(quota.Count(Second, [1, 2]));
        Assert.Equal([("subjects", 5L, 0L)], quota.BalanceOf(Callers.Bank));
    }

    [Fact]
    public async Task Neither_stewards_nor_owners_nor_plans_without_ceilings_are_counted()
    {
        await using (var quota = await StartAsync(persons: 1))
        {
            Assert.Null(quota.Count(Callers.Steward, [1, 2, 3]));
            Assert.Null(quota.Count(Callers.Owner(1), [1, 2, 3]));
        }
        await using var free = await StartAsync();
        Assert.Null(free.Count(Callers.Bank, [1, 2, 3]));
        Assert.Empty(free.BalanceOf(Callers.Bank));
    }

    [Fact]
    public async Task A_restart_forgets_nothing_that_was_written()
    {
        await using (var quota = await StartAsync(persons: 3, subjects: 100))
        {
            Assert.Null(quota.Count(Callers.Bank, [1, 2]));
        }
        await using var again = await StartAsync(persons: 3, subjects: 100);
        Assert.Null(again.Count(Callers.Bank, [1, 2]));
        Assert.Equal("SUBJECT_QUOTA", again.Count(Callers.Bank, [3, 4])?.Code);
        Assert.Equal([("subjects", 100L, 96L), ("persons", 3L, 1L)], again.BalanceOf(Callers.Bank));
    }

    [Fact]
    public async Task Hosts_find_each_others_numbers()
    {
        await using var one = await StartAsync(persons: 4, subjects: 100);
        await using var other = await StartAsync(persons: 4, subjects: 100);
        Assert.Null(one.Count(Callers.Bank, [1, 2]));
        await one.FlushAsync(CancellationToken.None);
        Assert.Null(other.Count(Callers.Bank, [2, 3]));
        await other.FlushAsync(CancellationToken.None);
        Assert.Equal([("subjects", 100L, 96L), ("persons", 4L, 1L)], other.BalanceOf(Callers.Bank));
        Assert.Equal("SUBJECT_QUOTA", other.Count(Callers.Bank, [4, 5])?.Code);
    }

    [Fact]
    public async Task The_day_in_Lampung_begins_anew()
    {
        await using var quota = await StartAsync(persons: 1);
        Assert.Null(quota.Count(Callers.Bank, [1]));
        Assert.Equal("SUBJECT_QUOTA", quota.Count(Callers.Bank, [2])?.Code);
        clock.Advance(quota.UntilTomorrow);
        Assert.Null(quota.Count(Callers.Bank, [2]));
    }

    [Fact]
    public async Task Until_the_numbers_are_read_nobody_with_a_ceiling_is_served()
    {
        budgets.Settings = new BudgetSettings([BudgetPlan.Default with { PersonsPerDay = 5 }], []);
        await using var quota = new SubjectQuota(database.DataSource, budgets, clock, failures.Add);
        Assert.Equal("DATABASE_UNAVAILABLE", quota.RefuseBefore(Callers.Bank)?.Code);
        Assert.Equal("DATABASE_UNAVAILABLE", quota.Count(Callers.Bank, [1])?.Code);
    }

    private async Task<SubjectQuota> StartAsync(int? persons = null, long? subjects = null)
    {
        budgets.Settings = new BudgetSettings([BudgetPlan.Default with { PersonsPerDay = persons, SubjectsPerDay = subjects }], []);
        var quota = new SubjectQuota(database.DataSource, budgets, clock, failures.Add);
        quota.Start();
        Assert.True(await Partnership.HoldsWithinAsync(Soon, () => quota.IsLoaded));
        return quota;
    }
}
