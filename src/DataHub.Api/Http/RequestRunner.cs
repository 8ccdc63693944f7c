using DataHub.Access;
using DataHub.Api.Documents;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;

namespace DataHub.Api.Http;

/// <summary>
/// What becomes of a request once it is read and its caller known, over whichever transport it came: its document is found, then
/// executed.
/// </summary>
internal sealed class RequestRunner(IGraphQLService service, DocumentResolver documents, RateLimits rates)
{
    /// <summary>
    /// The document that a request names, parsed and validated; faults of a text are in the document's errors. A refusal when the
    /// caller may not use it, has spent its budget, or nothing is stored under its name.
    /// </summary>
    public async ValueTask<Checked<PreparedDocument>> ResolveAsync(DocumentReference document, Caller caller)
    {
        Checked<PreparedDocument> found = rates.RefuseIfSpent(caller) is { } spent ? spent : documents.Resolve(document, caller);
        if (found.Refusal is { } refusal) await service.RefusedAsync(caller, refusal.Error.Code);
        return found;
    }

    /// <summary>Enters that somebody who is known was refused before there was a request: for its purpose, say.</summary>
    public ValueTask EnterAsync(Refusal refusal) => refusal.Refused is { } caller ? service.RefusedAsync(caller, refusal.Error.Code) : default;

    /// <summary>
    /// Throws <see cref="Database.DatabaseUnavailableException"/> when the database is away; every other fault of the request is in the
    /// result.
    /// </summary>
    public ValueTask<ExecutionResult> ExecuteAsync(
        PreparedDocument document, OperationRequest operation, Caller caller, CancellationToken cancellationToken) =>
        document.Errors.Count == 0 && IsSubscription(document, operation)
            ? new(ExecutionResult.Refused(HttpRefusals.StreamRequired.Error))
            : service.ExecuteAsync(document, operation, caller, cancellationToken);

    /// <inheritdoc cref="IGraphQLService.ExecuteIncrementallyAsync"/>
    public ValueTask<IncrementalAnswer?> ExecuteIncrementallyAsync(
        PreparedDocument document, OperationRequest operation, Caller caller, CancellationToken cancellationToken) =>
        IsSubscription(document, operation)
            ? new((IncrementalAnswer?)null)
            : service.ExecuteIncrementallyAsync(document, operation, caller, cancellationToken);

    /// <inheritdoc cref="IGraphQLService.SubscribeAsync"/>
    public ValueTask<SubscribeResult> SubscribeAsync(
        PreparedDocument document, OperationRequest operation, Caller caller, CancellationToken cancellationToken) =>
        service.SubscribeAsync(document, operation, caller, cancellationToken);

    /// <summary>True when the operation to be run is there and is a mutation.</summary>
    public static bool IsMutation(PreparedDocument document, OperationRequest request) => Is(OperationType.Mutation, document, request);

    /// <summary>True when the operation to be run is there and is a subscription.</summary>
    public static bool IsSubscription(PreparedDocument document, OperationRequest request) =>
        Is(OperationType.Subscription, document, request);

    private static bool Is(OperationType type, PreparedDocument document, OperationRequest request) =>
        document.TryFindOperation(request.OperationName, out var operation, out _) && operation.Operation == type;
}
