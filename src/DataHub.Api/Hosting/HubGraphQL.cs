using System.Runtime.CompilerServices;
using DataHub.Access;
using DataHub.Api.Http;
using DataHub.Database;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.Planning;

namespace DataHub.Api.Hosting;

/// <summary>The hub as the endpoint asks it.</summary>
public sealed class HubGraphQL(Hub hub) : IGraphQLService
{
    public PreparedDocument Prepare(string text) => hub.Engine.Prepare(text);

    public ValueTask RefusedAsync(Caller caller, string code) => hub.Ledger.RefusedAsync(caller, code);

    public async ValueTask<ExecutionResult> ExecuteAsync(
        PreparedDocument document, OperationRequest request, Caller caller, CancellationToken cancellationToken)
    {
        HubRequest? context = hub.Open(caller);
        ExecutionResult? result = null;
        try
        {
            result = await hub.Engine.ExecuteAsync(document, request, context, cancellationToken);
            Answered(result, document, request, context);
            if (result.Stream is null) return result;
            result.Stream.Own(context);
            context = null;
            return result;
        }
        catch
        {
            if (result?.Stream is { } unsent) await unsent.DisposeAsync();
            throw;
        }
        finally
        {
            if (context is not null) await context.DisposeAsync();
        }
    }

    public async ValueTask<IncrementalAnswer?> ExecuteIncrementallyAsync(
        PreparedDocument document, OperationRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (!hub.Engine.AllowsIncrementalDelivery) return null;
        var context = hub.Open(caller);
        try
        {
            var result = await hub.Engine.ExecuteIncrementallyAsync(document, request, context, cancellationToken);
            return new IncrementalAnswer(Answered(result, document, request, context), context);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    private static ExecutionResult Answered(ExecutionResult result, PreparedDocument document, OperationRequest request, HubRequest context)
    {
        // Nothing of a request that never had its turn was done.
        if (context.Outage is OverloadedException refusal) throw refusal;
        // A mutation may have been made before the database went away: its answer tells what was and what was not.
        if (document.TryFindOperation(request.OperationName, out var operation, out _)
            && operation.Operation == OperationType.Mutation && !result.IsDataNull)
            return result;
        // What could not be read is null in the answer; an answer that is null because the database is away is no answer.
        return context.Outage is { } outage ? throw outage : result;
    }

    public async ValueTask<SubscribeResult> SubscribeAsync(
        PreparedDocument document, OperationRequest request, Caller caller, CancellationToken cancellationToken)
    {
        // The engine opens one context after the other: for the source stream, then for each event.
        HubRequest? latest = null;
        var result = await hub.Engine.SubscribeAsync(document, request, () => latest = latest is null ? hub.Open(caller) : hub.OpenForEvent(caller), cancellationToken);
        if (result.Responses is { } responses)
            return SubscribeResult.Stream(WhileThereAsync(responses, () => latest?.Outage, cancellationToken));
        return latest?.Outage is { } outage ? throw outage : result;
    }

    /// <summary>What the database did not give is null in an answer: the stream ends instead, so that the client can come back.</summary>
    private static async IAsyncEnumerable<ExecutionResult> WhileThereAsync(
        IAsyncEnumerable<ExecutionResult> responses,
        Func<DatabaseUnavailableException?> outage,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var response in responses.WithCancellation(cancellation))
        {
            if (outage() is { } failure) throw failure;
            yield return response;
        }
    }
}
