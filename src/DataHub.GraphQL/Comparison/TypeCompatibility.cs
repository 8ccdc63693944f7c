using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Comparison;

/// <summary>
/// Whether a client that knows one type can live with another in its place. Named types are the same when their names are.
/// </summary>
internal static class TypeCompatibility
{
    /// <summary>An answer may promise more than before: <c>String</c> becomes <c>String!</c>.</summary>
    public static bool IsSafeOutput(GraphQLType before, GraphQLType after) => (before, after) switch
    {
        (NonNullType old, NonNullType now) => IsSafeOutput(old.Of, now.Of),
        (NonNullType, _) => false,
        (_, NonNullType now) => IsSafeOutput(before, now.Of),
        (ListType old, ListType now) => IsSafeOutput(old.Of, now.Of),
        (NamedType old, NamedType now) => old.Name == now.Name,
        _ => false,
    };

    /// <summary>An input may ask for less than before: <c>String!</c> becomes <c>String</c>.</summary>
    public static bool IsSafeInput(GraphQLType before, GraphQLType after) => IsSafeOutput(after, before);
}
