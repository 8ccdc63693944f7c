using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace DataHub.Api.Tests.WebSockets;

/// <summary>A client that says what a test wants it to say, and nothing by itself.</summary>
internal sealed class TestSocket : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ClientWebSocket socket = new();

    public ClientWebSocket Raw => socket;

    public static async Task<TestSocket> ConnectAsync(
        RunningHost host, string[]? subprotocols = null, Action<ClientWebSocketOptions>? configure = null)
    {
        var client = new TestSocket();
        foreach (var name in subprotocols ?? ["graphql-transport-ws"]) client.socket.Options.AddSubProtocol(name);
        client.socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        client.socket.Options.CollectHttpResponseDetails = true;
        configure?.Invoke(client.socket.Options);
        using var patience = new CancellationTokenSource(Patience);
        await client.socket.ConnectAsync(new Uri($"ws://{host.Address.Authority}/graphql"), patience.Token);
        return client;
    }

    /// <summary>A socket that may be asked.</summary>
    public static async Task<TestSocket> OpenAsync(RunningHost host, string? token = null)
    {
        var client = await ConnectAsync(host);
        await client.InitialiseAsync(token ?? host.Token());
        Assert.StartsWith("{\"type\":\"connection_ack\"", await client.ReceiveAsync(), StringComparison.Ordinal);
        return client;
    }

    public Task InitialiseAsync(string token) =>
        SendAsync(JsonSerializer.Serialize(new { type = "connection_init", payload = new { authorization = $"Bearer {token}" } }));

    public Task SubscribeAsync(string id, string query) => SendAsync(JsonSerializer.Serialize(new { id, type = "subscribe", payload = new { query } }));

    public Task CompleteAsync(string id) => SendAsync(JsonSerializer.Serialize(new { id, type = "complete" }));

    public Task SendAsync(string message) => SendAsync(Encoding.UTF8.GetBytes(message));

    public async Task SendAsync(byte[] message, WebSocketMessageType type = WebSocketMessageType.Text, bool isLast = true)
    {
        using var patience = new CancellationTokenSource(Patience);
        await socket.SendAsync(message.AsMemory(), type, isLast, patience.Token);
    }

    /// <summary>The next message as it stands.</summary>
    public async Task<string> ReceiveAsync()
    {
        var text = await NextAsync();
        return text ?? throw new InvalidOperationException($"Closed: {socket.CloseStatus} {socket.CloseStatusDescription}");
    }

    /// <summary>The close code and the reason; other messages before it are passed over.</summary>
    public async Task<(int Code, string Reason)> ClosedAsync()
    {
        while (await NextAsync() is not null) { }
        return ((int)socket.CloseStatus!, socket.CloseStatusDescription ?? "");
    }

    public void Dispose() => socket.Dispose();

    private async Task<string?> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var whole = new MemoryStream();
        var buffer = new byte[16_384];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await AnswerCloseAsync(patience.Token);
                return null;
            }
            whole.Write(buffer, 0, received.Count);
            if (received.EndOfMessage) return Encoding.UTF8.GetString(whole.ToArray());
        }
    }

    private async Task AnswerCloseAsync(CancellationToken cancellation)
    {
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", cancellation);
        }
        catch (WebSocketException)
        {
            // Who fails a connection (RFC 6455, section 7.1.7) does not wait for this.
        }
    }
}
