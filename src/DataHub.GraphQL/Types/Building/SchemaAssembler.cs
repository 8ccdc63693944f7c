using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Codecs;

namespace DataHub.GraphQL.Types.Building;

/// <summary>Makes the schema of a type system that is right: every name is defined, every kind is the right one.</summary>
internal sealed class SchemaAssembler(TypeSystemSyntax system)
{
    private readonly Dictionary<string, NamedType> types = new(StringComparer.Ordinal);

    public Schema Assemble()
    {
        foreach (var syntax in UsedTypes()) types[syntax.Name] = NewType(syntax);
        foreach (var name in types.Keys) Fill(types[name], system.Type(name)!);
        var definition = system.SchemaDefinition;
        return new Schema(types.Values, system.AllDirectives.Select(NewDirective))
        {
            Description = definition?.Description?.Value,
            Query = Root(OperationType.Query)!,
            Mutation = Root(OperationType.Mutation),
            Subscription = Root(OperationType.Subscription),
            AppliedDirectives = Applied(system.SchemaParts.SelectMany(s => s.Directives)),
        };
    }

    // "If a built-in scalar type is not referenced anywhere in a schema then it must not be included."
    // https://spec.graphql.org/September2025/#sec-Scalars.Built-in-Scalars
    private IEnumerable<TypeSyntax> UsedTypes()
    {
        var all = system.Types.Concat(system.BuiltInTypes).ToList();
        var referenced = all.SelectMany(t => t.Fields).SelectMany(f => f.Arguments.Select(a => a.Type).Append(f.Type))
            .Concat(all.SelectMany(t => t.InputFields).Select(f => f.Type))
            .Concat(system.AllDirectives.SelectMany(d => d.Arguments).Select(a => a.Type))
            .Select(t => TypeText.NameOf(t).Value).ToHashSet(StringComparer.Ordinal);
        return all.Where(t => !(t.IsBuiltIn && t.Definition is ScalarTypeDefinitionNode) || referenced.Contains(t.Name));
    }

    private static NamedType NewType(TypeSyntax syntax)
    {
        var (name, description, isBuiltIn) = (syntax.Name, syntax.Definition.Description?.Value, syntax.IsBuiltIn);
        return syntax.Definition switch
        {
            ScalarTypeDefinitionNode => new ScalarType(name) { Description = description, IsBuiltIn = isBuiltIn },
            ObjectTypeDefinitionNode => new ObjectType(name) { Description = description, IsBuiltIn = isBuiltIn },
            InterfaceTypeDefinitionNode => new InterfaceType(name) { Description = description, IsBuiltIn = isBuiltIn },
            UnionTypeDefinitionNode => new UnionType(name) { Description = description, IsBuiltIn = isBuiltIn },
            EnumTypeDefinitionNode => new EnumType(name) { Description = description, IsBuiltIn = isBuiltIn },
            _ => new InputObjectType(name) { Description = description, IsBuiltIn = isBuiltIn },
        };
    }

    private void Fill(NamedType type, TypeSyntax syntax)
    {
        type.Directives = Applied(syntax.Directives);
        switch (type)
        {
            case ScalarType scalar:
                var specifiedBy = scalar.Directives.FirstOrDefault(d => d.Name == "specifiedBy");
                scalar.SpecifiedBy = (specifiedBy?.Argument("url") as StringValueNode)?.Value;
                scalar.Codec = BuiltInCodecs.Find(scalar.Name) ?? ScalarCodec.Any;
                break;
            case FieldsType fields:
                fields.Interfaces = [.. syntax.Interfaces.Select(i => (InterfaceType)types[i.Name.Value])];
                fields.SetFields([.. syntax.Fields.Select(f => NewField(f, fields))]);
                break;
            case UnionType union:
                union.Types = [.. syntax.Members.Select(m => (ObjectType)types[m.Name.Value])];
                break;
            case EnumType values:
                values.SetValues([.. syntax.Values.Select(NewValue)]);
                break;
            case InputObjectType input:
                input.IsOneOf = syntax.IsOneOf;
                input.SetFields([.. syntax.InputFields.Select(NewInput)]);
                break;
        }
    }

    private FieldDefinition NewField(FieldDefinitionNode node, FieldsType parent) => new(node.Name.Value, parent)
    {
        Description = node.Description?.Value,
        Type = Reference(node.Type),
        Directives = Applied(node.Directives),
        DeprecationReason = Deprecation(node.Directives),
        Arguments = [.. node.Arguments.Select(NewInput)],
    };

    private InputValueDefinition NewInput(InputValueDefinitionNode node) => new(node.Name.Value)
    {
        Description = node.Description?.Value,
        Type = Reference(node.Type),
        DefaultValue = node.DefaultValue,
        Directives = Applied(node.Directives),
        DeprecationReason = Deprecation(node.Directives),
    };

    private static EnumValueDefinition NewValue(EnumValueDefinitionNode node) => new(node.Name.Value)
    {
        Description = node.Description?.Value,
        Directives = Applied(node.Directives),
        DeprecationReason = Deprecation(node.Directives),
    };

    private DirectiveDefinition NewDirective(DirectiveDefinitionNode node) => new(node.Name.Value)
    {
        Description = node.Description?.Value,
        Arguments = [.. node.Arguments.Select(NewInput)],
        IsRepeatable = node.IsRepeatable,
        Locations = [.. node.Locations.Select(l => l.Value)],
        IsBuiltIn = TypeSystemSyntax.IsBuiltIn(node),
    };

    private GraphQLType Reference(TypeNode node) => node switch
    {
        ListTypeNode list => new ListType(Reference(list.Type)),
        NonNullTypeNode nonNull => new NonNullType(Reference(nonNull.Type)),
        _ => types[((NamedTypeNode)node).Name.Value],
    };

    private ObjectType? Root(OperationType operation) =>
        system.OperationTypes.FirstOrDefault(o => o.Operation == operation) is { } root ? (ObjectType)types[root.Type.Name.Value] : null;

    private static IReadOnlyList<AppliedDirective> Applied(IEnumerable<DirectiveNode> directives) =>
        [.. directives.Select(d => new AppliedDirective(d.Name.Value, d.Arguments))];

    // https://spec.graphql.org/September2025/#sec--deprecated
    private static string? Deprecation(IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.FirstOrDefault(d => d.Name.Value == "deprecated") is not { } deprecated) return null;
        return deprecated.Arguments is [{ Value: StringValueNode given }] ? given.Value : BuiltInSdl.DefaultDeprecationReason;
    }
}
