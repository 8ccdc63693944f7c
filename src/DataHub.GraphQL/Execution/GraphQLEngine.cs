using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Introspection;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Limits;
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
    // The measured size of a document bounds what validation looks at again; this is for what the measure does not see.
    private const int MaxRevisits = 100_000;

    private readonly EngineOptions options;
    private readonly DocumentCache documents;
    private readonly OperationPlanner planner;
    private readonly ParserOptions parsing;
    private readonly ValidationOptions validation;

    public GraphQLEngine(Schema schema, EngineOptions options)
    {
        (Schema, this.options) = (schema, options);
        documents = new DocumentCache(options.MaxCachedDocuments, options.MaxCachedCharacters);
        planner = new OperationPlanner(schema, options.Limits);
        parsing = new ParserOptions
        {
            MaxTokens = options.Limits.Tokens.StopAt(int.MaxValue),
            MaxDepth = options.Limits.Nesting.StopAt(Ceilings.Nesting),
        };
        validation = new ValidationOptions { MaxErrors = options.Limits.MaxErrors, MaxRevisits = MaxRevisits };
        SchemaIntrospection.Bind(schema);
    }

    public Schema Schema { get; }

    /// <summary>
    /// Parses and validates, or takes the document from the cache. Faults of the document are in its <see
    /// cref="PreparedDocument.Errors"/>.
    /// </summary>
    public PreparedDocument Prepare(string text)
    {
        var check = new LimitCheck(options.Limits);
        DocumentMeter.CheckText(text, check);
        if (check.Errors.Count > 0) return new PreparedDocument(text, null, check.Errors);
        if (documents.Find(text) is { } known) return known;
        var prepared = Read(text, check);
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
        if (document.Errors.Count > 0) return ExecutionResult.Refused(document.Errors);
        OperationPlan plan;
        var check = new LimitCheck(options.Limits);
        try
        {
            plan = Plan(document, request, check);
        }
        catch (GraphQLException exception)
        {
            return ExecutionResult.Refused(exception.Errors);
        }
        if (options.Authorize?.Invoke(plan, context) is { Count: > 0 } refusals) return ExecutionResult.Refused(refusals);
        using var clock = new ExecutionClock(options.Limits, options.Time, cancellation);
        var executor = new LevelExecutor(options, context, clock.Token);
        try
        {
            await executor.RunAsync(plan, new RootRows());
        }
        catch (OperationCanceledException) when (clock.HasRunOut)
        {
            return ExecutionResult.Refused(clock.Excess.ToError());
        }
        if (options.Limits.ExecutionTime.Mode == LimitMode.Warn) check.Allows(LimitKinds.ExecutionTime, clock.Elapsed);
        NullPropagation.Run(executor.Groups);
        var report = new ErrorReport(options.Limits.MaxErrors);
        report.Add(executor.Groups);
        return new ExecutionResult(executor.Groups[0], report.Errors)
        {
            Options = options,
            Warnings = Warn(document, check),
            Extensions = report.IsCut ? new Dictionary<string, object?> { ["errorsCut"] = true } : null,
        };
    }

    private LimitExcess[] Warn(PreparedDocument document, LimitCheck check)
    {
        if (document.Warnings.Count + check.Warnings.Count == 0) return [];
        var warnings = document.Warnings.Concat(check.Warnings).DistinctBy(w => w.Kind).ToArray();
        foreach (var warning in warnings) options.OnLimitWarning?.Invoke(warning);
        return warnings;
    }

    private PreparedDocument Read(string text, LimitCheck check)
    {
        try
        {
            var document = Parser.Parse(new Source(text), parsing);
            DocumentMeter.Check(document, check);
            check.ThrowIfRefused();
            var errors = DocumentValidator.Validate(Schema, document, validation);
            return new PreparedDocument(text, document, errors) { Warnings = check.Warnings };
        }
        catch (GraphQLException exception)
        {
            return new PreparedDocument(text, null, exception.Errors);
        }
    }

    private OperationPlan Plan(PreparedDocument document, OperationRequest request, LimitCheck check)
    {
        VariablesMeter.Check(request.Variables, check);
        check.ThrowIfRefused();
        if (!document.TryFindOperation(request.OperationName, out var operation, out var error)) throw new GraphQLException(error);
        if (operation.Operation == OperationType.Subscription)
            throw new GraphQLException(new GraphQLError("A subscription answers with a stream of responses.", ErrorCodes.Operation));
        var variables = new VariableCoercion(Schema);
        variables.Coerce(operation, request.Variables);
        if (variables.Errors.Count > 0) throw new GraphQLException([.. variables.Errors.Take(options.Limits.MaxErrors)]);
        var plan = planner.Plan(document, operation, variables.Values);
        check.Allows(LimitKinds.Fields, plan.FieldCount);
        return plan;
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
