using System.Buffers;
using System.Text;
using System.Text.Json;
using DataHub.Database;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using DataHub.Testing;

namespace DataHub.Tests.Database;

/// <summary>Connections that lie ready with the batches they sent before.</summary>
public sealed class KeptConnectionsTests(HubFixture fixture) : IClassFixture<HubFixture>, IAsyncLifetime
{
    private const string Regional = """
        query($regency: String, $scales: [BusinessScale!], $after: Date) {
          businesses(first: 3, where: { regency: { code: { eq: $regency } }, scale: { in: $scales }, registeredOn: { gte: $after } }) {
            totalCount nodes { nib name loans(first: 2) { nodes { plafon } } products(first: 2) { totalCount nodes { name } } }
          }
        }
        """;

    private const string LookUp = "query($nib: NIB!) { business(nib: $nib) { name loans(first: 2) { nodes { plafon } } products { nodes { name } } } }";

    private const string LookUps = "query($nibs: [NIB!]!) { businessesByNib(nibs: $nibs) { name scale trainings(first: 2) { nodes { hours } } } }";

    private ReadSource connections = null!;
    private Hub hub = null!;

    public Task InitializeAsync()
    {
        connections = ReadSource.Connect(fixture.Database.ConnectionString, poolSize: 2);
        hub = HubFactory.Create(new HubParts(fixture.DataSource, HubFixture.FixedKeys, TimeProvider.System, (_, _) => { }) { Reading = connections });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await hub.DisposeAsync();
        await connections.Kept!.DisposeAsync();
        await connections.DataSource.DisposeAsync();
    }

    [Fact]
    public async Task Requests_that_share_statements_have_their_own_values()
    {
        (string Document, object Variables)[] asked =
        [
            (LookUp, new { nib = "0000000000001" }), (LookUp, new { nib = "0000000000002" }), (LookUp, new { nib = "9999999999999" }),
            (LookUps, new { nibs = new[] { "0000000000002", "0000000000001" } }), (LookUps, new { nibs = new[] { "0000000000003" } }),
            (Regional, new { regency = "18.71", scales = new[] { "MIKRO" }, after = "2020-01-01" }),
            (Regional, new { regency = "18.01", scales = new[] { "MIKRO", "KECIL" }, after = "2001-01-01" }),
            (Regional, new { regency = (string?)null, scales = new[] { "KECIL" }, after = "2024-05-01" }),
        ];
        var expected = new List<string>();
        foreach (var (document, variables) in asked) expected.Add(await AskAsync(fixture.Hub, document, variables));
        Assert.True(expected.Distinct().Count() > 5, string.Join('\n', expected));
        for (var round = 0; round < 4; round++)
        {
            for (var i = 0; i < asked.Length; i++) Assert.Equal(expected[i], await AskAsync(hub, asked[i].Document, asked[i].Variables));
        }
    }

    [Fact]
    public async Task The_connection_given_back_last_is_taken_first()
    {
        var (first, second) = (await connections.TakeAsync(default), await connections.TakeAsync(default));
        await connections.GiveBackAsync(first, isClean: true);
        await connections.GiveBackAsync(second, isClean: true);
        Assert.Same(second, await connections.TakeAsync(default));
        Assert.Same(first, await connections.TakeAsync(default));
        await connections.GiveBackAsync(first, isClean: false);
        await connections.GiveBackAsync(second, isClean: true);
        await connections.Kept!.ClearAsync();
        var next = await connections.TakeAsync(default);
        Assert.NotSame(second, next);
        Assert.NotSame(first, next);
        await connections.GiveBackAsync(next, isClean: true);
    }

    [Fact]
    public async Task A_batch_is_kept_when_it_comes_again_and_for_its_own_statements()
    {
        var connection = await connections.TakeAsync(default);
        List<string> texts = ["select 1", "select 2"];
        var once = connection.Batch(texts);
        var again = connection.Batch(texts);
        Assert.NotSame(once, again);
        Assert.Same(again, connection.Batch(texts));
        Assert.NotSame(again, connection.Batch([texts[1], texts[0]]));
        Assert.NotSame(again, connection.Batch([texts[0]]));
        // Statements without end push out what was kept, and are not kept themselves.
        for (var i = 0; i < 1_000; i++) connection.Batch([new StringBuilder().Append("select ").Append(i).ToString()]);
        Assert.NotSame(again, connection.Batch(texts));
        await connections.GiveBackAsync(connection, isClean: true);
    }

    private static async Task<string> AskAsync(Hub hub, string document, object variables)
    {
        await using var request = hub.Open(Callers.Steward);
        var operation = new OperationRequest { Variables = JsonSerializer.SerializeToElement(variables) };
        var result = await request.View.Engine.ExecuteAsync(request.View.Engine.Prepare(document), operation, request, CancellationToken.None);
        var buffer = new ArrayBufferWriter<byte>();
        result.WriteTo(buffer);
        using var json = JsonDocument.Parse(buffer.WrittenMemory);
        Assert.False(json.RootElement.TryGetProperty("errors", out _), json.RootElement.GetRawText());
        return json.RootElement.GetProperty("data").GetRawText();
    }
}
