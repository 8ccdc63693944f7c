using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Types.Building;

/// <summary>
/// A type system as written in one or several documents, names looked up but nothing checked: of several definitions with one name
/// the first counts, an extension of nothing is left aside. What the checks in <c>Validation</c> read and what a schema is made of.
/// </summary>
internal sealed class TypeSystemSyntax
{
    private readonly Dictionary<string, TypeSyntax> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveDefinitionNode> directives = new(StringComparer.Ordinal);

    public TypeSystemSyntax(IEnumerable<DocumentNode> documents)
    {
        Definitions = [.. documents.SelectMany(d => d.Definitions)];
        AddTypes(BuiltInSdl.Document.Definitions, isBuiltIn: true);
        AddTypes(Definitions, isBuiltIn: false);
        foreach (var directive in BuiltInSdl.Document.Definitions.Concat(Definitions).OfType<DirectiveDefinitionNode>())
            directives.TryAdd(directive.Name.Value, directive);
        SchemaParts = [.. Definitions.OfType<SchemaDefinitionNode>().OrderBy(s => s.IsExtension)];
        OperationTypes = [.. DefaultOperationTypes(), .. SchemaParts.SelectMany(s => s.OperationTypes)];
    }

    /// <summary>Everything that the documents hold, without what the specification brings.</summary>
    public IReadOnlyList<DefinitionNode> Definitions { get; }

    /// <summary>Schema definitions (one, if the documents are right), then schema extensions.</summary>
    public IReadOnlyList<SchemaDefinitionNode> SchemaParts { get; }

    /// <summary>The schema definition, null when the documents leave it out.</summary>
    public SchemaDefinitionNode? SchemaDefinition => SchemaParts.FirstOrDefault(s => !s.IsExtension);

    /// <summary>Root operation types as written, or by their default names when the documents have no schema definition.</summary>
    public IReadOnlyList<OperationTypeDefinitionNode> OperationTypes { get; }

    /// <summary>Types of the documents, in their order.</summary>
    public IEnumerable<TypeSyntax> Types => types.Values.Where(t => !t.IsBuiltIn);

    public IEnumerable<TypeSyntax> BuiltInTypes => types.Values.Where(t => t.IsBuiltIn);

    /// <summary>Directives of the documents, and the built-in ones.</summary>
    public IEnumerable<DirectiveDefinitionNode> AllDirectives => directives.Values;

    /// <summary>Directives of the documents, in their order.</summary>
    public IEnumerable<DirectiveDefinitionNode> Directives => directives.Values.Where(d => !IsBuiltIn(d));

    public static bool IsBuiltIn(DirectiveDefinitionNode directive) => directive.Source == BuiltInSdl.Document.Source;

    /// <summary>Null when there is no such type.</summary>
    public TypeSyntax? Type(string name) => types.GetValueOrDefault(name);

    /// <summary>The named type below list and non-null; null when there is none of that name.</summary>
    public TypeSyntax? Type(TypeNode type) => Type(TypeText.NameOf(type).Value);

    public DirectiveDefinitionNode? Directive(string name) => directives.GetValueOrDefault(name);

    private void AddTypes(IReadOnlyList<DefinitionNode> definitions, bool isBuiltIn)
    {
        var extensions = definitions.OfType<TypeDefinitionNode>().Where(d => d.IsExtension).ToLookup(d => (d.Name.Value, d.GetType()));
        foreach (var definition in definitions.OfType<TypeDefinitionNode>().Where(d => !d.IsExtension))
        {
            var own = extensions[(definition.Name.Value, definition.GetType())];
            types.TryAdd(definition.Name.Value, new TypeSyntax(definition, own, isBuiltIn));
        }
    }

    // https://spec.graphql.org/September2025/#sec-Root-Operation-Types.Default-Root-Operation-Type-Names
    private IEnumerable<OperationTypeDefinitionNode> DefaultOperationTypes()
    {
        if (SchemaDefinition is not null) yield break;
        foreach (var operation in Enum.GetValues<OperationType>())
        {
            if (Type(operation.ToString())?.Definition.Name is not { } name) continue;
            var type = new NamedTypeNode(name) { Source = name.Source, Start = name.Start, End = name.End };
            yield return new OperationTypeDefinitionNode(operation, type) { Source = name.Source, Start = name.Start, End = name.End };
        }
    }
}
