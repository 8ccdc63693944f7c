using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Execution;

/// <summary>What a host sets of the engine.</summary>
public sealed record EngineOptions
{
    /// <summary>
    /// Called with the whole plan before any resolver runs; any error it gives refuses the request as a whole (no <c>data</c>). Null:
    /// all is allowed.
    /// </summary>
    public Func<OperationPlan, IExecutionContext, IReadOnlyList<GraphQLError>>? Authorize { get; init; }

    /// <summary>
    /// Receives what went wrong inside a resolver, with the field where one is known; the answer says only that something did.
    /// </summary>
    public Action<Exception, FieldSelection?>? OnInternalError { get; init; }

    /// <summary>Limits of the parser for requests.</summary>
    public ParserOptions Parser { get; init; } = ParserOptions.Default;

    /// <summary>How many fields an operation may have after fragments are spread, per concrete type; more are a request error.</summary>
    public int MaxPlannedFields { get; init; } = 5_000;

    /// <summary>How deep fields may stand in one another after fragments are spread.</summary>
    public int MaxPlannedDepth { get; init; } = 100;

    /// <summary>How long the answer to one event of a subscription may take; a longer one ends the subscription with an error.</summary>
    public TimeSpan EventTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many errors one answer lists at most.</summary>
    public int MaxErrors { get; init; } = 50;

    /// <summary>How many parsed and validated documents are kept.</summary>
    public int MaxCachedDocuments { get; init; } = 500;

    /// <summary>How many characters the kept documents may have together; a longer document is not kept.</summary>
    public int MaxCachedCharacters { get; init; } = 1_000_000;
}
