using System.Runtime.CompilerServices;

namespace DataHub.GraphQL.Types;

/// <summary>
/// The meta fields that every schema has without declaring them. https://spec.graphql.org/September2025/#sec-Type-Name-Introspection
/// and https://spec.graphql.org/September2025/#sec-Schema-Introspection
/// Each schema has one definition of each, always the same object; their parent is the query root, also for <c>__typename</c>.
/// </summary>
public static class MetaFields
{
    /// <summary><c>__typename: String!</c>, on every object, interface and union.</summary>
    public const string TypeName = "__typename";

    /// <summary><c>__schema: __Schema!</c>, on the query root only.</summary>
    public const string SchemaField = "__schema";

    /// <summary><c>__type(name: String!): __Type</c>, on the query root only.</summary>
    public const string TypeField = "__type";

    private static readonly ConditionalWeakTable<Schema, Definitions> BySchema = [];

    /// <summary>
    /// The meta field of that name as selected on <paramref name="parent"/>; null when the name is none, or not a meta field of that type.
    /// </summary>
    public static FieldDefinition? Find(Schema schema, NamedType parent, string name) => name switch
    {
        TypeName when parent is FieldsType or UnionType => Of(schema).TypeName,
        SchemaField when ReferenceEquals(parent, schema.Query) => Of(schema).Schema,
        TypeField when ReferenceEquals(parent, schema.Query) => Of(schema).Type,
        _ => null,
    };

    /// <summary>
    /// The field of that name as selected on <paramref name="parent"/>, declared or meta; null when the type has no such field.
    /// </summary>
    public static FieldDefinition? FindField(Schema schema, NamedType parent, string name) =>
        name.StartsWith("__", StringComparison.Ordinal) ? Find(schema, parent, name) : (parent as FieldsType)?.Field(name);

    private static Definitions Of(Schema schema) => BySchema.GetValue(schema, static s => new Definitions(s));

    private static NamedType Required(Schema schema, string name) =>
        schema.Type(name) ?? throw new InvalidOperationException($"The schema lacks the built-in type {name}.");

    private sealed class Definitions(Schema schema)
    {
        public FieldDefinition TypeName { get; } = new(MetaFields.TypeName, schema.Query)
        {
            Type = new NonNullType(Required(schema, "String")),
        };

        public FieldDefinition Schema { get; } = new(SchemaField, schema.Query)
        {
            Type = new NonNullType(Required(schema, "__Schema")),
        };

        public FieldDefinition Type { get; } = new(TypeField, schema.Query)
        {
            Type = Required(schema, "__Type"),
            Arguments = [new InputValueDefinition("name") { Type = new NonNullType(Required(schema, "String")) }],
        };
    }
}
