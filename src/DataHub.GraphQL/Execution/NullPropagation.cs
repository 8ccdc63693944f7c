using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Section 6.4.4 Handling Execution Errors: a null at a non-null position is an error, and moves up to the next position that may be
/// null. Runs
/// once over all groups from the leaves to the root, a whole column at a time.
/// </summary>
internal static class NullPropagation
{
    /// <summary>
    /// <paramref name="groups"/> with parents before their children; those before <paramref name="first"/> were run before.
    /// </summary>
    public static void Run(IReadOnlyList<ObjectGroup> groups, int first = 0)
    {
        for (var i = groups.Count - 1; i >= first; i--)
            foreach (var field in groups[i].Fields) Propagate(field);
    }

    private static void Propagate(FieldResult field)
    {
        var type = field.Selection.Definition.Type;
        if (field.Failure is not null)
        {
            if (type.IsNonNull) KillAll(field);
            return;
        }
        for (var depth = field.Layers.Count; depth > 0; depth--)
            if (TypeAt(type, depth).IsNonNull) CheckItems(field, depth);
        if (type.IsNonNull) CheckRows(field);
    }

    private static void KillAll(FieldResult field)
    {
        for (var row = 0; row < field.Group.Rows.Count; row++) field.Group.Kill(row, field.Index);
    }

    private static void CheckItems(FieldResult field, int depth)
    {
        var starts = field.Layers[depth - 1].Starts;
        for (var list = 0; list < starts.Length - 1; list++)
        {
            if (starts[list] == starts[list + 1] || field.IsNull(depth - 1, list)) continue;
            for (var item = starts[list]; item < starts[list + 1]; item++)
            {
                if (!field.IsNull(depth, item)) continue;
                ReportNull(field, depth, item);
                field.KillList(depth - 1, list, item);
                break;
            }
        }
    }

    private static void CheckRows(FieldResult field)
    {
        if (field.PlainLeaf is { MayHaveNulls: false }) return;
        for (var row = 0; row < field.Group.Rows.Count; row++)
        {
            if (field.Group.IsDead(row) || !field.IsNull(0, row)) continue;
            ReportNull(field, 0, row);
            field.Group.Kill(row, field.Index);
        }
    }

    private static void ReportNull(FieldResult field, int depth, int position)
    {
        if (field.HasError(depth, position)) return;
        var coordinate = field.Selection.Definition.Coordinate;
        var what = depth == 0 ? $"non-null field \"{coordinate}\"" : $"non-null item of field \"{coordinate}\"";
        field.AddFault(depth, position, new GraphQLError($"There is no value for {what}.", ErrorCodes.NonNull));
    }

    private static GraphQLType TypeAt(GraphQLType type, int depth)
    {
        for (; depth > 0; depth--) type = ((ListType)type.Nullable).Of;
        return type;
    }
}
