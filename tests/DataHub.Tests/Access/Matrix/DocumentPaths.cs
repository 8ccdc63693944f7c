using DataHub.GraphQL.Types;

namespace DataHub.Tests.Access.Matrix;

/// <summary>Documents that reach the types of a schema from its roots, by as few fields as possible.</summary>
internal sealed class DocumentPaths
{
    private readonly Dictionary<string, (string Before, string After)> places = new(StringComparer.Ordinal);

    public DocumentPaths(Schema schema)
    {
        var open = new Queue<FieldsType>();
        foreach (var (keyword, root) in new[] { ("query", schema.Query), ("mutation", schema.Mutation), ("subscription", schema.Subscription) })
        {
            if (root is null) continue;
            places[root.Name] = ($"{keyword} {{ ", " }");
            open.Enqueue(root);
        }
        while (open.TryDequeue(out var type))
        {
            var (before, after) = places[type.Name];
            foreach (var field in type.Fields)
            {
                foreach (var below in schema.PossibleTypes(field.Type.Named))
                {
                    var on = below == field.Type.Named ? "" : $"... on {below.Name} {{ ";
                    if (places.TryAdd(below.Name, ($"{before}{Call(field)} {{ {on}", $"{(on.Length > 0 ? " }" : "")} }}{after}"))) open.Enqueue(below);
                }
                if (field.Type.Named is InterfaceType some) places.TryAdd(some.Name, ($"{before}{Call(field)} {{ ", $" }}{after}"));
            }
        }
    }

    /// <summary>Types that can be reached.</summary>
    public IEnumerable<string> Types => places.Keys;

    /// <summary>A document that asks a selection of a type; null when nothing leads to it.</summary>
    public string? Of(string type, string selection) =>
        places.TryGetValue(type, out var place) ? place.Before + selection + place.After : null;

    /// <summary>A document that asks a field with all that it needs; null when nothing leads to it.</summary>
    public string? Of(FieldDefinition field) =>
        Of(field.Parent.Name, field.Type.Named is FieldsType or UnionType ? $"{Call(field)} {{ __typename }}" : Call(field));

    /// <summary>The field with the arguments that it must have.</summary>
    public static string Call(FieldDefinition field, string? more = null)
    {
        var given = field.Arguments.Where(a => a.IsRequired).Select(a => $"{a.Name}: {Literal(a.Type)}").Concat(more is null ? [] : [more]);
        return string.Join(", ", given) is { Length: > 0 } arguments ? $"{field.Name}({arguments})" : field.Name;
    }

    /// <summary>Any value of an input type.</summary>
    public static string Literal(GraphQLType type) => type.Nullable switch
    {
        ListType list => $"[{Literal(list.Of)}]",
        InputObjectType input => $"{{ {string.Join(", ", input.Fields.Where(f => f.IsRequired).Select(f => $"{f.Name}: {Literal(f.Type)}"))} }}",
        EnumType named => named.Values[0].Name,
        NamedType named => named.Name switch
        {
            "NIB" => "\"0000000000001\"",
            "Int" or "Float" => "1",
            "Boolean" => "true",
            "Rupiah" => "\"1\"",
            "Date" => "\"2026-01-13\"",
            "DateTime" => "\"2026-01-13T08:30:00+07:00\"",
            _ => "\"x\"",
        },
        _ => throw new NotSupportedException($"{type} is no input type."),
    };
}
