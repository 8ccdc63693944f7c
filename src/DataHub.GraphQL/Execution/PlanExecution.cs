using DataHub.GraphQL.Cost;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Limits;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// The one way that queries, mutations and the events of subscriptions take once they are planned: allowed, paid for, executed within their
/// time, completed.
/// </summary>
internal sealed class PlanExecution(Schema schema, EngineOptions options)
{
    private static readonly GraphQLError NoCosts = new("This service keeps no costs that it could explain.", ErrorCodes.Operation);

    private readonly CostGate? costs = options.Budget is { } budget ? new CostGate(new CostModel(schema), budget) : null;

    public async ValueTask<ExecutionResult> ExecuteAsync(
        PlannedRequest request, RowSet root, IExecutionContext context, CancellationToken cancellation)
    {
        var plan = request.Plan;
        if (options.Authorize?.Invoke(plan, context) is { Count: > 0 } refusals) return Forbidden(refusals, plan, context);
        CostTicket? ticket = null;
        if (costs is not null && costs.Admit(plan, context, out ticket) is { } unaffordable) return unaffordable;
        using var clock = new ExecutionClock(options.Limits, options.Time, cancellation);
        var executor = new LevelExecutor(options, context, clock.Token);
        try
        {
            await executor.RunAsync(plan, root);
        }
        catch (OperationCanceledException) when (clock.HasRunOut)
        {
            return ExecutionResult.Refused(clock.Excess.ToError());
        }
        if (options.Limits.ExecutionTime.Mode == LimitMode.Warn) request.Check.Allows(LimitKinds.ExecutionTime, clock.Elapsed);
        return Complete(request, executor.Groups, ticket);
    }

    /// <summary>A request that was refused before it had a plan was read all the same.</summary>
    public ExecutionResult Charge(ExecutionResult refusal, PreparedDocument document, IExecutionContext context) =>
        costs?.Charge(refusal, document, context) ?? refusal;

    /// <summary>What the operation can cost; it is not executed.</summary>
    public ExecutionResult Explain(OperationPlan plan, IExecutionContext context)
    {
        if (options.Authorize?.Invoke(plan, context) is { Count: > 0 } refusals) return Forbidden(refusals, plan, context);
        return costs?.Explain(plan, context) ?? ExecutionResult.Refused(NoCosts);
    }

    private ExecutionResult Complete(PlannedRequest request, IReadOnlyList<ObjectGroup> groups, CostTicket? ticket)
    {
        NullPropagation.Run(groups);
        var report = new ErrorReport(options.Limits.MaxErrors);
        report.Add(groups);
        return new ExecutionResult(groups[0], report.Errors)
        {
            Options = options,
            Warnings = Warn(request),
            Extensions = Extensions(report, ticket?.Settle(groups)),
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

    private LimitExcess[] Warn(PlannedRequest request)
    {
        if (request.Document.Warnings.Count + request.Check.Warnings.Count == 0) return [];
        var warnings = request.Document.Warnings.Concat(request.Check.Warnings).DistinctBy(w => w.Kind).ToArray();
        foreach (var warning in warnings) options.OnLimitWarning?.Invoke(warning);
        return warnings;
    }

    private ExecutionResult Forbidden(IReadOnlyList<GraphQLError> refusals, OperationPlan plan, IExecutionContext context)
    {
        var refusal = ExecutionResult.Refused(refusals);
        return costs?.Charge(refusal, plan, context) ?? refusal;
    }
}
