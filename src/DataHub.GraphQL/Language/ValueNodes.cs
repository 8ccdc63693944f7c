namespace DataHub.GraphQL.Language;

// https://spec.graphql.org/September2025/#sec-Input-Values

/// <summary>Section 2.10 Input Values.</summary>
public abstract record ValueNode : SyntaxNode;

/// <summary>A variable's use; <paramref name="Name"/> without the dollar sign.</summary>
public sealed record VariableNode(NameNode Name) : ValueNode;

/// <summary>Section 2.10.1; <paramref name="Value"/> as written, of any length.</summary>
public sealed record IntValueNode(string Value) : ValueNode;

/// <summary>Section 2.10.2; <paramref name="Value"/> as written.</summary>
public sealed record FloatValueNode(string Value) : ValueNode;

/// <summary>Section 2.10.4; <paramref name="Value"/> after escapes and block indentation are resolved.</summary>
public sealed record StringValueNode(string Value, bool IsBlock = false) : ValueNode;

/// <summary>Section 2.10.3.</summary>
public sealed record BooleanValueNode(bool Value) : ValueNode;

/// <summary>Section 2.10.5.</summary>
public sealed record NullValueNode : ValueNode;

/// <summary>Section 2.10.6.</summary>
public sealed record EnumValueNode(string Value) : ValueNode;

/// <summary>Section 2.10.7.</summary>
public sealed record ListValueNode(IReadOnlyList<ValueNode> Values) : ValueNode;

/// <summary>Section 2.10.8.</summary>
public sealed record ObjectValueNode(IReadOnlyList<ObjectFieldNode> Fields) : ValueNode;

/// <summary>One field of an input object literal.</summary>
public sealed record ObjectFieldNode(NameNode Name, ValueNode Value) : SyntaxNode;

/// <summary>Section 2.12 Type References.</summary>
public abstract record TypeNode : SyntaxNode;

/// <summary>A type by its name.</summary>
public sealed record NamedTypeNode(NameNode Name) : TypeNode;

/// <summary><c>[Type]</c>.</summary>
public sealed record ListTypeNode(TypeNode Type) : TypeNode;

/// <summary><c>Type!</c>; <paramref name="Type"/> is never itself non-null.</summary>
public sealed record NonNullTypeNode(TypeNode Type) : TypeNode;
