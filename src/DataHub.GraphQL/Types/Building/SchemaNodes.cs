using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Types.Building;

/// <summary>A schema's parts as nodes of SDL, everything sorted by name.</summary>
internal sealed class SchemaNodes(bool appliedDirectives)
{
    // These are part of what the type system itself says, and can be seen through introspection.
    private static readonly HashSet<string> Meaningful = new(["deprecated", "specifiedBy", "oneOf"], StringComparer.Ordinal);

    public SchemaDefinitionNode Of(Schema schema)
    {
        OperationTypeDefinitionNode?[] roots =
        [
            Root(OperationType.Query, schema.Query),
            Root(OperationType.Mutation, schema.Mutation),
            Root(OperationType.Subscription, schema.Subscription),
        ];
        var given = roots.OfType<OperationTypeDefinitionNode>().ToArray();
        return new SchemaDefinitionNode(Description(schema.Description), Directives(schema.AppliedDirectives), given);
    }

    public DirectiveDefinitionNode Of(DirectiveDefinition directive)
    {
        var (description, name) = (Description(directive.Description), new NameNode(directive.Name));
        var locations = directive.Locations.Order(StringComparer.Ordinal).Select(l => new NameNode(l)).ToArray();
        return new DirectiveDefinitionNode(description, name, Inputs(directive.Arguments), directive.IsRepeatable, locations);
    }

    public TypeDefinitionNode Of(NamedType type)
    {
        var (description, name, directives) = (Description(type.Description), new NameNode(type.Name), Directives(type.Directives));
        return type switch
        {
            ObjectType t => new ObjectTypeDefinitionNode(description, name, Names(t.Interfaces), directives, Fields(t)),
            InterfaceType t => new InterfaceTypeDefinitionNode(description, name, Names(t.Interfaces), directives, Fields(t)),
            UnionType t => new UnionTypeDefinitionNode(description, name, directives, Names(t.Types)),
            EnumType t => new EnumTypeDefinitionNode(description, name, directives, Values(t)),
            InputObjectType t => new InputObjectTypeDefinitionNode(description, name, directives, Inputs(t.Fields)),
            _ => new ScalarTypeDefinitionNode(description, name, directives),
        };
    }

    private static OperationTypeDefinitionNode? Root(OperationType operation, ObjectType? type) =>
        type is null ? null : new OperationTypeDefinitionNode(operation, new NamedTypeNode(new NameNode(type.Name)));

    private FieldDefinitionNode[] Fields(FieldsType type) =>
    [
        .. type.Fields.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => new FieldDefinitionNode(
            Description(f.Description), new NameNode(f.Name), Inputs(f.Arguments), Reference(f.Type), Directives(f.Directives))),
    ];

    private InputValueDefinitionNode[] Inputs(IReadOnlyList<InputValueDefinition> inputs) =>
    [
        .. inputs.OrderBy(i => i.Name, StringComparer.Ordinal).Select(i => new InputValueDefinitionNode(
            Description(i.Description), new NameNode(i.Name), Reference(i.Type), i.DefaultValue, Directives(i.Directives))),
    ];

    private EnumValueDefinitionNode[] Values(EnumType type) =>
    [
        .. type.Values.OrderBy(v => v.Name, StringComparer.Ordinal)
            .Select(v => new EnumValueDefinitionNode(Description(v.Description), new NameNode(v.Name), Directives(v.Directives))),
    ];

    private static NamedTypeNode[] Names(IEnumerable<NamedType> types) =>
        [.. types.Select(t => t.Name).Order(StringComparer.Ordinal).Select(name => new NamedTypeNode(new NameNode(name)))];

    // The order of applied directives may carry meaning (section 3.13), so it stays.
    private DirectiveNode[] Directives(IReadOnlyList<AppliedDirective> directives) =>
        [.. directives.Where(d => appliedDirectives || Meaningful.Contains(d.Name))
            .Select(d => new DirectiveNode(new NameNode(d.Name), d.Name == "deprecated" ? Reason(d) : d.Arguments))];

    // The default reason need not be written, and whether it is cannot be told by introspection.
    private static IReadOnlyList<ArgumentNode> Reason(AppliedDirective deprecated)
    {
        if (deprecated.Argument("reason") is not StringValueNode { Value: var reason } || reason == BuiltInSdl.DefaultDeprecationReason)
            return [];
        return [new ArgumentNode(new NameNode("reason"), new StringValueNode(reason))];
    }

    private static TypeNode Reference(GraphQLType type) => type switch
    {
        ListType list => new ListTypeNode(Reference(list.Of)),
        NonNullType nonNull => new NonNullTypeNode(Reference(nonNull.Of)),
        _ => new NamedTypeNode(new NameNode(type.Named.Name)),
    };

    private static StringValueNode? Description(string? text) =>
        text is null ? null : new StringValueNode(text, IsBlock: text.Contains('\n', StringComparison.Ordinal));
}
