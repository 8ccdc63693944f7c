using DataHub.Access;
using DataHub.GraphQL.Execution;

namespace DataHub.Api.Http;

/// <summary>
/// What the endpoint needs of the hub. An answer stands on its own: nothing is read from the database while it is written, unless it has a
/// <see cref="ExecutionResult.Stream"/>, which only requests that allow it get.
/// </summary>
public interface IGraphQLService
{
    /// <summary>Parses and validates; faults are in the document's errors.</summary>
    PreparedDocument Prepare(string text);

    /// <summary>An authenticated caller was refused before there was anything to execute. Returns when that is entered.</summary>
    ValueTask RefusedAsync(Caller caller, string code) => default;

    /// <summary>
    /// Throws <see cref="Database.DatabaseUnavailableException"/> when the database is away; every other fault of the request is in the
    /// result.
    /// </summary>
    ValueTask<ExecutionResult> ExecuteAsync(
        PreparedDocument document, OperationRequest request, Caller caller, CancellationToken cancellationToken);

    /// <summary>
    /// For subscriptions. Throws <see cref="Database.DatabaseUnavailableException"/> when the database is away, and so does the stream;
    /// cancelling ends both.
    /// </summary>
    ValueTask<SubscribeResult> SubscribeAsync(
        PreparedDocument document, OperationRequest request, Caller caller, CancellationToken cancellationToken);

    /// <summary>
    /// The same for a client that takes an answer in several payloads. Null when this service gives none; nothing was executed then.
    /// </summary>
    ValueTask<IncrementalAnswer?> ExecuteIncrementallyAsync(
        PreparedDocument document, OperationRequest request, Caller caller, CancellationToken cancellationToken) =>
        new((IncrementalAnswer?)null);
}
