using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Introspection;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Answers requests over one schema: <see cref="Prepare"/> a document once, then execute it for any number of requests. Safe for use by
/// many threads at once.
/// </summary>
public sealed class GraphQLEngine
{
    private static readonly GraphQLError NeedsStream = new("A subscription answers with a stream of responses.", ErrorCodes.Operation);

    private static readonly GraphQLError NoPlans = new("This service tells nobody how it answers.", ErrorCodes.Operation);

    private static readonly GraphQLError NoSubscription =
        new("Only a subscription answers with a stream of responses.", ErrorCodes.Operation);

    private readonly EngineOptions options;
    private readonly DocumentReader documents;
    private readonly RequestPlanning planning;
    private readonly PlanExecution execution;

    public GraphQLEngine(Schema schema, EngineOptions options)
    {
        (Schema, this.options) = (schema, options);
        if (options.IncrementalDelivery) IncrementalDirectives.AddTo(schema);
        documents = new DocumentReader(schema, options);
        planning = new RequestPlanning(schema, options);
        execution = new PlanExecution(schema, options);
        SchemaIntrospection.Bind(schema);
    }

    public Schema Schema { get; }

    /// <summary>True when the schema has <c>@defer</c> and <c>@stream</c>.</summary>
    public bool AllowsIncrementalDelivery => options.IncrementalDelivery;

    /// <summary>
    /// Parses and validates, or takes the document from the cache. Faults of the document are in its <see
    /// cref="PreparedDocument.Errors"/>.
    /// </summary>
    public PreparedDocument Prepare(string text) => documents.Read(text);

    /// <summary>
    /// Section 6.1 ExecuteRequest, for queries and mutations. Faults of the request and of resolvers are in the result; only
    /// <see cref="OperationCanceledException"/> of <paramref name="cancellation"/> is thrown.
    /// </summary>
    public ValueTask<ExecutionResult> ExecuteAsync(
        PreparedDocument document, OperationRequest request, IExecutionContext context, CancellationToken cancellation) =>
        ExecuteAsync(document, request, context, false, cancellation);

    /// <summary>
    /// The same for a client that takes an answer in several payloads: what <c>@defer</c> and <c>@stream</c> put off is in
    /// <see cref="ExecutionResult.Subsequent"/>, executed as that is enumerated, in the same <paramref name="context"/>.
    /// </summary>
    public ValueTask<ExecutionResult> ExecuteIncrementallyAsync(
        PreparedDocument document, OperationRequest request, IExecutionContext context, CancellationToken cancellation) =>
        ExecuteAsync(document, request, context, options.IncrementalDelivery, cancellation);

    private async ValueTask<ExecutionResult> ExecuteAsync(
        PreparedDocument document, OperationRequest request, IExecutionContext context, bool allowsDeferral, CancellationToken cancellation)
    {
        var result = await RunAsync(document, request, context, allowsDeferral, cancellation);
        try
        {
            var kind = request.Explain is Explanation.None or Explanation.Run ? DeliveryKind.Answer : DeliveryKind.Nothing;
            if (await context.ReleaseAsync(new Delivery(kind, document, result.HasData, result.Errors)) is not { } withheld) return result;
            if (result.Stream is { } unread) await unread.DisposeAsync();
            return ExecutionResult.Withheld(result, withheld);
        }
        catch
        {
            if (result.Stream is { } unsent) await unsent.DisposeAsync();
            throw;
        }
    }

    private ValueTask<ExecutionResult> RunAsync(
        PreparedDocument document, OperationRequest request, IExecutionContext context, bool allowsDeferral, CancellationToken cancellation)
    {
        if (!planning.TryPlan(document, request, allowsDeferral, out var planned, out var refusal))
            return new(execution.Charge(refusal, document, context));
        if (request.Explain != Explanation.None) return ExplainAsync(planned, request.Explain, context, cancellation);
        return planned.Plan.Operation.Operation == OperationType.Subscription
            ? new(ExecutionResult.Refused(NeedsStream))
            : execution.ExecuteAsync(planned, new RootRows(), context, cancellation);
    }

    private async ValueTask<ExecutionResult> ExplainAsync(
        PlannedRequest planned, Explanation explanation, IExecutionContext context, CancellationToken cancellation)
    {
        if (explanation == Explanation.Cost) return execution.Explain(planned.Plan, context);
        if (Refuse(context) is { } closed) return execution.Charge(ExecutionResult.Refused(closed), planned.Document, context);
        if (explanation == Explanation.Plan) return execution.Describe(planned.Plan, context);
        if (planned.Plan.Operation.Operation == OperationType.Subscription) return ExecutionResult.Refused(NeedsStream);
        // What was asked for is told when all of it was.
        var result = await execution.ExecuteAsync(planned with { MayStream = false }, new RootRows(), context, cancellation);
        if (result.HasData) result.Tell("plan", options.Plans!.Run(planned.Plan, context));
        return result;
    }

    private GraphQLError? Refuse(IExecutionContext context) => options.Plans is { } plans ? plans.Refuse(context) : NoPlans;

    /// <summary>
    /// Section 6.2.3 Subscribe. Faults of the request and of making the source stream are in the result; only
    /// <see cref="OperationCanceledException"/> of <paramref name="cancellation"/> is thrown, which ends the stream as well.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="request">What the request brings; not looked at any more once this returns.</param>
    /// <param name="open">
    /// Makes a context for the source stream, and one for each event. A context that is <see cref="IAsyncDisposable"/> is disposed of when
    /// the stream is made, or the event's answer.
    /// </param>
    /// <param name="cancellation">Ends the subscription.</param>
    public async ValueTask<SubscribeResult> SubscribeAsync(
        PreparedDocument document, OperationRequest request, Func<IExecutionContext> open, CancellationToken cancellation)
    {
        if (!planning.TryPlan(document, request, false, out var planned, out var refusal))
            return await ChargeAsync(refusal, document, open());
        if (planned.Plan.Operation.Operation != OperationType.Subscription)
            return SubscribeResult.Refused(ExecutionResult.Refused(NoSubscription));
        return await new SubscriptionRun(options, planned, open, execution).SubscribeAsync(cancellation);
    }

    private async ValueTask<SubscribeResult> ChargeAsync(ExecutionResult refusal, PreparedDocument document, IExecutionContext context)
    {
        try
        {
            var refused = execution.Charge(refusal, document, context);
            var withheld = await context.ReleaseAsync(new Delivery(DeliveryKind.Answer, document, HasData: false, refused.Errors));
            return SubscribeResult.Refused(withheld is null ? refused : ExecutionResult.Withheld(refused, withheld));
        }
        finally
        {
            if (context is IAsyncDisposable disposable) await disposable.DisposeAsync();
        }
    }

    /// <summary>
    /// The one object that a root type is executed on (section 6.2.1, no initial value); its fields all have resolvers.
    /// </summary>
    private sealed class RootRows : RowSet
    {
        public override int Count => 1;

        public override ResolvedField Read(FieldSelection field) =>
            throw new InvalidOperationException($"{field.Definition.Coordinate} has no resolver.");
    }
}
