using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;

namespace DataHub.Planning;

/// <summary>Which levels of an operation may still ask the database.</summary>
internal static class LevelsAhead
{
    private const int Deepest = 63;

    /// <summary>
    /// One bit for each level below the root that has a field with a resolver of its own that was not folded into the root's level. All bits
    /// when the levels do not come one after the other: later payloads, mutations.
    /// </summary>
    public static ulong Of(OperationPlan plan, Folding folded) =>
        plan.AllowsDeferral || plan.Operation.Operation == OperationType.Mutation ? ulong.MaxValue : Of(plan.Root, 0, folded);

    private static ulong Of(SelectionPlan plan, int level, Folding folded)
    {
        var levels = 0UL;
        foreach (var field in plan.Fields)
        {
            if (level > 0 && field.Definition.Resolver is not null && !folded.Has(field)) levels |= 1UL << Math.Min(level, Deepest);
            foreach (var below in field.Selections.Values) levels |= Of(below, level + 1, folded);
        }
        return levels;
    }
}
