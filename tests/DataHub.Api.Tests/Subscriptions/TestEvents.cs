using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Api.Tests.Subscriptions;

/// <summary>The source of the test schema's events: numbers that a test sends to all who subscribe.</summary>
public sealed class TestEvents : EventSource
{
    private readonly Lock gate = new();
    private readonly List<Channel<object>> subscribers = [];
    private int flooded;

    /// <summary>Events that the flood has given so far.</summary>
    public int Flooded => flooded;

    public int Subscribers
    {
        get
        {
            lock (gate) return subscribers.Count;
        }
    }

    public override ValueTask<IAsyncEnumerable<object>> SubscribeAsync(ResolveContext context) => context.Field.Definition.Name switch
    {
        "ticked" => new(Subscribe(context.Cancellation)),
        "flooded" => new(FloodAsync(context.Field.Argument<int>("size"), CancellationToken.None)),
        "refused" => throw new GraphQLException(new GraphQLError("There is no such run.", "NOT_FOUND")),
        _ => throw new InvalidOperationException("secret of the inside: select * from registry.person"),
    };

    public void Send(int number) => ForEach(channel => Assert.True(channel.Writer.TryWrite(number)));

    public void End(Exception? fault = null) => ForEach(channel => channel.Writer.TryComplete(fault));

    /// <summary>Waits until so many subscribe; a test that waits in vain fails by the runner's time.</summary>
    public async Task WaitForAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (Subscribers != count) await Task.Delay(5, patience.Token);
    }

    private void ForEach(Action<Channel<object>> action)
    {
        lock (gate)
        {
            foreach (var channel in subscribers) action(channel);
        }
    }

    private IAsyncEnumerable<object> Subscribe(CancellationToken life)
    {
        var channel = Channel.CreateUnbounded<object>();
        lock (gate) subscribers.Add(channel);
        // Also when nobody ever enumerates the stream.
        life.Register(() => Remove(channel));
        return channel.Reader.ReadAllAsync(CancellationToken.None);
    }

    private void Remove(Channel<object> channel)
    {
        lock (gate) subscribers.Remove(channel);
    }

    private async IAsyncEnumerable<object> FloodAsync(int size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var text = new string('x', size);
        lock (gate) subscribers.Add(Channel.CreateBounded<object>(1));
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                Interlocked.Increment(ref flooded);
                yield return text;
                await Task.Yield();
            }
        }
        finally
        {
            lock (gate) subscribers.RemoveAt(0);
        }
    }
}
