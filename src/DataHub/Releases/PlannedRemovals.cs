using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DataHub.Releases;

/// <summary>Reads <c>schema/planned-removals.yml</c>: a list of maps with change, at, announced, from and reason.</summary>
public static class PlannedRemovals
{
    public const string FileName = "planned-removals.yml";
    private static readonly string[] Keys = ["change", "at", "announced", "from", "reason"];

    /// <summary>The list that belongs to the contract.</summary>
    public static IReadOnlyList<PlannedRemoval> OfContract() => Parse(Resources.Read(FileName));

    /// <summary>Throws <see cref="FormatException"/> with the line of what is wrong.</summary>
    public static IReadOnlyList<PlannedRemoval> Parse(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 0) return [];
            return stream.Documents[0].RootNode switch
            {
                YamlSequenceNode list => [.. list.Children.Select(Entry)],
                YamlScalarNode { Value: null or "" } => [],
                var other => throw Fault(other, "the file must be a list"),
            };
        }
        catch (YamlException exception)
        {
            throw new FormatException($"{FileName}, line {exception.Start.Line}: this is not YAML.", exception);
        }
    }

    private static PlannedRemoval Entry(YamlNode node)
    {
        if (node is not YamlMappingNode map) throw Fault(node, $"an entry has {string.Join(", ", Keys)}");
        foreach (var key in map.Children.Keys)
            if (!Keys.Contains(key.ToString())) throw Fault(key, $"there is no {key}; an entry has {string.Join(", ", Keys)}");
        return new PlannedRemoval
        {
            Change = Text(map, "change"),
            At = Text(map, "at"),
            Announced = Date(map, "announced"),
            From = Date(map, "from"),
            Reason = Text(map, "reason"),
        };
    }

    private static string Text(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlScalarNode { Value: { Length: > 0 } text }
            ? text
            : throw Fault(map, $"{key} is missing");

    private static DateOnly Date(YamlMappingNode map, string key) =>
        DateOnly.TryParseExact(Text(map, key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Fault(map, $"{key} is no date of the form 2027-01-31");

    private static FormatException Fault(YamlNode node, string what) => new($"{FileName}, line {node.Start.Line}: {what}.");
}
