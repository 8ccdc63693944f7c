using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.GraphQL.Tests.Execution;

/// <summary>An engine with one subscription whose events a test sends by hand; sees what becomes of source and contexts.</summary>
internal sealed class TestSubscription : EventSource
{
    public const string Sdl = """
        type Query { n: Int }
        type Subscription { ticked(from: Int! = 1): Tick!, maybe: Tick, silent: Int }
        type Tick { number: Int!, from: Int, fails: Int, waits: Int }
        """;

    private readonly List<Context> contexts = [];

    public TestSubscription(EngineOptions? options = null)
    {
        Hub = new TestHub(Sdl, options);
        foreach (var coordinate in new[] { "Subscription.ticked", "Subscription.maybe" })
            Hub.Field(coordinate).Events = this;
        foreach (var coordinate in new[] { "Subscription.ticked", "Subscription.maybe" })
            Hub.Resolve(coordinate, (_, root) => new(ObjectRowSet.Resolve([((EventRows)root).Event], Hub.Field(coordinate), Hub.Schema)));
        Hub.Resolve("Tick.fails", (_, _) => throw new GraphQLException(new GraphQLError("Refused", "REFUSED")));
        Hub.Resolve("Tick.waits", async (context, _) =>
        {
            Waiting.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.Cancellation);
            return default!;
        });
    }

    public sealed record Tick(int Number, int From = 0);

    public sealed class Context : IExecutionContext, IAsyncDisposable
    {
        public bool IsDisposed { get; private set; }

        public ValueTask DispatchAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return ValueTask.CompletedTask;
        }
    }

    public TestHub Hub { get; }

    public Channel<object> Source { get; } = Channel.CreateUnbounded<object>();

    /// <summary>Set when a resolver waits that only cancellation ends.</summary>
    public TaskCompletionSource Waiting { get; } = new();

    /// <summary>Set when the source stream was let go of.</summary>
    public TaskCompletionSource Released { get; } = new();

    /// <summary>Fails the making of the source stream.</summary>
    public Exception? Fault { get; init; }

    public int From { get; private set; }

    public CancellationToken Cancellation { get; private set; }

    /// <summary>The contexts made so far: that of the source stream, then one for each event.</summary>
    public IReadOnlyList<Context> Contexts => contexts;

    public override async ValueTask<IAsyncEnumerable<object>> SubscribeAsync(ResolveContext context)
    {
        await Task.Yield();
        if (Fault is not null) throw Fault;
        (From, Cancellation) = (context.Field.Argument<int>("from"), context.Cancellation);
        return ReadAsync(CancellationToken.None);
    }

    public async Task<SubscribeResult> SubscribeAsync(string query, string? variables = null, CancellationToken cancellation = default)
    {
        var request = new OperationRequest { Variables = variables is null ? null : JsonDocument.Parse(variables).RootElement };
        return await Hub.Engine.SubscribeAsync(Hub.Engine.Prepare(query), request, Open, cancellation);
    }

    /// <summary>The response stream of a request that is not refused.</summary>
    public async Task<IAsyncEnumerator<ExecutionResult>> StreamAsync(string query, string? variables = null, CancellationToken cancellation = default)
    {
        var result = await SubscribeAsync(query, variables, CancellationToken.None);
        Assert.Null(result.Refusal);
        return result.Responses!.GetAsyncEnumerator(cancellation);
    }

    /// <summary>The answer to a request that is refused.</summary>
    public async Task<string> RefusalAsync(string query, string? variables = null)
    {
        var result = await SubscribeAsync(query, variables);
        Assert.Null(result.Responses);
        return TestHub.Json(result.Refusal!);
    }

    public void Send(int number) => Assert.True(Source.Writer.TryWrite(new Tick(number, From)));

    private Context Open()
    {
        contexts.Add(new Context());
        return contexts[^1];
    }

    private async IAsyncEnumerable<object> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            await foreach (var value in Source.Reader.ReadAllAsync(cancellation)) yield return value;
        }
        finally
        {
            Released.SetResult();
        }
    }
}
