using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Bounds what planning one operation may cost. A short document whose fragments spread one another describes a tree of
/// exponential size; both the planned fields and the selections looked at on the way are counted.
/// </summary>
internal sealed class PlanBudget(EngineOptions options)
{
    private const int VisitsPerField = 4;
    private int visits;

    public int Fields { get; private set; }

    public void PlanField(int depth)
    {
        if (++Fields > options.MaxPlannedFields)
            throw TooLarge($"The operation asks for more than {options.MaxPlannedFields} fields once its fragments are spread.");
        if (depth > options.MaxPlannedDepth)
            throw TooLarge($"The operation nests fields more than {options.MaxPlannedDepth} deep once its fragments are spread.");
    }

    public void Visit()
    {
        if (++visits > (long)options.MaxPlannedFields * VisitsPerField)
            throw TooLarge("The operation has too many selections once its fragments are spread.");
    }

    private static GraphQLException TooLarge(string message) => new(new GraphQLError(message, ErrorCodes.TooLarge));
}
