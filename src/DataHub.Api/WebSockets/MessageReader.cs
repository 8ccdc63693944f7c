using System.Buffers;
using System.Net.WebSockets;

namespace DataHub.Api.WebSockets;

/// <summary>Puts the messages of a client together from their fragments.</summary>
internal sealed class MessageReader(WebSocket socket)
{
    private const int FirstBytes = 4_096;

    /// <summary>Longest message in bytes.</summary>
    public required int MaxBytes { get; set; }

    /// <summary>
    /// Null when the client closes the socket. Throws <see cref="SocketClosedException"/> when what comes is no message of the protocol.
    /// Cannot be cancelled: that would abort the socket, and the client would not be told why.
    /// </summary>
    public async ValueTask<ClientMessage?> ReadAsync()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBytes);
        var length = 0;
        try
        {
            while (true)
            {
                if (length == buffer.Length) buffer = Grow(buffer);
                var received = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close) return null;
                if (received.MessageType == WebSocketMessageType.Binary) throw SocketClose.Invalid("Messages are text").AsException();
                length += received.Count;
                if (length > MaxBytes) throw SocketClose.TooBig.AsException();
                if (!received.EndOfMessage) continue;
                var whole = buffer;
                buffer = null;
                return ClientMessage.Parse(whole, length);
            }
        }
        finally
        {
            if (buffer is not null) ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
