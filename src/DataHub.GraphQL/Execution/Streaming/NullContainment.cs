using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Whether a null could move up through a list and make null what is written before it is known (section 6.4.4). Items that may be null hold
/// it. Else no field below may fail at a position that is not null: fields read from rows do not, since the host checks its columns against the
/// schema when it starts, and a resolver does not where it says so.
/// </summary>
internal static class NullContainment
{
    public static bool Holds(FieldSelection list) => list.Definition.Type.Nullable is ListType { Of: var item } && !LetsThrough(item, list);

    /// <summary>True when a null below a position of that type could come out of it.</summary>
    private static bool LetsThrough(GraphQLType type, FieldSelection field)
    {
        if (!type.IsNonNull) return false;
        if (type.Nullable is ListType list) return LetsThrough(list.Of, field);
        foreach (var selection in field.SelectionsByType.Values)
            foreach (var below in selection.Fields)
                if (MayFail(below)) return true;
        return false;
    }

    private static bool MayFail(FieldSelection field)
    {
        var type = field.Definition.Type;
        if (!type.IsNonNull) return false;
        if (field.ArgumentError is not null || field.Definition.Resolver is { KeepsToType: false }) return true;
        return LetsThrough(type, field);
    }
}
