using System.Net.WebSockets;

namespace DataHub.Api.WebSockets;

/// <summary>The closing handshake (RFC 6455, section 7.1).</summary>
internal static class SocketClosing
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Sends the close frame and waits for the client's; a client that does not take part is cut off.
    /// </summary>
    /// <param name="socket">The socket.</param>
    /// <param name="close">Why it is closed.</param>
    /// <param name="reading">Ends when nobody else reads from the socket any more.</param>
    public static async Task CloseAsync(WebSocket socket, SocketClose close, Task reading)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync((WebSocketCloseStatus)close.Code, close.FittingReason(), patience.Token);
            await reading.WaitAsync(patience.Token);
            await SkipAsync(socket, patience.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            socket.Abort();
        }
    }

    private static async Task SkipAsync(WebSocket socket, CancellationToken cancellation)
    {
        var scratch = new byte[1_024];
        while (socket.State == WebSocketState.CloseSent) await socket.ReceiveAsync(scratch.AsMemory(), cancellation);
    }
}
