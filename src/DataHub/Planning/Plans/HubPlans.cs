using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>Tells plans to those who may know: stewards, and everybody where the hub is tried out.</summary>
internal sealed class HubPlans(bool tellsAll) : PlanTelling
{
    private const string Scope = "STEWARD_ALL";

    private static readonly GraphQLError Closed =
        new($"Only callers with the scope {Scope} may see how an operation is answered.", "FORBIDDEN");

    public override GraphQLError? Refuse(IExecutionContext request) =>
        tellsAll || ((HubRequest)request).Caller.Scopes.Contains(Scope) ? null : Closed;

    public override object Plan(OperationPlan plan, IExecutionContext request) => Told(HubPlan.Of(plan, (HubRequest)request));

    public override object Run(OperationPlan plan, IExecutionContext request) => Told(HubPlan.OfRun(plan, (HubRequest)request));

    private static Dictionary<string, object?> Told(IReadOnlyList<PlannedFetch> fetches) => new()
    {
        ["roundTrips"] = fetches.Select(f => f.RoundTrip).Distinct().Count(),
        ["statements"] = fetches.Select(f => (object?)f.ToExtension()).ToList(),
    };
}
