namespace DataHub.GraphQL.Execution;

/// <summary>Gives the source stream of a subscription's root field (section 6.2.3.1, ResolveFieldEventStream).</summary>
public abstract class EventSource
{
    /// <summary>
    /// The events from now on, or from the place that the arguments name. The stream ends when the enumeration ends or its cancellation is
    /// called for. Throwing <see cref="Errors.GraphQLException"/> here refuses the subscription with its errors; thrown while the stream
    /// runs, it ends the stream with them.
    /// </summary>
    public abstract ValueTask<IAsyncEnumerable<object>> SubscribeAsync(ResolveContext context);
}
