using DataHub.GraphQL.Execution;

namespace DataHub.Api.Subscriptions;

/// <summary>A request that is answered with a stream.</summary>
/// <param name="Document">Its document, found.</param>
/// <param name="Operation">What is to be run of it.</param>
/// <param name="Memory">What its variables point into; whoever answers gives it back as soon as they are read.</param>
internal sealed record StreamedRequest(PreparedDocument Document, OperationRequest Operation, IDisposable Memory);
