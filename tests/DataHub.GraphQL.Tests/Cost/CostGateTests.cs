using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Cost;

public sealed class CostGateTests
{
    private const string Sdl = """
        type Item { name: String }
        type Query {
          items(first: Int, last: Int): [Item] @listSize(slicingArguments: ["first", "last"])
          either(first: Int = 2, last: Int): [Item] @listSize(slicingArguments: ["first", "last"])
          a: Int @cost(weight: "5")
        }
        """;

    private static TestHub Hub(Purse purse, Func<OperationPlan, IExecutionContext, IReadOnlyList<GraphQLError>>? authorize = null)
    {
        var options = new EngineOptions { Budget = purse, Authorize = authorize };
        return new TestHub(CostHub.Directives + Sdl, options)
            .Value("Query.items", Array.Empty<object>()).Value("Query.either", Array.Empty<object>()).Value("Query.a", 1);
    }

    [Fact]
    public async Task The_answer_tells_its_cost()
    {
        var answer = await Hub(new Purse(100)).AnswerAsync("{ a }");
        Assert.Equal(
            """{"data":{"a":1},"extensions":{"cost":{"requested":6,"actual":6,"refunded":0,"remaining":94,"restoreRate":10}}}""", answer);
    }

    [Fact]
    public async Task What_a_budget_can_never_hold_is_refused_before_any_resolver()
    {
        var hub = Hub(new Purse(10));
        var result = await hub.ExecuteAsync("{ items(first: 100) { name } }");
        Assert.False(result.HasData);
        var error = Assert.Single(result.Errors);
        Assert.Equal(ErrorCodes.CostTooHigh, error.Code);
        Assert.Equal((102.0, 10.0), (error.Extensions!["requested"], error.Extensions["capacity"]));
        Assert.Equal((102, null), (result.Cost!.Requested, result.Cost.Actual));
        Assert.Equal(0, hub.Calls("Query.items"));
    }

    [Fact]
    public async Task What_the_budget_does_not_hold_at_present_is_refused_with_the_time_to_wait()
    {
        var hub = Hub(new Purse(20));
        Assert.Empty((await hub.ExecuteAsync("{ a }")).Errors);
        Assert.Empty((await hub.ExecuteAsync("{ a b: a }")).Errors);
        var result = await hub.ExecuteAsync("query($n: Int!) { items(first: $n) { name } }", """{"n": 17}""");
        var error = Assert.Single(result.Errors);
        Assert.Equal(ErrorCodes.RateLimited, error.Code);
        // Three are left, less the charge for two planned fields; nineteen are asked for, and ten come back in a second.
        var told = error.Extensions!;
        Assert.Equal((19.0, 2.0, 10.0, 2), (told["requested"], told["remaining"], told["restoreRate"], told["retryAfter"]));
        Assert.False(result.HasData);
        Assert.Equal(0, hub.Calls("Query.items"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{ nothing }")]
    [InlineData("query($x: Int!) { a @skip(if: $x) }")]
    [InlineData("query A { a } query B { a }")]
    [InlineData("query($x: Int!) { items(first: $x) { name } }")]
    public async Task What_is_refused_before_it_has_a_cost_is_charged_by_its_length(string document)
    {
        var purse = new Purse(1000);
        var hub = Hub(purse);
        var result = await hub.ExecuteAsync(document);
        Assert.NotEmpty(result.Errors);
        Assert.Equal(10 + (document.Length / 50.0), result.Cost!.Actual!.Value, 9);
        var left = purse.Left;
        await hub.ExecuteAsync(document + new string(' ', 20_000));
        Assert.InRange(purse.Left, left - 412, left - 410);
    }

    [Fact]
    public async Task A_flood_of_invalid_documents_drains_the_budget_into_debt_and_then_hears_so()
    {
        var purse = new Purse(100);
        var hub = Hub(purse);
        Assert.Equal(ErrorCodes.Syntax, (await hub.ExecuteAsync("{" + new string(' ', 10_000))).Errors[0].Code);
        Assert.True(purse.Left < 0);
        var result = await hub.ExecuteAsync("{ nothing }");
        Assert.Equal(ErrorCodes.RateLimited, result.Errors[0].Code);
        Assert.Equal(0, result.Cost!.Balance.Remaining);
    }

    [Fact]
    public async Task Who_may_not_ask_pays_for_the_look_at_the_plan_only()
    {
        var purse = new Purse(1000);
        var hub = Hub(purse, (_, _) => [new GraphQLError("Not for you.", "FORBIDDEN")]);
        var result = await hub.ExecuteAsync("{ items(first: 500) { name } }");
        Assert.Equal("FORBIDDEN", result.Errors[0].Code);
        Assert.Equal(1000 - 10.2, purse.Left, 9);
        Assert.Equal("FORBIDDEN", (await hub.ExecuteAsync("{ a }", explain: Explanation.Cost)).Errors[0].Code);
    }

    [Theory]
    [InlineData("{ items { name } }", null, false)]
    [InlineData("{ items(first: 1, last: 1) { name } }", null, false)]
    [InlineData("query($f: Int, $l: Int) { items(first: $f, last: $l) { name } }", "{}", false)]
    [InlineData("query($f: Int, $l: Int) { items(first: $f, last: $l) { name } }", """{"f": 1, "l": 2}""", false)]
    [InlineData("query($f: Int, $l: Int) { items(first: $f, last: $l) { name } }", """{"f": 1, "l": null}""", true)]
    [InlineData("query($f: Int, $l: Int) { items(first: $f, last: $l) { name } }", """{"l": 2}""", true)]
    [InlineData("{ either { name } }", null, true)]
    [InlineData("{ either(last: 1) { name } }", null, true)]
    [InlineData("{ either(first: 1, last: 1) { name } }", null, false)]
    public async Task Exactly_one_slicing_argument_is_given_where_one_is_required(string query, string? variables, bool isAllowed)
    {
        var hub = Hub(new Purse(1000));
        var result = await hub.ExecuteAsync(query, variables);
        Assert.Equal(isAllowed, result.HasData);
        if (!isAllowed) Assert.Contains("needs exactly one of: first, last", Assert.Single(result.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explanation_names_the_dearest_fields_and_runs_nothing()
    {
        var purse = new Purse(1000);
        var hub = Hub(purse);
        var answer = TestHub.Json(await hub.ExecuteAsync("{ page: items(first: 30) { name } a }", explain: Explanation.Cost));
        Assert.Equal(
            """{"data":null,"extensions":{"cost":{"requested":37,"remaining":999,"restoreRate":10,"capacity":1000,"fieldCost":6,"typeCost":31"""
            + ""","fields":[{"path":"page","count":30,"cost":31},{"path":"a","count":1,"cost":5},{"path":"","count":1,"cost":1}]}}}""",
            answer);
        Assert.Equal((0, 0, 999), (hub.Calls("Query.items"), hub.Calls("Query.a"), purse.Left));
    }

    [Fact]
    public async Task An_operation_dearer_than_any_budget_can_be_explained()
    {
        var result = await Hub(new Purse(10)).ExecuteAsync("{ items(first: 1000) { name } }", explain: Explanation.Cost);
        Assert.True(result.IsDataNull);
        Assert.Equal(1002, result.Cost!.Requested);
    }
}
