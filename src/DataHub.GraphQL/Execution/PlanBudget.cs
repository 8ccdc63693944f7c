using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Limits;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Bounds what planning one operation may cost. The document has been measured, but fields below an interface or union are planned for
/// each concrete type; both the planned fields and the selections looked at on the way are counted.
/// </summary>
internal sealed class PlanBudget(OperationLimits limits)
{
    private readonly int most = limits.Fields.StopAt(Ceilings.Fields);
    private int visits;

    public int Fields { get; private set; }

    public void PlanField(int depth)
    {
        if (++Fields > most) throw new GraphQLException(new LimitExcess(LimitKinds.Fields, most, Fields, IsAtLeast: true).ToError());
        if (depth > Ceilings.Depth)
            throw TooLarge($"The operation nests fields more than {Ceilings.Depth} deep once its fragments are spread.");
    }

    public void Visit()
    {
        if (++visits > Ceilings.Visits) throw TooLarge("The operation has too many selections once its fragments are spread.");
    }

    private static GraphQLException TooLarge(string message) => new(new GraphQLError(message, ErrorCodes.TooLarge));
}
