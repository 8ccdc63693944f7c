using DataHub.GraphQL.Execution;

namespace DataHub.GraphQL.Cost;

/// <summary>
/// Stands between the plan of an operation and its first resolver, whatever the transport: takes what the operation can cost from the
/// caller's budget, of which the ticket gives back what was not used. A stream of responses passes once for each event.
/// </summary>
internal sealed class CostGate(CostModel model, CostBudget budget)
{
    // What is refused before it has a cost was read all the same. A unit is about the work of one row.
    private const double RefusalCharge = 10;
    private const double CharactersPerUnit = 50;
    private const double FieldsPerUnit = 10;
    private const double ExplanationCharge = 1;

    /// <summary>Null, and a ticket, when the operation may run; else the answer.</summary>
    public ExecutionResult? Admit(OperationPlan plan, IExecutionContext request, out CostTicket? ticket)
    {
        ticket = null;
        if (SlicingCheck.Check(model, plan) is { Count: > 0 } errors) return Charge(ExecutionResult.Refused(errors), plan, request);
        var requested = new RequestedCost(model, plan.Variables).Of(plan).Sum;
        // A plan was made for nothing; without a charge, a client that has a little left could have plans made without end.
        if (!budget.TryTake(requested, request, out _))
            return Unaffordable(requested, budget.Return(-plan.FieldCount / FieldsPerUnit, request));
        ticket = new CostTicket(model, budget, plan, request) { Requested = requested };
        return null;
    }

    /// <summary>
    /// Null when the source stream of a subscription may be made, which costs what running its field once costs; else the answer. Its
    /// events pass <see cref="Admit"/>, each for itself.
    /// </summary>
    public ExecutionResult? Open(OperationPlan plan, FieldSelection source, IExecutionContext request)
    {
        if (SlicingCheck.Check(model, plan) is { Count: > 0 } errors) return Charge(ExecutionResult.Refused(errors), plan, request);
        var cost = model.RunCost(source, model.Of(source.Definition), plan.Variables);
        return budget.TryTake(cost, request, out _) ? null : Unaffordable(cost, budget.Return(-plan.FieldCount / FieldsPerUnit, request));
    }

    /// <summary>The refusal of a document that could not be planned, charged by the document's length.</summary>
    public ExecutionResult Charge(ExecutionResult refusal, PreparedDocument document, IExecutionContext request) =>
        Charge(refusal, RefusalCharge + (document.Text.Length / CharactersPerUnit), request);

    /// <summary>The refusal of a plan, charged by its size.</summary>
    public ExecutionResult Charge(ExecutionResult refusal, OperationPlan plan, IExecutionContext request) =>
        Charge(refusal, RefusalCharge + (plan.FieldCount / FieldsPerUnit), request);

    /// <summary>What the operation can cost, without running it.</summary>
    public ExecutionResult Explain(OperationPlan plan, IExecutionContext request)
    {
        if (SlicingCheck.Check(model, plan) is { Count: > 0 } errors) return Charge(ExecutionResult.Refused(errors), plan, request);
        if (!budget.TryTake(ExplanationCharge, request, out var balance)) return Unaffordable(ExplanationCharge, balance);
        var requested = new RequestedCost(model, plan.Variables);
        var totals = requested.Of(plan);
        var fields = new CostContributors(model, requested).Of(plan, plan.Variables);
        var explanation = new CostExplanation(totals, fields);
        return With(ExecutionResult.NotRun(plan), new CostReport(totals.Sum, balance) { Explanation = explanation });
    }

    // The work is done, so the charge may leave a debt; whoever has nothing left hears that instead of what is wrong with the document.
    private ExecutionResult Charge(ExecutionResult refusal, double charge, IExecutionContext request)
    {
        if (!budget.TryTake(1, request, out var balance)) return Unaffordable(1, balance);
        return With(refusal, new CostReport(charge, budget.Return(1 - charge, request)) { Actual = charge });
    }

    private static ExecutionResult Unaffordable(double requested, CostBalance balance) =>
        With(ExecutionResult.Refused(CostErrors.Refusal(requested, balance)), new CostReport(requested, balance));

    private static ExecutionResult With(ExecutionResult result, CostReport report)
    {
        result.Cost = report;
        return result;
    }
}
