using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation;

/// <summary>The arguments of one field or directive of the document, with their definitions. Section 5.4.</summary>
public sealed class ArgumentSet
{
    private readonly string? parent;
    private readonly string name;
    private readonly FieldDefinition? onField;
    private readonly DirectiveDefinition? onDirective;

    public ArgumentSet(FieldNode node, NamedType? parent, FieldDefinition? definition)
    {
        (Node, Arguments, onField) = (node, node.Arguments, definition);
        (this.parent, name) = (parent?.Name, node.Name.Value);
    }

    public ArgumentSet(DirectiveNode node, DirectiveDefinition? definition)
    {
        (Node, Arguments, onDirective) = (node, node.Arguments, definition);
        name = "@" + node.Name.Value;
    }

    /// <summary>The field or directive that has the arguments.</summary>
    public SyntaxNode Node { get; }

    public IReadOnlyList<ArgumentNode> Arguments { get; }

    /// <summary>Null when the field or directive itself is not defined.</summary>
    public IReadOnlyList<InputValueDefinition>? Definitions => onField?.Arguments ?? onDirective?.Arguments;

    /// <summary>Coordinate of the field or name of the directive: <c>Query.business</c>, <c>@include</c>.</summary>
    public string Owner => parent is null ? name : $"{parent}.{name}";

    /// <summary>Null when there is no such argument.</summary>
    public InputValueDefinition? Definition(string argument) =>
        onField is null ? onDirective?.Argument(argument) : onField.Argument(argument);
}
