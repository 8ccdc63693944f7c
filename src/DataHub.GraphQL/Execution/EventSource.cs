namespace DataHub.GraphQL.Execution;

/// <summary>Gives the source stream of a subscription's root field (section 6.2.3.1, ResolveFieldEventStream).</summary>
public abstract class EventSource
{
    /// <summary>
    /// The events from now on, or from the place that the arguments name. The stream ends when the enumeration ends or its cancellation is
    /// called for. Throwing <see cref="Errors.GraphQLException"/> here refuses the subscription with its errors; thrown while the stream
    /// runs, it ends the stream with them. <see cref="ResolveContext.Cancellation"/> lasts as long as the subscription does, <see
    /// cref="ResolveContext.Request"/> only until this returns: what the stream needs of it is to be taken before.
    /// </summary>
    public abstract ValueTask<IAsyncEnumerable<object>> SubscribeAsync(ResolveContext context);
}
