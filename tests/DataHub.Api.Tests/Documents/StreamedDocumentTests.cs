using System.Text;
using System.Text.Json;
using DataHub.Api.Documents;
using DataHub.Api.Tests.ServerSentEvents;
using DataHub.Api.Tests.WebSockets;

namespace DataHub.Api.Tests.Documents;

/// <summary>Stored documents, and the limit to them, hold over every transport.</summary>
public sealed class StreamedDocumentTests : IAsyncLifetime
{
    private static readonly StoredDocument Ticks =
        new("bank", "ticks.graphql", Encoding.UTF8.GetBytes("subscription Ticks { ticked { number } }"));

    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await RunningHost.StartAsync(
        new Dictionary<string, string?> { ["DataHub:Documents:Clients:bank-sandbox:OnlyTrusted"] = "true" }, documents: [Ticks]);

    public async Task DisposeAsync() => await host.DisposeAsync();

    private static string Subscribe(object payload) => JsonSerializer.Serialize(new { id = "1", type = "subscribe", payload });

    [Fact]
    public async Task A_stored_subscription_runs_over_a_socket_and_a_text_does_not()
    {
        using var socket = await TestSocket.OpenAsync(host);
        foreach (var (payload, code) in new (object, string)[]
        {
            (new { query = "{ hello }" }, "DOCUMENT_NOT_TRUSTED"),
            (new { documentId = "sha256:" + new string('0', 64) }, "PERSISTED_QUERY_NOT_FOUND"),
        })
        {
            await socket.SendAsync(Subscribe(payload));
            var refused = await socket.ReceiveAsync();
            Assert.StartsWith("""{"id":"1","type":"error","payload":[""", refused, StringComparison.Ordinal);
            Assert.Contains($"\"code\":\"{code}\"", refused, StringComparison.Ordinal);
        }
        await socket.SendAsync(Subscribe(new { documentId = Ticks.DocumentId }));
        await host.Hub.Events.WaitForAsync(1);
        host.Hub.Events.Send(4);
        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"ticked":{"number":4}}}}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_stored_subscription_runs_as_events_under_its_own_address()
    {
        var request = host.Authorized(HttpMethod.Get, $"/graphql/{Ticks.DocumentId}");
        request.Headers.Add("Accept", "text/event-stream");
        using var stream = await EventStream.SendAsync(host, request);
        await host.Hub.Events.WaitForAsync(1);
        host.Hub.Events.Send(4);
        Assert.Equal("""next: {"data":{"ticked":{"number":4}}}""", await stream.EventAsync());
        using var refused = await EventStream.PostAsync(host, "{ hello }");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, refused.Status);
    }
}
