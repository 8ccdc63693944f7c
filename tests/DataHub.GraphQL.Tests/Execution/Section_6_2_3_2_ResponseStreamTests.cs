using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Limits;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_2_3_2_ResponseStreamTests
{
    private const string Query = "subscription { ticked { number } }";

    private static async Task<string> NextAsync(IAsyncEnumerator<ExecutionResult> stream)
    {
        Assert.True(await stream.MoveNextAsync());
        return TestHub.Json(stream.Current);
    }

    [Fact]
    [Specifies("MapSourceToResponseEvent()")]
    public async Task Each_event_is_answered_in_its_order_and_the_end_of_the_source_is_the_end()
    {
        var subscription = new TestSubscription();
        await using var stream = await subscription.StreamAsync(
            "subscription($from: Int!) { t: ticked(from: $from) { number from } }", """{"from":5}""");
        subscription.Send(1);
        subscription.Send(2);
        Assert.Equal("""{"data":{"t":{"number":1,"from":5}}}""", await NextAsync(stream));
        Assert.Equal("""{"data":{"t":{"number":2,"from":5}}}""", await NextAsync(stream));
        subscription.Source.Writer.Complete();
        Assert.False(await stream.MoveNextAsync());
        Assert.True(subscription.Released.Task.IsCompleted);
    }

    [Fact]
    public async Task Each_event_has_a_context_of_its_own_that_ends_before_its_answer_is_handed_over()
    {
        var subscription = new TestSubscription();
        await using var stream = await subscription.StreamAsync(Query);
        subscription.Send(1);
        subscription.Send(2);
        await NextAsync(stream);
        Assert.Equal([true, true], subscription.Contexts.Select(c => c.IsDisposed));
        await NextAsync(stream);
        Assert.Equal([true, true, true], subscription.Contexts.Select(c => c.IsDisposed));
    }

    [Fact]
    public async Task The_next_event_is_not_taken_before_the_answer_was()
    {
        var subscription = new TestSubscription();
        await using var stream = await subscription.StreamAsync(Query);
        for (var i = 0; i < 10; i++) subscription.Send(i);
        await NextAsync(stream);
        Assert.Equal(9, subscription.Source.Reader.Count);
    }

    [Fact]
    [Specifies("ExecuteSubscriptionEvent()")]
    public async Task An_execution_error_is_in_its_answer_and_the_stream_goes_on()
    {
        var subscription = new TestSubscription();
        await using var stream = await subscription.StreamAsync("subscription { ticked { number fails } }");
        subscription.Send(1);
        subscription.Send(2);
        const string Errors = """
            {"errors":[{"message":"Refused","locations":[{"line":1,"column":32}],"path":["ticked","fails"],
            """ + """
            "extensions":{"code":"REFUSED"}}],
            """;
        Assert.Equal(Errors + """
            "data":{"ticked":{"number":1,"fails":null}}}
            """, await NextAsync(stream));
        Assert.Equal(Errors + """
            "data":{"ticked":{"number":2,"fails":null}}}
            """, await NextAsync(stream));
    }

    [Fact]
    [Specifies("MapSourceToResponseEvent()")]
    public async Task An_error_of_the_source_ends_the_stream_with_it()
    {
        var subscription = new TestSubscription();
        await using var stream = await subscription.StreamAsync(Query);
        subscription.Send(1);
        subscription.Source.Writer.Complete(new GraphQLException(new GraphQLError("The place is too old", "CURSOR_EXPIRED")));
        await NextAsync(stream);
        var ended = await Assert.ThrowsAsync<GraphQLException>(async () => await stream.MoveNextAsync());
        Assert.Equal("CURSOR_EXPIRED", Assert.Single(ended.Errors).Code);
        Assert.True(subscription.Cancellation.IsCancellationRequested);
    }

    [Fact]
    public async Task An_internal_error_cancels_the_source_and_ends_the_stream_with_it()
    {
        var fault = new InvalidOperationException("the host's own");
        var calls = 0;
        var subscription = new TestSubscription(new EngineOptions { Authorize = (_, _) => calls++ == 0 ? [] : throw fault });
        await using var stream = await subscription.StreamAsync(Query);
        subscription.Send(1);
        Assert.Same(fault, await Assert.ThrowsAsync<InvalidOperationException>(async () => await stream.MoveNextAsync()));
        Assert.True(subscription.Released.Task.IsCompleted);
        Assert.All(subscription.Contexts, c => Assert.True(c.IsDisposed));
    }

    [Fact]
    public async Task Each_event_is_allowed_anew_and_a_right_withdrawn_ends_the_stream()
    {
        var isAllowed = true;
        var subscription = new TestSubscription(new EngineOptions
        {
            Authorize = (_, _) => isAllowed ? [] : [new GraphQLError("No more", "FORBIDDEN")],
        });
        await using var stream = await subscription.StreamAsync(Query);
        subscription.Send(1);
        subscription.Send(2);
        await NextAsync(stream);
        isAllowed = false;
        var ended = await Assert.ThrowsAsync<GraphQLException>(async () => await stream.MoveNextAsync());
        Assert.Equal("FORBIDDEN", Assert.Single(ended.Errors).Code);
        Assert.True(subscription.Released.Task.IsCompleted);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_comes_without_what_is_missing()
    {
        var subscription = new TestSubscription(new EngineOptions { Limits = new OperationLimits { ExecutionTime = new Limit(50) } });
        await using var stream = await subscription.StreamAsync("subscription { ticked { waits } }");
        subscription.Send(1);
        Assert.True(await stream.MoveNextAsync());
        Assert.Equal("EXECUTION_TIMEOUT", Assert.Single(stream.Current.Errors).Code);
        Assert.Contains("\"data\":{\"ticked\":{\"waits\":null}}", TestHub.Json(stream.Current), StringComparison.Ordinal);
    }
}
