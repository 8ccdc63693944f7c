namespace DataHub.GraphQL.Execution;

/// <summary>What a request for a subscription gives (section 6.2.3): a response stream, or why there is none; exactly one is null.</summary>
public sealed class SubscribeResult
{
    private SubscribeResult(ExecutionResult? refusal, IAsyncEnumerable<ExecutionResult>? responses) =>
        (Refusal, Responses) = (refusal, responses);

    /// <summary>A request error result: no source stream was made, or it was given up at once.</summary>
    public ExecutionResult? Refusal { get; }

    /// <summary>
    /// The responses, one for each event, in the order of the events; each stands on its own. To be enumerated once. Ending the
    /// enumeration early, or cancelling it, cancels the source stream; the stream then ends normally. When it ends with an error the
    /// enumeration throws: <see cref="Errors.GraphQLException"/> with what the client may read, any other exception for the log.
    /// </summary>
    public IAsyncEnumerable<ExecutionResult>? Responses { get; }

    /// <summary>No stream.</summary>
    public static SubscribeResult Refused(ExecutionResult refusal) => new(refusal, null);

    /// <summary>A stream.</summary>
    public static SubscribeResult Stream(IAsyncEnumerable<ExecutionResult> responses) => new(null, responses);
}
