namespace DataHub.GraphQL.Language;

// https://spec.graphql.org/September2025/#sec-Type-System — definitions and extensions share a record;
// IsExtension tells them apart, since an extension is the same list of parts without a description.

/// <summary>A definition of the type system: schema, type or directive.</summary>
public abstract record TypeSystemNode(StringValueNode? Description, IReadOnlyList<DirectiveNode> Directives) : DefinitionNode
{
    /// <summary>True for <c>extend …</c>.</summary>
    public bool IsExtension { get; init; }
}

/// <summary>Section 3.3 Schema.</summary>
public sealed record SchemaDefinitionNode(
    StringValueNode? Description, IReadOnlyList<DirectiveNode> Directives, IReadOnlyList<OperationTypeDefinitionNode> OperationTypes)
    : TypeSystemNode(Description, Directives);

/// <summary>One root operation type of a schema definition.</summary>
public sealed record OperationTypeDefinitionNode(OperationType Operation, NamedTypeNode Type) : SyntaxNode;

/// <summary>Section 3.4 Types.</summary>
public abstract record TypeDefinitionNode(StringValueNode? Description, NameNode Name, IReadOnlyList<DirectiveNode> Directives)
    : TypeSystemNode(Description, Directives);

/// <summary>Section 3.5 Scalars.</summary>
public sealed record ScalarTypeDefinitionNode(StringValueNode? Description, NameNode Name, IReadOnlyList<DirectiveNode> Directives)
    : TypeDefinitionNode(Description, Name, Directives);

/// <summary>Section 3.6 Objects.</summary>
public sealed record ObjectTypeDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<NamedTypeNode> Interfaces,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<FieldDefinitionNode> Fields) : TypeDefinitionNode(Description, Name, Directives);

/// <summary>Section 3.7 Interfaces.</summary>
public sealed record InterfaceTypeDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<NamedTypeNode> Interfaces,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<FieldDefinitionNode> Fields) : TypeDefinitionNode(Description, Name, Directives);

/// <summary>Section 3.8 Unions.</summary>
public sealed record UnionTypeDefinitionNode(
    StringValueNode? Description, NameNode Name, IReadOnlyList<DirectiveNode> Directives, IReadOnlyList<NamedTypeNode> Types)
    : TypeDefinitionNode(Description, Name, Directives);

/// <summary>Section 3.9 Enums.</summary>
public sealed record EnumTypeDefinitionNode(
    StringValueNode? Description, NameNode Name, IReadOnlyList<DirectiveNode> Directives, IReadOnlyList<EnumValueDefinitionNode> Values)
    : TypeDefinitionNode(Description, Name, Directives);

/// <summary>Section 3.10 Input Objects.</summary>
public sealed record InputObjectTypeDefinitionNode(
    StringValueNode? Description, NameNode Name, IReadOnlyList<DirectiveNode> Directives, IReadOnlyList<InputValueDefinitionNode> Fields)
    : TypeDefinitionNode(Description, Name, Directives);

/// <summary>Section 3.6 FieldDefinition.</summary>
public sealed record FieldDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<InputValueDefinitionNode> Arguments,
    TypeNode Type,
    IReadOnlyList<DirectiveNode> Directives) : SyntaxNode;

/// <summary>Section 3.6.1 InputValueDefinition: an argument or a field of an input object.</summary>
public sealed record InputValueDefinitionNode(
    StringValueNode? Description, NameNode Name, TypeNode Type, ValueNode? DefaultValue, IReadOnlyList<DirectiveNode> Directives)
    : SyntaxNode;

/// <summary>Section 3.9 EnumValueDefinition.</summary>
public sealed record EnumValueDefinitionNode(StringValueNode? Description, NameNode Name, IReadOnlyList<DirectiveNode> Directives)
    : SyntaxNode;

/// <summary>Section 3.13 Directives. <paramref name="Locations"/> as written, in order.</summary>
public sealed record DirectiveDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<InputValueDefinitionNode> Arguments,
    bool IsRepeatable,
    IReadOnlyList<NameNode> Locations) : TypeSystemNode(Description, []);
