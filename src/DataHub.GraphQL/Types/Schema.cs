using System.Collections.Frozen;

namespace DataHub.GraphQL.Types;

/// <summary>A built type system (section 3.3). Made by <see cref="SchemaBuilder"/>; not changed once requests are served.</summary>
public sealed class Schema
{
    private readonly Dictionary<string, NamedType> types;
    private readonly Dictionary<string, DirectiveDefinition> directives;
    private readonly Dictionary<NamedType, HashSet<ObjectType>> possible = [];

    internal Schema(IEnumerable<NamedType> types, IEnumerable<DirectiveDefinition> directives)
    {
        this.types = types.ToDictionary(t => t.Name, StringComparer.Ordinal);
        this.directives = directives.ToDictionary(d => d.Name, StringComparer.Ordinal);
        foreach (var type in this.types.Values.OfType<ObjectType>())
        {
            Possible(type).Add(type);
            foreach (var implemented in type.Interfaces) Possible(implemented).Add(type);
        }
        foreach (var union in this.types.Values.OfType<UnionType>())
            Possible(union).UnionWith(union.Types);
    }

    public string? Description { get; init; }

    public required ObjectType Query { get; init; }

    public ObjectType? Mutation { get; init; }

    public ObjectType? Subscription { get; init; }

    /// <summary>Directives applied to the schema definition.</summary>
    public IReadOnlyList<AppliedDirective> AppliedDirectives { get; init; } = [];

    public IReadOnlyCollection<NamedType> Types => types.Values;

    public IReadOnlyCollection<DirectiveDefinition> Directives => directives.Values;

    /// <summary>Null when there is no such type.</summary>
    public NamedType? Type(string name) => types.GetValueOrDefault(name);

    /// <summary>Null when there is no such directive; <paramref name="name"/> without the at sign.</summary>
    public DirectiveDefinition? Directive(string name) => directives.GetValueOrDefault(name);

    /// <summary>Section 5.5.2.3 GetPossibleTypes: the type itself for an object, implementers or members otherwise.</summary>
    public IReadOnlySet<ObjectType> PossibleTypes(NamedType type) =>
        possible.TryGetValue(type, out var set) ? set : FrozenSet<ObjectType>.Empty;

    /// <summary>Adds a type that the engine itself has use for; before the schema is used.</summary>
    internal void Add(ScalarType type) => types.TryAdd(type.Name, type);

    /// <summary>Adds a directive, unless there is one of that name; before the schema is used.</summary>
    internal void Add(DirectiveDefinition directive) => directives.TryAdd(directive.Name, directive);

    private HashSet<ObjectType> Possible(NamedType type) =>
        possible.TryGetValue(type, out var set) ? set : possible[type] = [];
}
