using System.Diagnostics.CodeAnalysis;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Limits;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>A request whose operation was found, its variables coerced, its fields planned.</summary>
/// <param name="Document">The document.</param>
/// <param name="Plan">The plan of its operation.</param>
/// <param name="Check">The limits that it came close to.</param>
internal sealed record PlannedRequest(PreparedDocument Document, OperationPlan Plan, LimitCheck Check)
{
    /// <inheritdoc cref="OperationRequest.Time"/>
    public TimeSpan? Time { get; init; }

    /// <inheritdoc cref="OperationRequest.MayStream"/>
    public bool MayStream { get; init; }
}

/// <summary>From a request to the plan of its operation (section 6.1 ExecuteRequest, up to the execution).</summary>
internal sealed class RequestPlanning(Schema schema, EngineOptions options)
{
    private readonly OperationPlanner planner = new(schema, options);

    /// <summary>False, with a request error result, when there is nothing to execute.</summary>
    public bool TryPlan(
        PreparedDocument document,
        OperationRequest request,
        bool allowsDeferral,
        [NotNullWhen(true)] out PlannedRequest? planned,
        [NotNullWhen(false)] out ExecutionResult? refusal)
    {
        (planned, refusal) = (null, null);
        if (document.Schema != schema) throw new ArgumentException("The document was prepared for another schema.", nameof(document));
        try
        {
            if (document.Errors.Count > 0) throw new GraphQLException(document.Errors);
            var check = new LimitCheck(options.Limits);
            var plan = Plan(document, request, allowsDeferral, check);
            planned = new PlannedRequest(document, plan, check) { Time = request.Time, MayStream = request.MayStream };
            return true;
        }
        catch (GraphQLException exception)
        {
            refusal = ExecutionResult.Refused(exception.Errors);
            return false;
        }
    }

    private OperationPlan Plan(PreparedDocument document, OperationRequest request, bool allowsDeferral, LimitCheck check)
    {
        VariablesMeter.Check(request.Variables, check);
        check.ThrowIfRefused();
        if (!document.TryFindOperation(request.OperationName, out var operation, out var error)) throw new GraphQLException(error);
        var variables = document.VariablesOf(operation, schema).Coerce(request.Variables, options.Limits.MaxErrors);
        var plan = planner.Plan(document, operation, variables, allowsDeferral);
        check.Allows(LimitKinds.Fields, plan.FieldCount);
        return plan;
    }
}
