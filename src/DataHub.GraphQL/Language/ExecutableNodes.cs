namespace DataHub.GraphQL.Language;

// https://spec.graphql.org/September2025/#sec-Document — one record per production, named as in the grammar.

/// <summary>Section 2.3 Document.</summary>
public sealed record DocumentNode(IReadOnlyList<DefinitionNode> Definitions) : SyntaxNode
{
    /// <summary>Lexical tokens of the text; 0 for a document made in code.</summary>
    internal int TokenCount { get; init; }

    /// <summary>How many brackets of sets, values and types stand in one another at most; 0 for a document made in code.</summary>
    internal int Nesting { get; init; }
}

/// <summary>An operation, a fragment, or a type-system definition or extension.</summary>
public abstract record DefinitionNode : SyntaxNode;

/// <summary>Section 2.4.</summary>
public enum OperationType { Query, Mutation, Subscription }

/// <summary>Section 2.4 Operations. <paramref name="Name"/> is null for an anonymous operation.</summary>
public sealed record OperationDefinitionNode(
    OperationType Operation,
    NameNode? Name,
    IReadOnlyList<VariableDefinitionNode> Variables,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet) : DefinitionNode
{
    /// <summary>The description in front of the operation; null when it has none.</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>True for the query shorthand <c>{ field }</c>.</summary>
    public bool IsShorthand { get; init; }
}

/// <summary>Section 2.9 Fragments.</summary>
public sealed record FragmentDefinitionNode(
    NameNode Name,
    NamedTypeNode TypeCondition,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet) : DefinitionNode
{
    public StringValueNode? Description { get; init; }
}

/// <summary>Section 2.11 Variables.</summary>
public sealed record VariableDefinitionNode(
    VariableNode Variable, TypeNode Type, ValueNode? DefaultValue, IReadOnlyList<DirectiveNode> Directives) : SyntaxNode
{
    public StringValueNode? Description { get; init; }
}

/// <summary>Section 2.5 Selection Sets.</summary>
public sealed record SelectionSetNode(IReadOnlyList<SelectionNode> Selections) : SyntaxNode;

/// <summary>A field, a fragment spread or an inline fragment.</summary>
public abstract record SelectionNode(IReadOnlyList<DirectiveNode> Directives) : SyntaxNode;

/// <summary>Section 2.6 Fields.</summary>
public sealed record FieldNode(
    NameNode? Alias,
    NameNode Name,
    IReadOnlyList<ArgumentNode> Arguments,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode? SelectionSet) : SelectionNode(Directives)
{
    /// <summary>The key in the response: the alias, else the name (section 2.8).</summary>
    public string ResponseKey => (Alias ?? Name).Value;
}

/// <summary>Section 2.9: <c>...Name</c>.</summary>
public sealed record FragmentSpreadNode(NameNode Name, IReadOnlyList<DirectiveNode> Directives) : SelectionNode(Directives);

/// <summary>Section 2.9.2: <c>... on Type { }</c>; <paramref name="TypeCondition"/> null means the enclosing type.</summary>
public sealed record InlineFragmentNode(
    NamedTypeNode? TypeCondition, IReadOnlyList<DirectiveNode> Directives, SelectionSetNode SelectionSet) : SelectionNode(Directives);

/// <summary>Section 2.7 Arguments.</summary>
public sealed record ArgumentNode(NameNode Name, ValueNode Value) : SyntaxNode;

/// <summary>Section 2.13 Directives.</summary>
public sealed record DirectiveNode(NameNode Name, IReadOnlyList<ArgumentNode> Arguments) : SyntaxNode;

/// <summary>Section 2.1.8 Names.</summary>
public sealed record NameNode(string Value) : SyntaxNode;
