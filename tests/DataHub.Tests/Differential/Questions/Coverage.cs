using System.Text.Json.Nodes;
using DataHub.GraphQL.Types;

namespace DataHub.Tests.Differential.Questions;

/// <summary>Which fields of the contract were asked for, and which conditions and sort keys were used.</summary>
internal sealed class Coverage
{
    private readonly HashSet<string> met = new(StringComparer.Ordinal);

    public void Add(Asked field)
    {
        if (field.Definition is null) return;
        met.Add(field.Definition.Coordinate);
        foreach (var given in field.Arguments)
        {
            met.Add($"{field.Definition.Coordinate}({given.Argument.Name}:)");
            Add(given.Value, given.Argument.Type);
        }
        if (field.From is { } place) met.Add($"{field.Definition.Coordinate}({place.Argument}:)");
        foreach (var below in field.Below) Add(below);
    }

    /// <summary>Coordinates that can be met from these root fields and were not.</summary>
    public IReadOnlyList<string> Missing(NastyWorldView view, IEnumerable<string> roots)
    {
        var all = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var root in roots) Reach(view, view.Schema.Query.Field(root)!, all);
        return [.. all.Except(met)];
    }

    private void Add(JsonNode? value, GraphQLType type)
    {
        if (value is JsonArray items) foreach (var item in items) Add(item, type);
        if (value is not JsonObject members || type.Named is not InputObjectType input) return;
        foreach (var (name, inner) in members)
        {
            met.Add($"{input.Name}.{name}");
            Add(inner, input.Field(name)!.Type);
        }
    }

    private static void Reach(NastyWorldView view, FieldDefinition field, SortedSet<string> reached)
    {
        if (!view.Types.Know(field) || !reached.Add(field.Coordinate)) return;
        foreach (var argument in field.Arguments)
        {
            reached.Add($"{field.Coordinate}({argument.Name}:)");
            Reach(argument.Type, reached);
        }
        foreach (var type in view.Schema.PossibleTypes(field.Type.Named).Where(t => field.Type.Named is not InterfaceType || view.Types.Has(t.Name)))
            foreach (var below in type.Fields) Reach(view, below, reached);
    }

    private static void Reach(GraphQLType type, SortedSet<string> reached)
    {
        if (type.Named is not InputObjectType input) return;
        foreach (var field in input.Fields)
            if (reached.Add($"{input.Name}.{field.Name}")) Reach(field.Type, reached);
    }
}
