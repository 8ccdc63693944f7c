using DataHub.Access;
using DataHub.Api.Http;
using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Api.Hosting;

/// <summary>The hub as the endpoint asks it.</summary>
internal sealed class HubGraphQL(Hub hub) : IGraphQLService
{
    public PreparedDocument Prepare(string text) => hub.Engine.Prepare(text);

    public async ValueTask<ExecutionResult> ExecuteAsync(
        PreparedDocument document, OperationRequest request, Caller caller, CancellationToken cancellationToken)
    {
        await using var context = hub.Open(caller);
        var result = await hub.Engine.ExecuteAsync(document, request, context, cancellationToken);
        // What could not be read is null in the answer; an answer that is null because the database is away is no answer.
        return context.Outage is { } outage ? throw outage : result;
    }
}
