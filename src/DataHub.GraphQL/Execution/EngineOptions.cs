using DataHub.GraphQL.Cost;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Limits;

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
    /// What callers may spend: asked after <see cref="Authorize"/> and before any resolver runs, and told when the answer is ready. Null:
    /// costs are neither computed nor told.
    /// </summary>
    public CostBudget? Budget { get; init; }

    /// <summary>Tells what operations ask of the host's stores; null: nothing is told.</summary>
    public PlanTelling? Plans { get; init; }

    /// <summary>
    /// Receives what went wrong inside a resolver, with the field where one is known; the answer says only that something did.
    /// </summary>
    public Action<Exception, FieldSelection?>? OnInternalError { get; init; }

    /// <summary>What one request may cost.</summary>
    public OperationLimits Limits { get; init; } = new();

    /// <summary>Receives what a limit in <see cref="LimitMode.Warn"/> let through; for the log. It holds numbers only.</summary>
    public Action<LimitExcess>? OnLimitWarning { get; init; }

    /// <summary>The clock of <see cref="OperationLimits.ExecutionTime"/>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Told of each execution whose time was over before it was done; for a metric.</summary>
    public Action? OnOutOfTime { get; init; }

    /// <summary>Where documents are kept, when several engines share the room; null: the engine has its own.</summary>
    public DocumentCache? Documents { get; init; }

    /// <summary>How many parsed and validated documents are kept.</summary>
    public int MaxCachedDocuments { get; init; } = 500;

    /// <summary>How many characters the kept documents may have together; a longer document is not kept.</summary>
    public int MaxCachedCharacters { get; init; } = 1_000_000;

    /// <summary>
    /// Whether the schema has <c>@defer</c> and <c>@stream</c>, in the form of the proposal to the specification of 2025; off until it is
    /// part of the standard.
    /// </summary>
    public bool IncrementalDelivery { get; init; }

    /// <summary>
    /// How many <c>@defer</c>s and <c>@stream</c>s an operation may have once its fragments are spread; more are a request error.
    /// </summary>
    public int MaxDeferrals { get; init; } = 20;

    /// <summary>
    /// How many places of an answer may be delivered later; more refuse the request, or end its later payloads with an error.
    /// </summary>
    public int MaxDeliveries { get; init; } = 1_000;
}
