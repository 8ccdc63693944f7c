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
    private readonly EngineOptions options;
    private readonly DocumentCache documents;
    private readonly OperationPlanner planner;

    public GraphQLEngine(Schema schema, EngineOptions options)
    {
        (Schema, this.options) = (schema, options);
        documents = new DocumentCache(options.MaxCachedDocuments, options.MaxCachedCharacters);
        planner = new OperationPlanner(schema, options);
        if (options.IncrementalDelivery) IncrementalDirectives.AddTo(schema);
        SchemaIntrospection.Bind(schema);
    }

    public Schema Schema { get; }

    /// <summary>True when the schema has <c>@defer</c> and <c>@stream</c>.</summary>
    public bool AllowsIncrementalDelivery => options.IncrementalDelivery;

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
        PreparedDocument document, OperationRequest request, IExecutionContext context, bool incrementally, CancellationToken cancellation)
    {
        if (document.Errors.Count > 0) return ExecutionResult.Refused(document.Errors);
        OperationPlan plan;
        try
        {
            plan = Plan(document, request, incrementally);
        }
        catch (GraphQLException exception)
        {
            return ExecutionResult.Refused(exception.Errors);
        }
        if (options.Authorize?.Invoke(plan, context) is { Count: > 0 } refusals) return ExecutionResult.Refused(refusals);
        var executor = new LevelExecutor(options, context, cancellation);
        await executor.RunAsync(plan, new RootRows());
        NullPropagation.Run(executor.Groups);
        var report = new ErrorReport(options.MaxErrors);
        report.Add(executor.Groups);
        var extensions = report.IsCut ? new Dictionary<string, object?> { ["errorsCut"] = true } : null;
        if (plan.Root.IsIncremental) return Begin(executor, report.Errors, extensions, cancellation);
        return new ExecutionResult(executor.Groups[0], report.Errors) { Extensions = extensions };
    }

    private ExecutionResult Begin(
        LevelExecutor executor, IReadOnlyList<GraphQLError> errors, Dictionary<string, object?>? extensions, CancellationToken cancellation)
    {
        var deliveries = new IncrementalExecution(executor, options);
        try
        {
            var pending = deliveries.Start(executor.Groups[0]);
            return new ExecutionResult(executor.Groups[0], errors)
            {
                Extensions = extensions,
                Pending = pending,
                Subsequent = pending.Count > 0 ? deliveries.RestAsync(cancellation) : null,
            };
        }
        catch (GraphQLException exception)
        {
            return ExecutionResult.Refused(exception.Errors);
        }
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

    private OperationPlan Plan(PreparedDocument document, OperationRequest request, bool incrementally)
    {
        if (!document.TryFindOperation(request.OperationName, out var operation, out var error)) throw new GraphQLException(error);
        if (operation.Operation == OperationType.Subscription)
            throw new GraphQLException(new GraphQLError("A subscription answers with a stream of responses.", ErrorCodes.Operation));
        var variables = new VariableCoercion(Schema);
        variables.Coerce(operation, request.Variables);
        if (variables.Errors.Count > 0) throw new GraphQLException(variables.Errors);
        return planner.Plan(document, operation, variables.Values, incrementally);
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
