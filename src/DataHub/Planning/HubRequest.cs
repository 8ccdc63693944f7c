using DataHub.Access;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>One request: who asks, and the statements that answer it.</summary>
public sealed class HubRequest(Hub hub, Caller caller) : IExecutionContext, IAsyncDisposable
{
    public Hub Hub { get; } = hub;

    public Caller Caller { get; } = caller;

    public SqlSession Session { get; } = new(hub.DataSource);

    public ValueTask DispatchAsync(CancellationToken cancellation) => Session.DispatchAsync(cancellation);

    public ValueTask DisposeAsync() => Session.DisposeAsync();
}
