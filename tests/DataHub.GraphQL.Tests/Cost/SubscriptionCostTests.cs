using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Cost;

/// <summary>A stream costs what running its field once costs, however few events come; each event is paid for beside it.</summary>
public sealed class SubscriptionCostTests
{
    private const string Query = "subscription { ticked { number } }";

    private static TestSubscription Ticks(Purse purse, bool isForbidden = false) => new(new EngineOptions
    {
        Budget = purse,
        Authorize = isForbidden ? (_, _) => [new GraphQLError("Not for you.", "FORBIDDEN")] : null,
    });

    [Fact]
    public async Task Opening_a_stream_costs_its_field_and_each_event_costs_an_operation()
    {
        var purse = new Purse(100);
        var ticks = Ticks(purse);
        await using var stream = await ticks.StreamAsync(Query);
        Assert.Equal(99, purse.Left);
        ticks.Send(1);
        Assert.True(await stream.MoveNextAsync());
        Assert.Equal(3, stream.Current.Cost!.Requested);
        Assert.Equal(96, purse.Left);
    }

    [Fact]
    public async Task A_stream_that_the_budget_does_not_hold_is_not_made()
    {
        var ticks = Ticks(new Purse(0.5));
        var result = await ticks.SubscribeAsync(Query);
        Assert.Equal(ErrorCodes.CostTooHigh, Assert.Single(result.Refusal!.Errors).Code);
        Assert.False(ticks.Cancellation.CanBeCanceled);
        Assert.All(ticks.Contexts, context => Assert.True(context.IsDisposed));
    }

    [Theory]
    [InlineData("subscription { nothing }", ErrorCodes.Validation)]
    [InlineData("subscription($x: Int!) { ticked(from: $x) { number } }", ErrorCodes.Variables)]
    public async Task A_request_that_is_refused_before_it_has_a_plan_is_charged_by_its_length(string document, string code)
    {
        var purse = new Purse(100);
        var ticks = Ticks(purse);
        var result = await ticks.SubscribeAsync(document);
        Assert.Equal(code, result.Refusal!.Errors[0].Code);
        Assert.Equal(100 - 10 - (document.Length / 50.0), purse.Left, 9);
        Assert.True(Assert.Single(ticks.Contexts).IsDisposed);
    }

    [Fact]
    public async Task Who_may_not_subscribe_pays_for_the_look_at_the_plan()
    {
        var purse = new Purse(100);
        var result = await Ticks(purse, isForbidden: true).SubscribeAsync(Query);
        Assert.Equal("FORBIDDEN", Assert.Single(result.Refusal!.Errors).Code);
        Assert.Equal(100 - 10.2, purse.Left, 9);
    }
}
