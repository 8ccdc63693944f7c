using DataHub.Access.Budgets;
using DataHub.GraphQL.Cost;
using DataHub.Testing;

namespace DataHub.Tests.Access;

public sealed class ClientBudgetsTests
{
    private readonly ManualTime time = new();

    private ClientBudgets Budgets(double capacity = 100, double restoreRate = 10, int maxIdle = 10_000) => new(time)
    {
        Settings = new BudgetSettings([new BudgetPlan("default", capacity, restoreRate)], []),
        MaxIdleClients = maxIdle,
    };

    [Fact]
    public void A_budget_drains_and_refills_up_to_its_capacity()
    {
        var budgets = Budgets();
        Assert.True(budgets.TryTake("bank", 80, out var balance));
        Assert.Equal(new CostBalance(20, 100, 10), balance);
        Assert.False(budgets.TryTake("bank", 21, out balance));
        Assert.Equal((20, 1), (balance.Left, balance.SecondsUntil(21)));
        time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(budgets.TryTake("bank", 21, out balance));
        Assert.Equal(0, balance.Left, 6);
        time.Advance(TimeSpan.FromSeconds(1000));
        Assert.Equal(100, budgets.BalanceOf("bank").Left);
    }

    [Fact]
    public void What_is_given_back_does_not_exceed_the_capacity_and_a_debt_must_be_worked_off()
    {
        var budgets = Budgets();
        Assert.True(budgets.TryTake("bank", 50, out _));
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(100, budgets.Return("bank", 40).Left);
        var debt = budgets.Return("bank", -130);
        Assert.Equal((-30, 0), (debt.Left, debt.Remaining));
        Assert.Equal(4, debt.SecondsUntil(1));
        Assert.False(budgets.TryTake("bank", 0, out _));
        time.Advance(TimeSpan.FromSeconds(3.1));
        Assert.True(budgets.TryTake("bank", 1, out _));
    }

    [Fact]
    public void Clients_have_budgets_of_their_own_and_plans_of_their_own()
    {
        var budgets = Budgets();
        budgets.Settings = new BudgetSettings(
            [new BudgetPlan("default", 10, 1), new BudgetPlan("large", 1000, 100)], [KeyValuePair.Create("bank", "Large")]);
        Assert.True(budgets.TryTake("bank", 1000, out _));
        Assert.False(budgets.TryTake("partner", 11, out var balance));
        Assert.Equal(new CostBalance(10, 10, 1), balance);
    }

    [Fact]
    public void A_plan_that_is_changed_holds_from_then_on()
    {
        var budgets = Budgets();
        Assert.True(budgets.TryTake("bank", 10, out _));
        budgets.Settings = new BudgetSettings([new BudgetPlan("default", 20, 1)], []);
        Assert.Equal(new CostBalance(20, 20, 1), budgets.BalanceOf("bank"));
    }

    [Fact]
    public void Clients_at_rest_are_forgotten_and_those_who_spent_are_not()
    {
        var budgets = Budgets(maxIdle: 50);
        Assert.True(budgets.TryTake("spender", 100, out _));
        for (var i = 0; i < 1000; i++) budgets.BalanceOf($"idle-{i}");
        Assert.InRange(budgets.Count, 1, 51);
        Assert.Equal(0, budgets.BalanceOf("spender").Left);
    }

    [Fact]
    public async Task Threads_together_take_no_more_than_there_is()
    {
        var budgets = Budgets(capacity: 10_000, maxIdle: 4);
        var taken = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() =>
        {
            for (var i = 0; i < 2000; i++)
            {
                if (budgets.TryTake("bank", 1, out _)) Interlocked.Increment(ref taken);
                budgets.BalanceOf($"other-{worker}-{i}");
            }
        })));
        Assert.Equal(10_000, taken);
    }

    [Theory]
    [InlineData("a b", 10, 1)]
    [InlineData("a", 0.5, 1)]
    [InlineData("a", double.NaN, 1)]
    [InlineData("a", 10, 0)]
    [InlineData("a", 10, double.PositiveInfinity)]
    public void A_plan_that_makes_no_sense_is_refused(string name, double capacity, double restoreRate) =>
        Assert.Throws<FormatException>(() => new BudgetSettings([new BudgetPlan(name, capacity, restoreRate)], []));

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public void A_plan_with_pages_that_no_list_can_have_is_refused(int maxPage) => Assert.Contains("from 1 to 10000", Assert.Throws<FormatException>(
        () => new BudgetSettings([BudgetPlan.Default with { MaxPage = maxPage }], [])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_client_with_a_plan_that_is_not_there_is_refused() =>
        Assert.Contains("\"gold\"", Assert.Throws<FormatException>(
            () => new BudgetSettings([], [KeyValuePair.Create("bank", "gold")])).Message, StringComparison.Ordinal);
}
