namespace DataHub.GraphQL.Execution;

/// <summary>
/// The rest of a long list whose first items a resolver gave as <see cref="ResolvedField"/>: more items at each call. The engine executes
/// what is asked below them, writes them and forgets them before it asks for the next.
/// </summary>
public abstract class ListChunks
{
    /// <summary>True while there are items to come.</summary>
    public abstract bool HasMore { get; }

    /// <summary>
    /// The next items, as one list for one parent row. As with a resolver, <see cref="IExecutionContext.DispatchAsync"/> is called once after
    /// this returns and before its result is awaited. What it throws ends the list where it is: the answer is closed with an error.
    /// </summary>
    public abstract ValueTask<ResolvedField> NextAsync(CancellationToken cancellation);
}
