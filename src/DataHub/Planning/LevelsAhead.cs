using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

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
        for (var i = 0; i < plan.Fields.Count; i++)
        {
            var field = plan.Fields[i];
            if (level > 0 && field.Definition.Resolver is not null && !folded.Has(field)) levels |= 1UL << Math.Min(level, Deepest);
            if (field.Selections.Count == 0) continue;
            if (field.Definition.Type.Named is ObjectType) levels |= Of(field.Selection, level + 1, folded);
            else
                foreach (var below in field.Selections.Values) levels |= Of(below, level + 1, folded);
        }
        return levels;
    }
}
