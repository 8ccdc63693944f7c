using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation;

/// <summary>What the rules share about the document under validation.</summary>
public sealed class ValidationContext
{
    private readonly List<GraphQLError> errors = [];
    private readonly Dictionary<string, DefinitionScope> fragments = new(StringComparer.Ordinal);
    private int visit;
    private long revisits;

    public ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
    {
        Schema = schema;
        Document = document;
        Options = options;
        var scopes = new List<DefinitionScope>();
        foreach (var definition in document.Definitions)
        {
            if (definition is not (OperationDefinitionNode or FragmentDefinitionNode)) continue;
            var scope = new DefinitionScope(definition);
            scopes.Add(scope);
            if (definition is FragmentDefinitionNode fragment) fragments.TryAdd(fragment.Name.Value, scope);
        }
        Scopes = scopes;
    }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public ValidationOptions Options { get; }

    /// <summary>Operations and fragments in the order of the text; what they spread and use is known once they have been
    /// traversed.</summary>
    public IReadOnlyList<DefinitionScope> Scopes { get; }

    public IReadOnlyList<GraphQLError> Errors => errors;

    /// <summary>True when as many errors are found as are wanted.</summary>
    public bool IsFull => errors.Count >= Options.MaxErrors;

    /// <summary>The first fragment of that name; null when the document has none.</summary>
    public DefinitionScope? Fragment(string name) => fragments.GetValueOrDefault(name);

    /// <summary>True when operations have reached the same fragments again more often than
    /// <see cref="ValidationOptions.MaxRevisits"/>.</summary>
    public bool IsOverBudget => revisits > Options.MaxRevisits;

    public void Report(GraphQLError error)
    {
        if (!IsFull) errors.Add(error);
    }

    /// <summary>The type as the schema knows it; null when it names a type that is not in the schema.</summary>
    public GraphQLType? TypeOf(TypeNode node) => node switch
    {
        NamedTypeNode named => Schema.Type(named.Name.Value),
        ListTypeNode list => TypeOf(list.Type) is { } item ? new ListType(item) : null,
        NonNullTypeNode nonNull => TypeOf(nonNull.Type) is { } nullable ? new NonNullType(nullable) : null,
        _ => throw new InvalidOperationException($"{node.GetType().Name} is no type reference."),
    };

    /// <summary>A definition with all fragments it spreads, also through others; each once, cycles included. Incomplete when
    /// <see cref="IsOverBudget"/>.</summary>
    public IReadOnlyList<DefinitionScope> Reachable(DefinitionScope start)
    {
        visit++;
        start.LastVisit = visit;
        var reached = new List<DefinitionScope> { start };
        for (var next = 0; next < reached.Count && !IsOverBudget; next++)
        {
            foreach (var spread in reached[next].Spreads)
            {
                if (Fragment(spread.Name.Value) is not { } target || target.LastVisit == visit) continue;
                if (target.LastVisit > 0) revisits += 1 + target.Usages.Count;
                target.LastVisit = visit;
                reached.Add(target);
            }
        }
        return reached;
    }
}
