using System.Text.Json.Nodes;

namespace DataHub.Bench.Comparison;

/// <summary>Queries in files, for the hub alone.</summary>
internal static class OtherQueries
{
    /// <summary>A file, or all of a folder by name.</summary>
    public static IReadOnlyList<BenchQuery> Read(string path)
    {
        var files = Directory.Exists(path) ? Directory.GetFiles(path, "*.graphql").Order(StringComparer.Ordinal).ToArray() : [path];
        if (files.Length == 0 || !File.Exists(files[0])) throw new BenchException($"{path} is no .graphql file and has none.");
        return [.. files.Select(file => new BenchQuery(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file), Variables(file)))];
    }

    private static IReadOnlyList<JsonObject> Variables(string file)
    {
        var beside = Path.ChangeExtension(file, ".json");
        if (!File.Exists(beside)) return [[]];
        return JsonNode.Parse(File.ReadAllText(beside)) switch
        {
            JsonObject one => [one],
            JsonArray { Count: > 0 } many when many.All(set => set is JsonObject) => [.. many.Select(set => (JsonObject)set!)],
            _ => throw new BenchException($"{beside} must hold an object with variables or a list of such objects."),
        };
    }
}
