using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Execution;

/// <summary>How a host tells what an operation asks of its stores; the engine puts it into <c>extensions.plan</c>.</summary>
public abstract class PlanTelling
{
    /// <summary>Why the caller may not know; null when it may.</summary>
    public abstract GraphQLError? Refuse(IExecutionContext request);

    /// <summary>
    /// What would be asked for, without asking: a map or list as <see cref="GraphQLError.Extensions"/> has them. Throws
    /// <see cref="GraphQLException"/> when the arguments allow no plan.
    /// </summary>
    public abstract object Plan(OperationPlan plan, IExecutionContext request);

    /// <summary>What was asked for, and how much came.</summary>
    public abstract object Run(OperationPlan plan, IExecutionContext request);
}
