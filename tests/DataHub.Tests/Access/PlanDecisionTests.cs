using DataHub.Access;
using DataHub.Access.Budgets;
using DataHub.Testing;

namespace DataHub.Tests.Access;

/// <summary>What is decided once for a document is decided for those of equal rights, and for what no variable fills.</summary>
public sealed class PlanDecisionTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Filtered = "query($where: BusinessFilterInput) { businesses(where: $where, first: 1) { nodes { name } } }";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Callers_with_different_rights_never_share_a_decision(bool isAllowedFirst)
    {
        var document = $"query Decided{isAllowedFirst} {{ business(nib: \"0000000000001\") {{ capital }} }}";
        for (var turn = isAllowedFirst ? 0 : 1; turn < 6; turn++)
        {
            var isAllowed = turn % 2 == 0;
            var answer = await hub.AskAsync(document, isAllowed ? Callers.Bank : Callers.Partner);
            Assert.Equal(isAllowed ? [] : ["GRAPHQL_VALIDATION_FAILED"], answer.Codes);
        }
    }

    [Fact]
    public async Task Equal_scopes_with_another_purpose_are_other_rights()
    {
        const string document = "query Purposes { business(nib: \"0000000000001\") { annualSales } }";
        var steward = Callers.Steward;
        var elsewhere = steward with { Purpose = "SELLER_VERIFICATION" };
        Assert.Empty((await hub.AskAsync(document, steward)).Codes);
        Assert.Contains("GRAPHQL_VALIDATION_FAILED", (await hub.AskAsync(document, elsewhere)).Codes);
        Assert.Empty((await hub.AskAsync(document, steward)).Codes);
    }

    [Fact]
    public async Task Fewer_scopes_for_the_same_purpose_are_other_rights()
    {
        const string document = "query Scopes { business(nib: \"0000000000001\") { loans { totalCount } } }";
        var less = Callers.Bank with { Scopes = new HashSet<string> { "REGISTRY_READ" } };
        Assert.Empty((await hub.AskAsync(document, Callers.Bank)).Codes);
        Assert.Contains("GRAPHQL_VALIDATION_FAILED", (await hub.AskAsync(document, less)).Codes);
        Assert.Empty((await hub.AskAsync(document, Callers.Bank with { Scopes = Callers.Bank.Scopes.ToHashSet() })).Codes);
    }

    [Fact]
    public async Task A_filter_in_a_variable_is_looked_at_for_each_request()
    {
        for (var turn = 0; turn < 3; turn++)
        {
            Assert.Empty((await hub.AskAsync(Filtered, Callers.Partner, new { where = new { scale = new { eq = "MIKRO" } } })).Codes);
            var closed = await hub.AskAsync(Filtered, Callers.Partner, new { where = new { owner = new { gender = new { eq = "PEREMPUAN" } } } });
            Assert.Equal(["BAD_USER_INPUT"], closed.Codes);
            Assert.Empty(closed.Statements);
        }
    }

    [Fact]
    public async Task A_text_that_PostgreSQL_cannot_hold_is_found_in_the_variables_of_any_request()
    {
        const string document = "query($nib: NIB!, $id: ID!) { business(nib: $nib) { name } node(id: $id) { id } }";
        for (var turn = 0; turn < 3; turn++)
        {
            Assert.Empty((await hub.AskAsync(document, Callers.Steward, new { nib = "0000000000001", id = "x" })).Codes);
            var answer = await hub.AskAsync(document, Callers.Steward, new { nib = "0000000000001", id = "x\0" });
            Assert.Equal(["BAD_USER_INPUT"], answer.Codes.Distinct());
            Assert.Empty(answer.Statements);
        }
    }

    [Fact]
    public async Task A_page_size_in_a_variable_is_looked_at_for_each_request_below_the_root_too()
    {
        const string document = "query($n: Int) { businesses(first: 1) { nodes { certificates(first: $n) { totalCount } } } }";
        for (var turn = 0; turn < 3; turn++)
        {
            Assert.Empty((await hub.AskAsync(document, Callers.Steward, new { n = 100 })).Codes);
            Assert.Equal(["BAD_USER_INPUT"], (await hub.AskAsync(document, Callers.Steward, new { n = 101 })).Codes);
            Assert.Equal(["BAD_USER_INPUT"], (await hub.AskAsync(document, Callers.Steward, new { n = 0 })).Codes);
        }
    }

    [Fact]
    public async Task A_filter_that_grows_too_large_in_a_variable_is_refused()
    {
        object Or(int count) => new { or = Enumerable.Repeat(new { scale = new { eq = "MIKRO" } }, count) };
        Assert.Empty((await hub.AskAsync(Filtered, Callers.Steward, new { where = Or(3) })).Codes);
        Assert.NotEmpty((await hub.AskAsync(Filtered, Callers.Steward, new { where = Or(201) })).Codes);
        Assert.Empty((await hub.AskAsync(Filtered, Callers.Steward, new { where = Or(3) })).Codes);
    }

    [Fact]
    public async Task A_page_written_in_the_document_is_decided_by_each_clients_own_plan()
    {
        const string document = "query Pages { businesses(first: 200) { nodes { name } } }";
        var large = Callers.Steward with { Client = "large-pages" };
        var plans = new[] { BudgetPlan.Default with { Name = "large", MaxPage = 1_000 } };
        var before = hub.Hub.Budgets.Settings;
        hub.Hub.Budgets.Settings = new BudgetSettings(plans, [KeyValuePair.Create("large-pages", "large")]);
        try
        {
            for (var turn = 0; turn < 3; turn++)
            {
                Assert.Empty((await hub.AskAsync(document, large)).Codes);
                Assert.NotEmpty((await hub.AskAsync(document, Callers.Steward)).Codes);
            }
        }
        finally
        {
            hub.Hub.Budgets.Settings = before;
        }
    }

    [Fact]
    public async Task A_closed_field_is_unknown_whether_or_not_a_condition_leaves_it_out()
    {
        const string document = "query($with: Boolean!) { business(nib: \"0000000000001\") { name capital @include(if: $with) } }";
        for (var turn = 0; turn < 3; turn++)
        {
            Assert.Equal(["GRAPHQL_VALIDATION_FAILED"], (await hub.AskAsync(document, Callers.Partner, new { with = false })).Codes);
            Assert.Empty((await hub.AskAsync(document, Callers.Bank, new { with = turn % 2 == 0 })).Codes);
        }
    }
}
