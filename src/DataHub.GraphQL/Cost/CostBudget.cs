using DataHub.GraphQL.Execution;

namespace DataHub.GraphQL.Cost;

/// <summary>What the callers of a host may still spend. Called by many threads at once.</summary>
public abstract class CostBudget
{
    /// <summary>
    /// Takes <paramref name="cost"/> from what the caller of the request has left; false, with nothing taken, when that is less.
    /// </summary>
    /// <param name="cost">Not negative.</param>
    /// <param name="request">The host's own context: it knows the caller.</param>
    /// <param name="balance">What is left after it.</param>
    public abstract bool TryTake(double cost, IExecutionContext request, out CostBalance balance);

    /// <summary>
    /// Gives back what was taken and not used; takes more when <paramref name="cost"/> is negative, even if that leaves a debt. Says what
    /// is left after it.
    /// </summary>
    public abstract CostBalance Return(double cost, IExecutionContext request);
}
