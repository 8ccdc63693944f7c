using System.Text.Json;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_7_1_2_ResponseStreamTests
{
    [Fact]
    public async Task A_response_stream_is_a_stream_of_execution_results()
    {
        var subscription = new TestSubscription();
        await using var stream = await subscription.StreamAsync("subscription { maybe { number fails } }");
        for (var number = 0; number < 3; number++)
        {
            subscription.Send(number);
            Assert.True(await stream.MoveNextAsync());
            Assert.True(stream.Current.HasData);
            var response = JsonDocument.Parse(TestHub.Json(stream.Current)).RootElement;
            Assert.Equal(["errors", "data"], response.EnumerateObject().Select(p => p.Name));
            Assert.Equal(number, response.GetProperty("data").GetProperty("maybe").GetProperty("number").GetInt32());
            Assert.Equal("""["maybe","fails"]""", response.GetProperty("errors")[0].GetProperty("path").GetRawText());
        }
    }

    [Fact]
    public async Task A_refused_subscription_has_a_request_error_result_and_no_stream()
    {
        var result = await new TestSubscription().SubscribeAsync("subscription ($x: Int!) { ticked(from: $x) { number } }");
        Assert.Null(result.Responses);
        Assert.False(result.Refusal!.HasData);
        Assert.Equal(ErrorCodes.Variables, Assert.Single(result.Refusal.Errors).Code);
    }
}
