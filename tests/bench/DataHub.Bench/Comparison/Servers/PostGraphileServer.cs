using System.Text;
using System.Text.Json.Nodes;
using DataHub.Bench.Comparison.Load;

namespace DataHub.Bench.Comparison.Servers;

/// <summary>PostGraphile: the same questions in the names that it makes from the tables, with aliases where it allows them.</summary>
internal sealed class PostGraphileServer(ServerProcess process) : MeasuredServer(SystemName, process)
{
    public const string SystemName = "postgraphile";

    public override bool IsDotNet => false;

    // Grouping needs a plugin of its own, with answers of another shape.
    public override bool Answers(BenchQuery query) => base.Answers(query) && !query.IsHeavy;

    public override async Task<IReadOnlyList<byte[]>> RequestsAsync(BenchQuery query)
    {
        var document = await File.ReadAllTextAsync(Path.Combine(Repository.Bench, "peers", "postgraphile", query.Name + ".graphql"));
        var order = await OrderAsync();
        return [.. query.Variables.Select(set => Post("/graphql", "", Body(document, WithCursor(set, order))))];
    }

    /// <summary>A count is an object there; and businesses by NIB come as a page in another order, without nulls.</summary>
    public override JsonNode? Comparable(JsonNode? data, JsonObject variables)
    {
        Flatten(data);
        if (data?["businessesByNib"]?["nodes"] is not JsonArray nodes) return data;
        var byNib = nodes.ToDictionary(node => node!["nib"]!.GetValue<string>());
        var asked = variables["nibs"]!.AsArray().Select(nib => nib!.GetValue<string>());
        data["businessesByNib"] = new JsonArray([.. asked.Select(nib => byNib.GetValueOrDefault(nib)?.DeepClone())]);
        return data;
    }

    private static void Flatten(JsonNode? node)
    {
        if (node is JsonArray elements)
        {
            foreach (var element in elements) Flatten(element);
        }
        if (node is not JsonObject members) return;
        foreach (var (name, value) in members.ToList())
        {
            if (value is JsonObject { Count: 1 } count && count["totalCount"] is { } total) members[name] = total.DeepClone();
            else Flatten(value);
        }
    }

    // A cursor is [digest of the order, key] in JSON and Base64.
    private static JsonObject WithCursor(JsonObject variables, string order)
    {
        if (variables["after"] is not { } key) return variables;
        var own = (JsonObject)variables.DeepClone();
        own["after"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(new JsonArray(order, key.DeepClone()).ToJsonString()));
        return own;
    }

    private async Task<string> OrderAsync()
    {
        using var connection = await HttpConnection.OpenAsync(Process.Port);
        var answer = JsonNode.Parse((await connection.AskAsync(
            Post("/graphql", "", Body("{ allBusinesses(first: 1) { pageInfo { endCursor } } }", [])))).Span)!;
        var cursor = answer["data"]!["allBusinesses"]!["pageInfo"]!["endCursor"]!.GetValue<string>();
        return JsonNode.Parse(Convert.FromBase64String(cursor))![0]!.GetValue<string>();
    }
}
