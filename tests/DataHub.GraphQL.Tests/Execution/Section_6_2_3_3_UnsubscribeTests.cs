using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_2_3_3_UnsubscribeTests
{
    private const string Query = "subscription { ticked { number } }";

    [Fact]
    public async Task Cancelling_the_enumeration_cancels_the_source_and_ends_the_stream_normally()
    {
        var subscription = new TestSubscription();
        using var leaving = new CancellationTokenSource();
        await using var stream = await subscription.StreamAsync(Query, cancellation: leaving.Token);
        subscription.Send(1);
        Assert.True(await stream.MoveNextAsync());
        var next = stream.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        await leaving.CancelAsync();
        Assert.False(await next);
        await subscription.Released.Task;
        Assert.True(subscription.Cancellation.IsCancellationRequested);
    }

    [Fact]
    [Specifies("Unsubscribe()")]
    public async Task Cancelling_the_subscription_cancels_the_source_too()
    {
        var subscription = new TestSubscription();
        using var leaving = new CancellationTokenSource();
        var result = await subscription.SubscribeAsync(Query, cancellation: leaving.Token);
        await using var stream = result.Responses!.GetAsyncEnumerator();
        var next = stream.MoveNextAsync().AsTask();
        await leaving.CancelAsync();
        Assert.False(await next);
        await subscription.Released.Task;
    }

    [Fact]
    [Specifies("Unsubscribe()")]
    public async Task Leaving_the_enumeration_cancels_the_source()
    {
        var subscription = new TestSubscription();
        await using (var stream = await subscription.StreamAsync(Query))
        {
            subscription.Send(1);
            Assert.True(await stream.MoveNextAsync());
            Assert.False(subscription.Released.Task.IsCompleted);
        }
        Assert.True(subscription.Released.Task.IsCompleted);
        Assert.True(subscription.Cancellation.IsCancellationRequested);
    }

    [Fact]
    public async Task An_answer_in_the_making_is_given_up()
    {
        var subscription = new TestSubscription();
        using var leaving = new CancellationTokenSource();
        await using var stream = await subscription.StreamAsync("subscription { ticked { waits } }", cancellation: leaving.Token);
        subscription.Send(1);
        var next = stream.MoveNextAsync().AsTask();
        await subscription.Waiting.Task;
        await leaving.CancelAsync();
        Assert.False(await next);
        Assert.All(subscription.Contexts, c => Assert.True(c.IsDisposed));
    }
}
