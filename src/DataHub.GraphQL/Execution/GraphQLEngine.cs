using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Introspection;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;
using DataHub.GraphQL.Validation;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Answers requests over one schema: <see cref="Prepare"/> a document once, then execute it for any number of requests. Safe for use by many
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
        SchemaIntrospection.Bind(schema);
    }

    public Schema Schema { get; }

    /// <summary>Parses and validates, or takes the document from the cache. Faults of the document are in its <see cref="PreparedDocument.Errors"/>.</summary>
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
        if (!TryPlan(document, request, out var plan, out var errors)) return ExecutionResult.Refused(errors);
        if (options.Authorize?.Invoke(plan!, context) is { Count: > 0 } refusals) return ExecutionResult.Refused(refusals);
        var executor = new LevelExecutor(options, context, cancellation);
        await executor.RunAsync(plan!, new RootRows());
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

    private bool TryPlan(PreparedDocument document, OperationRequest request, out OperationPlan? plan, out IReadOnlyList<GraphQLError> errors)
    {
        (plan, errors) = (null, document.Errors);
        if (errors.Count > 0) return false;
        if (!document.TryFindOperation(request.OperationName, out var operation, out var error))
        {
            errors = [error];
            return false;
        }
        if (operation.Operation == OperationType.Subscription)
        {
            errors = [new GraphQLError("A subscription answers with a stream, not with one response.", ErrorCodes.Operation)];
            return false;
        }
        var variables = new VariableCoercion(Schema);
        variables.Coerce(operation, request.Variables);
        errors = variables.Errors;
        return errors.Count == 0 && TryPlan(document, operation, variables.Values, out plan, out errors);
    }

    private bool TryPlan(
        PreparedDocument document,
        OperationDefinitionNode operation,
        IReadOnlyDictionary<string, object?> variables,
        out OperationPlan? plan,
        out IReadOnlyList<GraphQLError> errors)
    {
        try
        {
            (plan, errors) = (planner.Plan(document, operation, variables), []);
            return true;
        }
        catch (GraphQLException exception)
        {
            (plan, errors) = (null, exception.Errors);
            return false;
        }
    }

    /// <summary>The one object that a root type is executed on (section 6.2.1, no initial value); its fields all have resolvers.</summary>
    private sealed class RootRows : RowSet
    {
        public override int Count => 1;

        public override ResolvedField Read(FieldSelection field) =>
            throw new InvalidOperationException($"{field.Definition.Coordinate} has no resolver.");
    }
}
