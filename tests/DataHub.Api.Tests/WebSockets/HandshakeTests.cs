using System.Net;
using System.Net.WebSockets;

namespace DataHub.Api.Tests.WebSockets;

public sealed class HandshakeTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly RunningHost host = fixture.Host;

    [Theory]
    [InlineData("graphql-transport-ws")]
    [InlineData("graphql-ws", "graphql-transport-ws")]
    public async Task The_protocol_is_chosen_among_those_the_client_speaks(params string[] offered)
    {
        using var socket = await TestSocket.ConnectAsync(host, offered);
        Assert.Equal("graphql-transport-ws", socket.Raw.SubProtocol);
    }

    [Theory]
    [InlineData()]
    [InlineData("graphql-ws")]
    [InlineData("GRAPHQL-TRANSPORT-WS", "soap")]
    public async Task A_client_of_another_protocol_gets_nothing(params string[] offered)
    {
        using var socket = await TestSocket.ConnectAsync(host, offered);
        Assert.Null(socket.Raw.SubProtocol);
        await socket.InitialiseAsync(host.Token());
        Assert.Equal((4406, "Subprotocol not acceptable"), await socket.ClosedAsync());
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    [InlineData("file://")]
    [InlineData("https://portal.example.evil.example")]
    public async Task Pages_of_other_addresses_are_refused(string origin)
    {
        using var client = new ClientWebSocket();
        client.Options.CollectHttpResponseDetails = true;
        client.Options.AddSubProtocol("graphql-transport-ws");
        client.Options.SetRequestHeader("Origin", origin);
        await Assert.ThrowsAsync<WebSocketException>(() => client.ConnectAsync(new Uri($"ws://{host.Address.Authority}/graphql"), CancellationToken.None));
        Assert.Equal(HttpStatusCode.Forbidden, client.HttpStatusCode);
    }

    [Fact]
    public async Task Pages_of_the_hub_and_those_it_knows_are_let_in()
    {
        await using var open = await RunningHost.StartAsync(
            new Dictionary<string, string?> { ["DataHub:Subscriptions:AllowedOrigins:0"] = "https://portal.example/" });
        foreach (var origin in new[] { "https://portal.example", $"http://{open.Address.Authority}", $"https://{open.Address.Authority}" })
        {
            using var socket = await TestSocket.ConnectAsync(open, configure: o => o.SetRequestHeader("Origin", origin));
            await socket.InitialiseAsync(open.Token());
            Assert.StartsWith("{\"type\":\"connection_ack\"", await socket.ReceiveAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Messages_are_not_compressed()
    {
        using var socket = await TestSocket.ConnectAsync(host, configure: o => o.DangerousDeflateOptions = new WebSocketDeflateOptions());
        Assert.False(socket.Raw.HttpResponseHeaders!.ContainsKey("Sec-WebSocket-Extensions"));
    }

    [Fact]
    public async Task Only_so_many_sockets_are_open_at_once()
    {
        await using var small = await RunningHost.StartAsync(new Dictionary<string, string?> { ["DataHub:Subscriptions:MaxConnections"] = "1" });
        using (await TestSocket.OpenAsync(small))
        {
            using var second = new ClientWebSocket();
            second.Options.CollectHttpResponseDetails = true;
            await Assert.ThrowsAsync<WebSocketException>(
                () => second.ConnectAsync(new Uri($"ws://{small.Address.Authority}/graphql"), CancellationToken.None));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, second.HttpStatusCode);
        }
    }

    [Fact]
    public async Task An_upgrade_to_something_else_is_an_ordinary_request()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={hello}");
        request.Headers.Add("Connection", "Upgrade");
        request.Headers.Add("Upgrade", "h2c");
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("InitTime", "00:00:16")]
    [InlineData("InitTime", "00:00:00")]
    [InlineData("PongTime", "-00:00:01")]
    [InlineData("MaxOperations", "0")]
    public async Task Settings_that_cannot_be_meant_refuse_the_start(string name, string value)
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(
            () => RunningHost.StartAsync(new Dictionary<string, string?> { [$"DataHub:Subscriptions:{name}"] = value }));
        Assert.StartsWith($"DataHub:Subscriptions:{name} must be above 0", refused.Message, StringComparison.Ordinal);
    }
}
