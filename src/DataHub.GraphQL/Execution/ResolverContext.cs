namespace DataHub.GraphQL.Execution;

/// <summary>
/// Where resolvers go on once what they asked for is there: inside <see cref="IExecutionContext.DispatchAsync"/>, which so sees what they ask
/// for next. A completed task runs what awaits it at once only where no synchronization context was current when it was awaited, or the same
/// one is; else it is posted there, and what is asked for comes when nobody sends it any more.
/// </summary>
internal static class ResolverContext
{
    /// <summary>
    /// Leaves the caller's synchronization context. To be called in an async method, before what it starts: when such a method returns to its
    /// caller, at its first await or its end, the runtime puts the caller's context back.
    /// </summary>
    public static void Leave()
    {
        if (SynchronizationContext.Current is not null) SynchronizationContext.SetSynchronizationContext(null);
    }
}
