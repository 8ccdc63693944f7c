using DataHub.GraphQL.Execution;

namespace DataHub.Api.Http;

/// <summary>An answer that may come in several payloads, and the request's context; to be disposed after the last payload.</summary>
/// <param name="Result">The first payload, or the whole answer.</param>
/// <param name="Context">What the later payloads are still read with.</param>
public sealed record IncrementalAnswer(ExecutionResult Result, IAsyncDisposable Context) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
