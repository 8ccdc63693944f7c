using DataHub.GraphQL.Cost;
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
    private static readonly GraphQLError NoCosts = new("This service keeps no costs that it could explain.", ErrorCodes.Operation);

    private readonly EngineOptions options;
    private readonly DocumentCache documents;
    private readonly OperationPlanner planner;
    private readonly CostGate? costs;

    public GraphQLEngine(Schema schema, EngineOptions options)
    {
        (Schema, this.options) = (schema, options);
        documents = new DocumentCache(options.MaxCachedDocuments, options.MaxCachedCharacters);
        planner = new OperationPlanner(schema, options);
        costs = options.Budget is { } budget ? new CostGate(new CostModel(schema), budget) : null;
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
        if (plan is null) return costs?.Charge(refusal!, document, context) ?? refusal!;
        return request.Explain == Explanation.Cost
            ? Explain(plan, context)
            : await ExecuteAsync(plan, new RootRows(), context, cancellation);
    }

    /// <summary>The one way that all operations take once they are planned.</summary>
    private async ValueTask<ExecutionResult> ExecuteAsync(
        OperationPlan plan, RowSet root, IExecutionContext context, CancellationToken cancellation)
    {
        if (options.Authorize?.Invoke(plan, context) is { Count: > 0 } refusals) return Forbidden(refusals, plan, context);
        CostTicket? ticket = null;
        if (costs is not null && costs.Admit(plan, context, out ticket) is { } unaffordable) return unaffordable;
        var executor = new LevelExecutor(options, context, cancellation);
        await executor.RunAsync(plan, root);
        NullPropagation.Run(executor.Groups);
        var report = new ErrorReport(options.MaxErrors);
        report.Add(executor.Groups);
        return new ExecutionResult(executor.Groups[0], report.Errors)
        {
            Extensions = Extensions(report, ticket?.Settle(executor.Groups)),
        };
    }

    private static Dictionary<string, object?>? Extensions(ErrorReport errors, CostReport? cost)
    {
        if (!errors.IsCut && cost is null) return null;
        var extensions = new Dictionary<string, object?>(2);
        if (errors.IsCut) extensions["errorsCut"] = true;
        if (cost is not null) extensions[CostReport.Extension] = cost;
        return extensions;
    }

    private ExecutionResult Forbidden(IReadOnlyList<GraphQLError> refusals, OperationPlan plan, IExecutionContext context)
    {
        var refusal = ExecutionResult.Refused(refusals);
        return costs?.Charge(refusal, plan, context) ?? refusal;
    }

    private ExecutionResult Explain(OperationPlan plan, IExecutionContext context)
    {
        if (options.Authorize?.Invoke(plan, context) is { Count: > 0 } refusals) return Forbidden(refusals, plan, context);
        return costs?.Explain(plan, context) ?? ExecutionResult.Refused(NoCosts);
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
    private (OperationPlan? Plan, ExecutionResult? Refusal) TryPlan(PreparedDocument document, OperationRequest request)
    {
        if (document.Errors.Count > 0) return (null, ExecutionResult.Refused(document.Errors));
        if (!document.TryFindOperation(request.OperationName, out var operation, out var error))
            return (null, ExecutionResult.Refused(error));
        if (operation.Operation == OperationType.Subscription) return (null, ExecutionResult.Refused(NeedsStream));
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
