using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types;

/// <summary>
/// Writes a schema as SDL, sorted by name, so that two schemas are the same when their texts are. What the specification brings is left
/// out, and the schema definition where the default names of the root types say as much.
/// https://spec.graphql.org/September2025/#sec-Root-Operation-Types.Default-Root-Operation-Type-Names
/// </summary>
public static class SchemaPrinter
{
    /// <summary>The SDL, ending with a line end.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="appliedDirectives">False leaves out custom directives where they are applied (their definitions stay), which is what
    /// introspection can tell.</param>
    public static string Print(Schema schema, bool appliedDirectives = true)
    {
        var nodes = new SchemaNodes(appliedDirectives);
        IEnumerable<DefinitionNode> definitions =
        [
            .. NeedsDefinition(schema, appliedDirectives) ? [nodes.Of(schema)] : Array.Empty<DefinitionNode>(),
            .. schema.Directives.Where(d => !d.IsBuiltIn).OrderBy(d => d.Name, StringComparer.Ordinal).Select(nodes.Of),
            .. schema.Types.Where(t => !t.IsBuiltIn).OrderBy(t => t.Name, StringComparer.Ordinal).Select(nodes.Of),
        ];
        return Printer.Print(new DocumentNode([.. definitions])) + "\n";
    }

    private static bool NeedsDefinition(Schema schema, bool appliedDirectives) =>
        schema.Description is not null
        || (appliedDirectives && schema.AppliedDirectives.Count > 0)
        || !IsDefault(schema, schema.Query, "Query")
        || !IsDefault(schema, schema.Mutation, "Mutation")
        || !IsDefault(schema, schema.Subscription, "Subscription");

    private static bool IsDefault(Schema schema, ObjectType? root, string name) =>
        root?.Name == name || (root is null && schema.Type(name) is null);
}
