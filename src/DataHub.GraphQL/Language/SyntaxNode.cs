using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Language;

/// <summary>A node of a parsed document. Nodes are immutable and know where they stand in their source.</summary>
public abstract record SyntaxNode
{
    /// <summary>The text this node was read from; null for nodes made in code.</summary>
    public Source? Source { get; init; }

    /// <summary>Index of the node's first character in the source.</summary>
    public int Start { get; init; }

    /// <summary>Index behind the node's last character.</summary>
    public int End { get; init; }

    /// <summary>Line and column of the node's start; (1,1) for nodes made in code.</summary>
    public SourceLocation Location => Source?.LocationAt(Start) ?? new SourceLocation(1, 1);

    // Two nodes are equal only when they are the same node: rules and plans use nodes as keys, and a
    // comparison by content would recurse over documents of any depth.
    public virtual bool Equals(SyntaxNode? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
