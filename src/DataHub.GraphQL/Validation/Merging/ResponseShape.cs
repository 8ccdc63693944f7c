using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Merging;

/// <summary>SameResponseShape without its descent into the fields.
/// https://spec.graphql.org/September2025/#SameResponseShape()</summary>
internal static class ResponseShape
{
    /// <summary>
    /// True when both are wrapped alike and are the same leaf type, or neither is a leaf. An equivalence: a group is alike when all
    /// members are like the first.
    /// </summary>
    public static bool AreSame(GraphQLType a, GraphQLType b)
    {
        while (true)
        {
            if (a.IsNonNull != b.IsNonNull) return false;
            (a, b) = (a.Nullable, b.Nullable);
            if (a is ListType != b is ListType) return false;
            if (a is not ListType listA) return ReferenceEquals(a, b) || !(IsLeaf(a) || IsLeaf(b));
            (a, b) = (listA.Of, ((ListType)b).Of);
        }
    }

    private static bool IsLeaf(GraphQLType type) => type is ScalarType or EnumType;
}
