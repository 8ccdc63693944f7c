using DataHub.Access;
using DataHub.GraphQL.Execution;

namespace DataHub.Api.Http;

/// <summary>
/// What the endpoint needs of the hub. The answer stands on its own: nothing is read from the database while it is written.
/// </summary>
public interface IGraphQLService
{
    /// <summary>Parses and validates; faults are in the document's errors.</summary>
    PreparedDocument Prepare(string text);

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
}
