using System.Net.WebSockets;
using System.Threading.Channels;
using DataHub.Api.Subscriptions;

namespace DataHub.Api.WebSockets;

/// <summary>
/// What waits to be sent on one socket: so many messages and bytes and no more. Whoever has another one waits for room, and with it the
/// stream it comes from; a client that does not take a message within its time loses the socket.
/// </summary>
internal sealed class OutgoingQueue(SubscriptionSettings settings) : IDisposable
{
    private readonly Channel<Message> waiting = Channel.CreateBounded<Message>(
        new BoundedChannelOptions(settings.MaxWaitingMessages) { SingleReader = true });

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SemaphoreSlim sent = new(0, 1);
    private long bytes;

    /// <summary>Cancelled when the operation does not want its messages sent any more.</summary>
    private readonly record struct Message(ReadOnlyMemory<byte> Text, CancellationToken Operation);

    /// <summary>Waits for room; returns when the message is in the queue.</summary>
    public async ValueTask AddAsync(ReadOnlyMemory<byte> text, CancellationToken operation)
    {
        await turn.WaitAsync(operation);
        try
        {
            while (Volatile.Read(ref bytes) >= settings.MaxWaitingBytes) await sent.WaitAsync(operation);
            Interlocked.Add(ref bytes, text.Length);
            await waiting.Writer.WriteAsync(new Message(text, operation), operation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Sends until it is stopped. Throws <see cref="SocketClosedException"/> when the client is too slow.</summary>
    public async Task SendAsync(WebSocket socket, CancellationToken stopping)
    {
        while (true)
        {
            var message = await waiting.Reader.ReadAsync(stopping);
            if (!message.Operation.IsCancellationRequested) await SendAsync(socket, message.Text);
            Interlocked.Add(ref bytes, -message.Text.Length);
            // Released here only, so it never passes its largest count.
            if (sent.CurrentCount == 0) sent.Release();
        }
    }

    public void Dispose()
    {
        turn.Dispose();
        sent.Dispose();
    }

    private async Task SendAsync(WebSocket socket, ReadOnlyMemory<byte> text)
    {
        using var patience = new CancellationTokenSource(settings.SlowClientTime);
        try
        {
            await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw SocketClose.TooSlow.AsException();
        }
    }
}
