using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation;

/// <summary>The types that have a selection set: objects, interfaces and unions.</summary>
internal static class CompositeTypes
{
    /// <summary>The type itself; null when it has no selection set.</summary>
    public static NamedType? AsComposite(this NamedType? type) => type is FieldsType or UnionType ? type : null;

    /// <summary>The type of that name; null when there is none, or it has no selection set.</summary>
    public static NamedType? Composite(this Schema schema, string name) => schema.Type(name).AsComposite();
}
