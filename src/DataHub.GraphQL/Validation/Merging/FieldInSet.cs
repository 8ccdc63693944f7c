using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Merging;

/// <summary>A field of a selection set, fragments included, with the type its own text selects it on.</summary>
internal readonly record struct FieldInSet(FieldNode Node, NamedType Parent, FieldDefinition Definition)
{
    /// <summary>How a message names it: <c>Dog.barkVolume</c>.</summary>
    public string Coordinate => $"{Parent.Name}.{Definition.Name}";
}
