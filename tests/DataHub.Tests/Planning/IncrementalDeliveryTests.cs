using System.Buffers;
using System.Text.Json.Nodes;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using DataHub.Testing;

namespace DataHub.Tests.Planning;

/// <summary>Deferred fragments and streamed lists over rows of the database.</summary>
public sealed class IncrementalDeliveryTests(HubFixture fixture) : IClassFixture<HubFixture>
{
    private const string Query = """
        { businesses(first: 6) {
            nodes @stream(initialCount: 2) {
              name
              ... @defer { district { name } licences { nib } products(first: 3) { nodes { name } } }
            }
            ... @defer { totalCount pageInfo { hasNextPage } }
        } }
        """;

    [Fact]
    public async Task What_is_put_off_is_read_in_the_same_request_and_is_the_same_together()
    {
        var parts = new HubParts(fixture.DataSource, HubFixture.FixedKeys, TimeProvider.System, (exception, _) => throw exception);
        var hub = HubFactory.Create(parts with { IncrementalDelivery = true });
        await using var context = hub.Open(Callers.Steward);
        var engine = context.View.Engine;
        var (document, request) = (engine.Prepare(Query), new OperationRequest());
        var result = await engine.ExecuteIncrementallyAsync(document, request, context, CancellationToken.None);
        var payloads = new List<JsonNode> { Read(result.WriteTo) };
        await foreach (var payload in result.Subsequent!) payloads.Add(Read(payload.WriteTo));

        await using var other = hub.Open(Callers.Steward);
        var atOnce = Read((await engine.ExecuteAsync(document, request, other, CancellationToken.None)).WriteTo);
        Assert.Null(atOnce["errors"]);
        Assert.True(payloads.Count > 2);
        Assert.True(JsonNode.DeepEquals(atOnce["data"], Together(payloads)), string.Join('\n', payloads.Select(p => p.ToJsonString())));
    }

    private static JsonNode Read(Action<IBufferWriter<byte>> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        write(buffer);
        return JsonNode.Parse(buffer.WrittenSpan)!;
    }

    private static JsonNode Together(List<JsonNode> payloads)
    {
        var data = payloads[0]["data"]!.DeepClone();
        var paths = payloads.SelectMany(p => p["pending"]?.AsArray() ?? [])
            .ToDictionary(n => (string)n!["id"]!, n => n!["path"]!.AsArray());
        foreach (var entry in payloads.SelectMany(p => p["incremental"]?.AsArray() ?? []))
        {
            var target = data;
            foreach (var segment in paths[(string)entry!["id"]!].Concat(entry["subPath"]?.AsArray() ?? []))
                target = target is JsonArray list ? list[(int)segment!]! : target[(string)segment!]!;
            if (entry["items"] is JsonArray items)
                foreach (var item in items) target.AsArray().Add(item!.DeepClone());
            else
                foreach (var (key, value) in entry["data"]!.AsObject()) target[key] = value?.DeepClone();
        }
        return data;
    }
}
