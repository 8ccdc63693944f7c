using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Incremental;

/// <summary>The payloads of one answer, read as a client reads them; says when they break the protocol.</summary>
internal sealed class Payloads
{
    private readonly Dictionary<string, JsonArray> pending = [];
    private readonly HashSet<string> completed = [];
    private readonly List<JsonNode> errors = [];

    private Payloads(IReadOnlyList<JsonObject> all) => All = all;

    public IReadOnlyList<JsonObject> All { get; }

    /// <summary>What the client has at the end.</summary>
    public JsonNode? Data { get; private set; }

    /// <summary>Errors of all payloads.</summary>
    public IReadOnlyList<JsonNode> Errors => errors;

    public static async Task<Payloads> OfAsync(TestHub hub, string query, string? variables = null)
    {
        var request = new OperationRequest { Variables = variables is null ? null : JsonDocument.Parse(variables).RootElement };
        var result = await hub.Engine.ExecuteIncrementallyAsync(hub.Engine.Prepare(query), request, hub, CancellationToken.None);
        var all = new List<JsonObject> { Read(result.WriteTo) };
        if (result.Subsequent is not null)
            await foreach (var payload in result.Subsequent) all.Add(Read(payload.WriteTo));
        return Of(all);
    }

    public static Payloads Of(IReadOnlyList<JsonObject> all)
    {
        var payloads = new Payloads(all);
        payloads.Merge();
        return payloads;
    }

    public override string ToString() => string.Join('\n', All.Select(p => p.ToJsonString()));

    private static JsonObject Read(Action<IBufferWriter<byte>> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        write(buffer);
        return JsonNode.Parse(Encoding.UTF8.GetString(buffer.WrittenSpan))!.AsObject();
    }

    private void Merge()
    {
        Data = All[0]["data"]?.DeepClone();
        for (var i = 0; i < All.Count; i++)
        {
            var payload = All[i];
            var isLast = i == All.Count - 1;
            Require(payload.ContainsKey("hasNext") || All.Count == 1, "hasNext stands in each payload of several");
            if (All.Count > 1) Require((bool)payload["hasNext"]! != isLast, "hasNext is false on the last payload and on no other");
            errors.AddRange(Items(payload, "errors"));
            foreach (var notice in Items(payload, "pending"))
            {
                Require(pending.TryAdd((string)notice["id"]!, notice["path"]!.AsArray()), "an id is pending once");
            }
            foreach (var entry in Items(payload, "incremental")) Apply(entry.AsObject());
            foreach (var notice in Items(payload, "pending"))
                Require(At(notice["path"]!.AsArray()) is not null, "a pending path is there when it is told");
            foreach (var notice in Items(payload, "completed"))
            {
                var id = (string)notice["id"]!;
                Require(pending.ContainsKey(id), "an id is pending before it is completed");
                Require(completed.Add(id), "an id is completed once");
                errors.AddRange(Items(notice.AsObject(), "errors"));
            }
        }
        Require(pending.Count == completed.Count, "all that is pending is completed");
        if (All.Count > 1) Require(Items(All[0], "pending").Any(), "something is pending in the first payload of several");
    }

    private void Apply(JsonObject entry)
    {
        var id = (string)entry["id"]!;
        Require(pending.ContainsKey(id) && !completed.Contains(id), "data comes for what is pending");
        errors.AddRange(Items(entry, "errors"));
        var path = pending[id].Concat(entry["subPath"]?.AsArray() ?? []);
        var target = At(path);
        if (entry["items"] is JsonArray items)
        {
            Require(target is JsonArray, "items belong to a list that is there");
            foreach (var item in items) target!.AsArray().Add(item?.DeepClone());
            return;
        }
        Require(target is JsonObject, "data belongs to an object that is there");
        Require(entry["data"] is JsonObject, "data is an object");
        foreach (var (key, value) in entry["data"]!.AsObject())
        {
            Require(!target!.AsObject().ContainsKey(key), $"field {key} is delivered once");
            target!.AsObject()[key] = value?.DeepClone();
        }
    }

    private JsonNode? At(IEnumerable<JsonNode?> path)
    {
        var node = Data;
        foreach (var segment in path)
        {
            node = (node, segment!.GetValueKind()) switch
            {
                (JsonObject map, JsonValueKind.String) => map[(string)segment!],
                (JsonArray list, JsonValueKind.Number) when (int)segment! < list.Count => list[(int)segment!],
                _ => null,
            };
        }
        return node;
    }

    private static IEnumerable<JsonNode> Items(JsonObject map, string key) => (map[key] as JsonArray ?? []).Select(n => n!);

    private void Require(bool holds, string rule)
    {
        if (!holds) Assert.Fail($"The payloads break a rule of the protocol: {rule}.\n{this}");
    }
}
