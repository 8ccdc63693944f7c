using System.Text.Json;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_2_3_SubscriptionTests
{
    [Fact]
    [Specifies("Subscribe()")]
    public async Task A_subscription_makes_a_source_stream_and_maps_it_to_a_response_stream()
    {
        var subscription = new TestSubscription();
        await using var stream = await subscription.StreamAsync("subscription { ticked(from: 3) { number from } }");
        Assert.Equal(3, subscription.From);
        subscription.Send(1);
        Assert.True(await stream.MoveNextAsync());
        Assert.Equal("""{"data":{"ticked":{"number":1,"from":3}}}""", TestHub.Json(stream.Current));
        subscription.Source.Writer.Complete();
        Assert.False(await stream.MoveNextAsync());
    }

    [Fact]
    [Specifies("Subscribe()")]
    public async Task A_source_stream_that_cannot_be_made_is_a_request_error()
    {
        var fault = new GraphQLException(new GraphQLError("Not now", "NOT_NOW"));
        var answer = await new TestSubscription { Fault = fault }.RefusalAsync("subscription { ticked { number } }");
        Assert.Contains("\"message\":\"Not now\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"data\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subscription { nothing }", "5.3.1")]
    [InlineData("subscription { ticked { number } silent }", "5.2.4.1")]
    [InlineData("subscription { __typename }", "5.2.4.1")]
    [InlineData("subscription { ticked(from: \"x\") { number } }", "5.6.1")]
    [InlineData("subscription { ticked @skip(if: true) { number } }", "5.2.4.1")]
    public async Task A_subscription_that_is_not_valid_makes_no_stream(string query, string section)
    {
        var answer = await new TestSubscription().RefusalAsync(query);
        var error = JsonDocument.Parse(answer).RootElement.GetProperty("errors")[0];
        Assert.Equal(section, error.GetProperty("extensions").GetProperty("section").GetString());
    }

    [Fact]
    public async Task Two_subscriptions_have_streams_of_their_own()
    {
        var (first, second) = (new TestSubscription(), new TestSubscription());
        await using var one = await first.StreamAsync("subscription { ticked { number } }");
        await using var two = await second.StreamAsync("subscription { ticked { number } }");
        second.Send(2);
        first.Send(1);
        Assert.True(await one.MoveNextAsync());
        Assert.True(await two.MoveNextAsync());
        Assert.Equal("""{"data":{"ticked":{"number":1}}}""", TestHub.Json(one.Current));
        Assert.Equal("""{"data":{"ticked":{"number":2}}}""", TestHub.Json(two.Current));
    }
}
