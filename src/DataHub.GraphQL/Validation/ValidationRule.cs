using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation;

/// <summary>
/// One rule of section 5. It lives for one document: the shared traversal calls what the rule overrides, in the order of the text, then
/// once for each operation, then once for the document.
/// </summary>
/// <param name="context">The document, its schema and the errors found so far.</param>
/// <param name="specification">The rule's section, <c>5.2.3.1 Lone Anonymous Operation</c>.</param>
public abstract class ValidationRule(ValidationContext context, string specification)
{
    /// <summary>The rule's section of the specification, number and title.</summary>
    public string Specification { get; } = specification;

    protected ValidationContext Context { get; } = context;

    /// <summary>A definition of the type system, which is not traversed.</summary>
    public virtual void EnterTypeSystem(TypeSystemNode definition) { }

    /// <summary><paramref name="root"/> is null when the schema does not support such operations.</summary>
    public virtual void EnterOperation(OperationDefinitionNode operation, ObjectType? root) { }

    /// <summary><paramref name="type"/> is null when the type condition names no type of the schema.</summary>
    public virtual void EnterFragment(FragmentDefinitionNode fragment, NamedType? type) { }

    /// <summary><paramref name="type"/> is null when it names no type of the schema.</summary>
    public virtual void EnterVariable(VariableDefinitionNode variable, GraphQLType? type) { }

    /// <summary>Parent and definition are null where an enclosing error leaves them unknown.</summary>
    public virtual void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition) { }

    public virtual void EnterSpread(FragmentSpreadNode spread, NamedType? parent) { }

    /// <summary><paramref name="type"/>: its type condition, else the enclosing type; null when unknown.</summary>
    public virtual void EnterInlineFragment(InlineFragmentNode fragment, NamedType? parent, NamedType? type) { }

    /// <summary>All directives of one place, <paramref name="location"/> as in the grammar of DirectiveLocation; at least one.</summary>
    public virtual void EnterDirectives(IReadOnlyList<DirectiveNode> directives, string location) { }

    /// <summary><paramref name="definition"/> is null when the schema has no such directive.</summary>
    public virtual void EnterDirective(DirectiveNode directive, DirectiveDefinition? definition, string location) { }

    public virtual void EnterArguments(ArgumentSet set) { }

    /// <summary>A literal, never a variable. A single literal in the place of a list comes with the type of the item.</summary>
    public virtual void EnterValue(ValueNode value, InputPosition position) { }

    /// <summary>
    /// An object literal, behind <see cref="EnterValue"/>; <paramref name="type"/> is null when no input object is expected there.
    /// </summary>
    public virtual void EnterObject(ObjectValueNode value, InputObjectType? type, InputPosition position) { }

    /// <summary>An operation with itself and all fragments it spreads, also through others.</summary>
    public virtual void LeaveOperation(OperationDefinitionNode operation, IReadOnlyList<DefinitionScope> reachable) { }

    public virtual void LeaveDocument() { }

    /// <summary>Adds an error of this rule at the given nodes.</summary>
    protected void Report(string message, params IEnumerable<SyntaxNode> places)
    {
        if (Context.IsFull) return;
        Context.Report(new GraphQLError(message, ErrorCodes.Validation)
        {
            Locations = [.. places.Select(p => p.Location)],
            Specification = Specification,
        });
    }
}
