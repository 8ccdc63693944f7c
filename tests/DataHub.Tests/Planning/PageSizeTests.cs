using DataHub.Access.Budgets;
using DataHub.Testing;

namespace DataHub.Tests.Planning;

public sealed class PageSizeTests(PageSizeTests.LargePages hub) : IClassFixture<PageSizeTests.LargePages>
{
    public sealed class LargePages : HubFixture
    {
        protected override async Task FillAsync()
        {
            await base.FillAsync();
            Hub.Budgets.Settings = new BudgetSettings(
                [BudgetPlan.Default with { Name = "export", MaxPage = 10_000 }, BudgetPlan.Default with { Name = "small", MaxPage = 7 }],
                [KeyValuePair.Create(Callers.Steward.Client, "export"), KeyValuePair.Create(Callers.Bank.Client, "small")]);
        }
    }

    [Theory]
    [InlineData("businesses", "first", 10_000)]
    [InlineData("businesses", "last", 10_000)]
    [InlineData("quarantine", "first", 10_000)]
    [InlineData("trainingProgrammes", "first", 10_000)]
    public async Task A_list_right_below_the_root_has_pages_as_large_as_the_plan_of_the_client_allows(string list, string argument, int most)
    {
        Assert.False((await hub.AskAsync($"{{ {list}({argument}: {most}) {{ nodes {{ __typename }} }} }}")).HasErrors);
        var refused = await hub.AskAsync($"{{ {list}({argument}: {most + 1}) {{ nodes {{ __typename }} }} }}");
        Assert.Equal(["BAD_USER_INPUT"], refused.Codes);
        Assert.Contains($"from 1 to {most}", refused.ToString(), StringComparison.Ordinal);
        Assert.Empty(refused.Statements);
    }

    [Fact]
    public async Task A_list_below_other_rows_has_100_rows_at_most_whatever_the_plan()
    {
        var refused = await hub.AskAsync("{ businesses(first: 1) { nodes { products(first: 101) { totalCount } } } }");
        Assert.Contains("from 1 to 100", refused.ToString(), StringComparison.Ordinal);
        Assert.Empty(refused.Statements);
    }

    [Fact]
    public async Task A_plan_with_smaller_pages_bounds_those_without_a_size_too()
    {
        var page = await hub.AskAsync("{ businesses { nodes { nib } } }", Callers.Bank);
        Assert.Equal(7, page.Data.GetProperty("businesses").GetProperty("nodes").GetArrayLength());
        var refused = await hub.AskAsync("{ businesses(first: 8) { nodes { nib } } }", Callers.Bank);
        Assert.Contains("from 1 to 7", refused.ToString(), StringComparison.Ordinal);
    }
}
