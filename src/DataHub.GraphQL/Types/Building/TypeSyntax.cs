using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Types.Building;

/// <summary>A type as written: its definition and what extensions add to it, in the order of the documents.</summary>
internal sealed class TypeSyntax
{
    /// <param name="definition">The definition.</param>
    /// <param name="extensions">Extensions of the same kind of type.</param>
    /// <param name="isBuiltIn">True for types that the specification brings.</param>
    public TypeSyntax(TypeDefinitionNode definition, IEnumerable<TypeDefinitionNode> extensions, bool isBuiltIn)
    {
        Definition = definition;
        Extensions = [.. extensions];
        IsBuiltIn = isBuiltIn;
        TypeDefinitionNode[] parts = [definition, .. Extensions];
        Directives = [.. parts.SelectMany(p => p.Directives)];
        Fields = [.. parts.SelectMany(FieldsOf)];
        Interfaces = [.. parts.SelectMany(InterfacesOf)];
        Members = [.. parts.OfType<UnionTypeDefinitionNode>().SelectMany(p => p.Types)];
        Values = [.. parts.OfType<EnumTypeDefinitionNode>().SelectMany(p => p.Values)];
        InputFields = [.. parts.OfType<InputObjectTypeDefinitionNode>().SelectMany(p => p.Fields)];
    }

    public TypeDefinitionNode Definition { get; }

    public IReadOnlyList<TypeDefinitionNode> Extensions { get; }

    public bool IsBuiltIn { get; }

    public string Name => Definition.Name.Value;

    public IReadOnlyList<DirectiveNode> Directives { get; }

    /// <summary>Of objects and interfaces; empty for others, as the lists below.</summary>
    public IReadOnlyList<FieldDefinitionNode> Fields { get; }

    public IReadOnlyList<NamedTypeNode> Interfaces { get; }

    public IReadOnlyList<NamedTypeNode> Members { get; }

    public IReadOnlyList<EnumValueDefinitionNode> Values { get; }

    public IReadOnlyList<InputValueDefinitionNode> InputFields { get; }

    public bool IsObject => Definition is ObjectTypeDefinitionNode;

    public bool IsInterface => Definition is InterfaceTypeDefinitionNode;

    public bool IsInputObject => Definition is InputObjectTypeDefinitionNode;

    /// <summary>Section 3.4.2 IsInputType.</summary>
    public bool IsInput => Definition is ScalarTypeDefinitionNode or EnumTypeDefinitionNode or InputObjectTypeDefinitionNode;

    /// <summary>Section 3.4.2 IsOutputType.</summary>
    public bool IsOutput => !IsInputObject;

    /// <summary>Section 3.10.1.</summary>
    public bool IsOneOf => Directives.Any(d => d.Name.Value == "oneOf");

    public FieldDefinitionNode? Field(string name) => Fields.FirstOrDefault(f => f.Name.Value == name);

    public bool Implements(string interfaceName) => Interfaces.Any(i => i.Name.Value == interfaceName);

    /// <summary>The kind of type in words, with its article: "an object type".</summary>
    public static string KindOf(TypeDefinitionNode definition) => definition switch
    {
        ScalarTypeDefinitionNode => "a scalar type",
        ObjectTypeDefinitionNode => "an object type",
        InterfaceTypeDefinitionNode => "an interface type",
        UnionTypeDefinitionNode => "a union type",
        EnumTypeDefinitionNode => "an enum type",
        _ => "an input object type",
    };

    private static IReadOnlyList<FieldDefinitionNode> FieldsOf(TypeDefinitionNode part) => part switch
    {
        ObjectTypeDefinitionNode type => type.Fields,
        InterfaceTypeDefinitionNode type => type.Fields,
        _ => [],
    };

    private static IReadOnlyList<NamedTypeNode> InterfacesOf(TypeDefinitionNode part) => part switch
    {
        ObjectTypeDefinitionNode type => type.Interfaces,
        InterfaceTypeDefinitionNode type => type.Interfaces,
        _ => [],
    };
}
