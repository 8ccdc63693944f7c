using System.Runtime.CompilerServices;
using DataHub.Access;
using DataHub.Api.Http;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Limits;
using DataHub.Planning;

namespace DataHub.Bench.Unchecked;

/// <summary>
/// The hub as the endpoint asks it, but over the whole contract for everybody: nothing is masked, refused, counted or paid for. Rows stay
/// those that the caller may see, so that an answer has as many as the checked hub's.
/// </summary>
internal sealed class UncheckedGraphQL(Hub hub) : IGraphQLService
{
    private readonly GraphQLEngine engine = new(hub.Schema, new EngineOptions { Limits = NoLimits.All, Authorize = Begin });

    // A token's callers share its set of scopes, as they do where the checked hub looks for a view.
    private readonly ConditionalWeakTable<IReadOnlySet<string>, HubView> views = [];

    public PreparedDocument Prepare(string text, Caller caller) => engine.Prepare(text);

    public PreparedDocument Check(string text) => engine.Prepare(text);

    public async ValueTask<ExecutionResult> ExecuteAsync(
        PreparedDocument document, OperationRequest request, Caller caller, CancellationToken cancellationToken)
    {
        HubRequest? context = hub.Open(ViewOf(caller), caller, isEvent: false);
        try
        {
            var result = await engine.ExecuteAsync(document, request, context, cancellationToken);
            if (context.Outage is { } outage) throw outage;
            if (result.Stream is null) return result;
            result.Stream.Own(context);
            context = null;
            return result;
        }
        finally
        {
            if (context is not null) await context.DisposeAsync();
        }
    }

    public ValueTask<SubscribeResult> SubscribeAsync(
        PreparedDocument document, OperationRequest request, Caller caller, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Queries are measured, subscriptions are not.");

    private HubView ViewOf(Caller caller)
    {
        if (views.TryGetValue(caller.Scopes, out var known)) return known;
        return views.GetValue(caller.Scopes, _ => hub.Unchecked(caller));
    }

    // A request has to know its plan, to see which levels it still has before it; nothing of the plan is looked at.
    private static IReadOnlyList<GraphQLError> Begin(OperationPlan plan, IExecutionContext context)
    {
        ((HubRequest)context).Plan = plan;
        return [];
    }
}
