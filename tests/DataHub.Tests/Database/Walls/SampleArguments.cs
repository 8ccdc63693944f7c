using DataHub.GraphQL.Types;
using DataHub.Planning;
using DataHub.Testing;

namespace DataHub.Tests.Database.Walls;

/// <summary>Arguments with values that the samples have, as GraphQL's literals.</summary>
internal sealed class SampleArguments(HubView view)
{
    private readonly HashSet<string> done = new(StringComparer.Ordinal);

    /// <summary>What a field cannot be asked without, and a small page.</summary>
    /// <param name="field">The field.</param>
    /// <param name="node">Type whose id is asked for; null where the argument says it.</param>
    public string Needed(FieldDefinition field, string? node) => Text(Given(field, node));

    /// <summary>Each argument, each condition and each order by itself; once a field.</summary>
    public IEnumerable<string> Each(FieldDefinition field)
    {
        if (!done.Add(field.Coordinate)) yield break;
        foreach (var argument in field.Arguments.Where(argument => argument.Name is not ("after" or "before")))
            foreach (var value in Values(argument.Type, Of(field, argument), []))
                yield return Text(new(Given(field, null).Where(g => argument.Name != "last" || g.Key != "first")) { [argument.Name] = value });
    }

    private Dictionary<string, string> Given(FieldDefinition field, string? node) => field.Arguments
        .Where(argument => argument.IsRequired || argument.Name == "first")
        .ToDictionary(argument => argument.Name, argument => node is null
            ? Values(argument.Type, Of(field, argument), []).First()
            : $"\"{view.Hub.Ids.Encode(node, 1)}\"");

    private static string Of(FieldDefinition field, InputValueDefinition argument) => $"{field.Name}.{argument.Name}";

    private static string Text(Dictionary<string, string> given) =>
        given.Count == 0 ? "" : $"({string.Join(", ", given.Select(pair => $"{pair.Key}: {pair.Value}"))})";

    private IEnumerable<string> Values(GraphQLType type, string name, IReadOnlyList<string> above) => type.Nullable switch
    {
        ListType list => Values(list.Of, name, above).Select(value => $"[{value}]"),
        EnumType words => words.Values.Select(value => value.Name),
        InputObjectType input => Objects(input, name, above),
        _ => [Scalar(type.Named.Name, name)],
    };

    // With all that it needs, then with one more of the others each time.
    private IEnumerable<string> Objects(InputObjectType input, string name, IReadOnlyList<string> above)
    {
        var needed = input.Fields.Where(field => field.IsRequired || IsNeeded(input, field.Name))
            .ToDictionary(field => field.Name, field => Values(field.Type, $"{name}.{field.Name}", above).First());
        // What a condition on a column reads is the same for all of them.
        if (Is(input.Name, "OperationFilterInput") || (Is(input.Name, "ListFilterInput") && above.Any(outer => Is(outer, "ListFilterInput"))))
        {
            var only = input.Fields[0];
            yield return Object(new() { [only.Name] = Values(only.Type, name, [.. above, input.Name]).First() });
            yield break;
        }
        var others = input.Fields.Where(field => !needed.ContainsKey(field.Name) && !above.Append(input.Name).Contains(field.Type.Named.Name)).ToList();
        if (needed.Count > 0 || others.Count == 0) yield return Object(needed);
        foreach (var field in others)
            foreach (var value in Values(field.Type, $"{name}.{field.Name}", [.. above, input.Name]))
                yield return Object(new Dictionary<string, string>(needed) { [field.Name] = value });
    }

    private static bool Is(string input, string ending) => input.EndsWith(ending, StringComparison.Ordinal);

    private static string Object(Dictionary<string, string> fields) =>
        $"{{ {string.Join(", ", fields.Select(pair => $"{pair.Key}: {pair.Value}"))} }}";

    // Of an application one of two must be there.
    private static bool IsNeeded(InputObjectType input, string field) => (input.Name, field) is ("KurEligibilityInput", "nib");

    private string Scalar(string type, string name) => type switch
    {
        "NIB" => $"\"{Samples.FirstNib}\"",
        "NIK" => $"\"{Samples.FirstNik}\"",
        "NPWP" => "\"0123456789012345\"",
        "Date" => "\"2025-01-01\"",
        "DateTime" when name.EndsWith(".from", StringComparison.Ordinal) => "\"2026-01-01T00:00:00Z\"",
        "DateTime" => "\"2026-12-31T00:00:00Z\"",
        "Rupiah" => "50000000",
        "Int" => "2",
        "Float" => "2.5",
        "Percent" => "10",
        "Boolean" => "true",
        "ID" => $"\"{view.Hub.Ids.Encode(TypeOf(name), 1)}\"",
        "String" => name.EndsWith("parent", StringComparison.Ordinal) ? "\"18.01\"" : "\"Kopi\"",
        _ => throw new NotSupportedException($"Nothing is known of {type}."),
    };

    private static string TypeOf(string name) => name switch
    {
        _ when name.Contains("usiness", StringComparison.Ordinal) => "Business",
        _ when name.Contains("erson", StringComparison.Ordinal) => "Person",
        _ when name.Contains("unId", StringComparison.Ordinal) => "FeedRun",
        _ when name.Contains("onsent", StringComparison.Ordinal) => "Consent",
        _ when name.Contains("Hold", StringComparison.Ordinal) => "LegalHold",
        _ => "RightsRequest",
    };
}
