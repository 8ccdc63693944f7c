using System.Runtime.CompilerServices;
using DataHub.GraphQL.Cost;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
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
        var clock = new ExecutionClock(options.Limits.ExecutionTime, request.Time, options.Time, cancellation);
        try
        {
            var executor = new LevelExecutor(options, context, clock)
            {
                TakesChunks = request.MayStream && plan.Operation.Operation == OperationType.Query,
            };
            await executor.RunAsync(plan, root);
            if (executor.OpenLists is { } lists)
            {
                var rest = new StreamedExecution(options, context, clock) { Request = request, Lists = lists, Ticket = ticket };
                clock = null;
                return rest.Begin(executor.Groups);
            }
            if (clock.HasRunOut) options.OnOutOfTime?.Invoke();
            if (options.Limits.ExecutionTime.Mode == LimitMode.Warn) request.Check.Allows(LimitKinds.ExecutionTime, clock.Elapsed);
            var deliveries = plan.Root.IsIncremental ? new IncrementalExecution(executor, options) : null;
            var result = Complete(request, executor.Groups, (ticket, clock.HasRunOut, deliveries));
            if (deliveries is null || result.Pending.Count == 0) return result;
            result.Subsequent = RestAsync(deliveries, clock, (request.Document, context), CancellationToken.None);
            clock = null;
            return result;
        }
        catch (GraphQLException exception)
        {
            return ExecutionResult.Refused(exception.Errors);
        }
        finally
        {
            clock?.Dispose();
        }
    }

    /// <summary>
    /// Before the source stream of a subscription is made: whether its events would be allowed, and the price of the stream itself. Null
    /// when it may be made; else the refusal.
    /// </summary>
    public ExecutionResult? Open(OperationPlan plan, FieldSelection source, IExecutionContext context) =>
        options.Authorize?.Invoke(plan, context) is { Count: > 0 } refusals
            ? Forbidden(refusals, plan, context)
            : costs?.Open(plan, source, context);

    /// <summary>A request that was refused before it had a plan was read all the same.</summary>
    public ExecutionResult Charge(ExecutionResult refusal, PreparedDocument document, IExecutionContext context) =>
        costs?.Charge(refusal, document, context) ?? refusal;

    /// <summary>What the operation can cost; it is not executed.</summary>
    public ExecutionResult Explain(OperationPlan plan, IExecutionContext context)
    {
        if (options.Authorize?.Invoke(plan, context) is { Count: > 0 } refusals) return Forbidden(refusals, plan, context);
        return costs?.Explain(plan, context) ?? ExecutionResult.Refused(NoCosts);
    }

    /// <summary>What would be asked of the host's stores; the operation is not executed.</summary>
    public ExecutionResult Describe(OperationPlan plan, IExecutionContext context)
    {
        if (options.Authorize?.Invoke(plan, context) is { Count: > 0 } refusals) return Forbidden(refusals, plan, context);
        try
        {
            var result = ExecutionResult.NotRun(plan);
            result.Tell("plan", options.Plans!.Plan(plan, context));
            return costs?.Charge(result, plan, context) ?? result;
        }
        catch (GraphQLException exception)
        {
            return ExecutionResult.Refused(exception.Errors);
        }
    }

    /// <summary>
    /// What was put off counts as paid: of an answer in several payloads nothing is given back. Nor of one whose time was over: the work for
    /// what is missing was done as well.
    /// </summary>
    private ExecutionResult Complete(
        PlannedRequest request,
        IReadOnlyList<ObjectGroup> groups,
        (CostTicket? Ticket, bool IsOutOfTime, IncrementalExecution? Deliveries) later)
    {
        NullPropagation.Run(groups);
        var report = new ErrorReport(options.Limits.MaxErrors);
        report.Add(groups);
        var pending = later.Deliveries?.Start(groups[0]) ?? [];
        var cost = pending.Count > 0 || later.IsOutOfTime ? later.Ticket?.Keep() : later.Ticket?.Settle(groups);
        return new ExecutionResult(groups[0], report.Errors)
        {
            Options = options,
            Warnings = Warn(request, options),
            Extensions = Extensions(report.IsCut, cost),
            Pending = pending,
        };
    }

    /// <summary>The later payloads have what is left of the time of the whole.</summary>
    private static async IAsyncEnumerable<IncrementalPayload> RestAsync(
        IncrementalExecution deliveries,
        ExecutionClock clock,
        (PreparedDocument Document, IExecutionContext Context) asked,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using (clock)
        {
            await foreach (var payload in deliveries.RestAsync(cancellation))
            {
                var withheld = await asked.Context.ReleaseAsync(new Delivery(DeliveryKind.Part, asked.Document, HasData: true, []));
                if (withheld is not null) throw new GraphQLException(withheld);
                yield return payload;
            }
        }
    }

    /// <summary>Of a response, from whether there are more errors than are listed, and what it did cost.</summary>
    internal static Dictionary<string, object?>? Extensions(bool areErrorsCut, CostReport? cost)
    {
        if (!areErrorsCut && cost is null) return null;
        var extensions = new Dictionary<string, object?>(2);
        if (areErrorsCut) extensions["errorsCut"] = true;
        if (cost is not null) extensions[CostReport.Extension] = cost;
        return extensions;
    }

    /// <summary>Tells the host of the limits that only warn, and gives them for the response.</summary>
    internal static LimitExcess[] Warn(PlannedRequest request, EngineOptions options)
    {
        if (request.Document.Warnings.Count + request.Check.Warnings.Count == 0) return [];
        var warnings = request.Document.Warnings.Concat(request.Check.Warnings).DistinctBy(w => w.Kind).ToArray();
        foreach (var warning in warnings) options.OnLimitWarning?.Invoke(warning);
        return warnings;
    }

    private ExecutionResult Forbidden(IReadOnlyList<GraphQLError> refusals, OperationPlan plan, IExecutionContext context)
    {
        var refusal = ExecutionResult.Refused(
            refusals.Count <= options.Limits.MaxErrors ? refusals : [.. refusals.Take(options.Limits.MaxErrors)]);
        return costs?.Charge(refusal, plan, context) ?? refusal;
    }
}
