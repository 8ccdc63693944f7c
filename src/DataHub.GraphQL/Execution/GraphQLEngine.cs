using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Introspection;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;
using DataHub.GraphQL.Validation;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Answers requests over one schema: <see cref="Prepare"/> a document once, then execute it for any number of requests. Safe for use
/// by many
/// threads at once.
/// </summary>
public sealed class GraphQLEngine
{
    private static readonly GraphQLError NeedsStream = new("A subscription answers with a stream of responses.", ErrorCodes.Operation);

    private static readonly GraphQLError NoSubscription = new("Only a subscription answers with a stream of responses.", ErrorCodes.Operation);

    private readonly EngineOptions options;
    private readonly DocumentCache documents;
    private readonly OperationPlanner planner;

    public GraphQLEngine(Schema schema, EngineOptions options)
    {
        (Schema, this.options) = (schema, options);
        documents = new DocumentCache(options.MaxCachedDocuments, options.MaxCachedCharacters);
        planner = new OperationPlanner(schema, options);
        SchemaIntrospection.Bind(schema);
    }

    public Schema Schema { get; }

    /// <summary>
    /// Parses and validates, or takes the document from the cache. Faults of the document are in its <see
    /// cref="PreparedDocument.Errors"/>.
    /// </summary>
    public PreparedDocument Prepare(string text)
    {
        if (documents.Find(text) is { } known) return known;
        var prepared = Read(text);
        documents.Add(prepared);
        return prepared;
    }

    /// <summary>
    /// Section 6.1 ExecuteRequest, for queries and mutations. Faults of the request and of resolvers are in the result; only
    /// <see cref="OperationCanceledException"/> of <paramref name="cancellation"/> is thrown.
    /// </summary>
    public async ValueTask<ExecutionResult> ExecuteAsync(
        PreparedDocument document, OperationRequest request, IExecutionContext context, CancellationToken cancellation)
    {
        var (plan, refusal) = TryPlan(document, request);
        if (plan is null) return refusal!;
        if (plan.Operation.Operation == OperationType.Subscription) return ExecutionResult.Refused(NeedsStream);
        return await ExecuteAsync(plan, new RootRows(), context, cancellation);
    }

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
        var (plan, refusal) = TryPlan(document, request);
        if (plan is null) return SubscribeResult.Refused(refusal!);
        if (plan.Operation.Operation != OperationType.Subscription) return SubscribeResult.Refused(ExecutionResult.Refused(NoSubscription));
        return await new SubscriptionRun(options, plan, open, ExecuteAsync).SubscribeAsync(cancellation);
    }

    /// <summary>The one way that queries, mutations and the events of subscriptions take.</summary>
    private async ValueTask<ExecutionResult> ExecuteAsync(
        OperationPlan plan, RowSet root, IExecutionContext context, CancellationToken cancellation)
    {
        if (options.Authorize?.Invoke(plan, context) is { Count: > 0 } refusals) return ExecutionResult.Refused(refusals);
        var executor = new LevelExecutor(options, context, cancellation);
        await executor.RunAsync(plan, root);
        NullPropagation.Run(executor.Groups);
        var report = new ErrorReport(options.MaxErrors);
        report.Add(executor.Groups);
        return new ExecutionResult(executor.Groups[0], report.Errors)
        {
            Extensions = report.IsCut ? new Dictionary<string, object?> { ["errorsCut"] = true } : null,
        };
    }

    private PreparedDocument Read(string text)
    {
        try
        {
            var document = Parser.Parse(new Source(text), options.Parser);
            return new PreparedDocument(text, document, DocumentValidator.Validate(Schema, document));
        }
        catch (GraphQLException exception)
        {
            return new PreparedDocument(text, null, exception.Errors);
        }
    }

    /// <summary>The plan, or why there is none.</summary>
    private (OperationPlan?, ExecutionResult?) TryPlan(PreparedDocument document, OperationRequest request)
    {
        if (document.Errors.Count > 0) return (null, ExecutionResult.Refused(document.Errors));
        if (!document.TryFindOperation(request.OperationName, out var operation, out var error)) return (null, ExecutionResult.Refused(error));
        var variables = new VariableCoercion(Schema);
        variables.Coerce(operation, request.Variables);
        if (variables.Errors.Count > 0) return (null, ExecutionResult.Refused(variables.Errors));
        try
        {
            return (planner.Plan(document, operation, variables.Values), null);
        }
        catch (GraphQLException exception)
        {
            return (null, ExecutionResult.Refused(exception.Errors));
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
