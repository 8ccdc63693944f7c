using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DataHub.Bench.Comparison.Load;

/// <summary>A kept connection that sends prebuilt requests and reads just as much of the answers as tells where they end.</summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[64 * 1024];
    private int filled;

    public static async Task<HttpConnection> OpenAsync(int port)
    {
        var connection = new HttpConnection();
        await connection.socket.ConnectAsync(IPAddress.Loopback, port);
        return connection;
    }

    /// <summary>The answer's body without its transfer coding; valid until the next call. Throws when the status is not 200.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> AskAsync(ReadOnlyMemory<byte> request)
    {
        filled = 0;
        await socket.SendAsync(request);
        int head;
        while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0) await FillAsync();
        var start = head + 4;
        var length = Length(buffer.AsSpan(0, head));
        if (length is { } known)
        {
            while (filled < start + known) await FillAsync();
        }
        else length = await DechunkAsync(start);
        var body = buffer.AsMemory(start, length.Value);
        if (!buffer.AsSpan(0, filled).StartsWith("HTTP/1.1 200"u8)) throw new BenchException(Refusal(head, body.Span));
        return body;
    }

    public void Dispose() => socket.Dispose();

    private static int? Length(ReadOnlySpan<byte> head)
    {
        foreach (var line in head.Split("\r\n"u8))
        {
            var header = head[line];
            if (header.Length < 16 || (header[0] | 0x20) != 'c') continue;
            if (!System.Text.Ascii.EqualsIgnoreCase(header[..15], "content-length:"u8)) continue;
            return int.Parse(header[15..].Trim((byte)' '), NumberStyles.None, CultureInfo.InvariantCulture);
        }
        return null;
    }

    /// <summary>Moves the chunks together, from <paramref name="start"/> on; the length of all.</summary>
    private async ValueTask<int> DechunkAsync(int start)
    {
        var (write, read) = (start, start);
        while (true)
        {
            int line;
            while ((line = buffer.AsSpan(read, filled - read).IndexOf("\r\n"u8)) < 0) await FillAsync();
            var size = int.Parse(buffer.AsSpan(read, line), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            read += line + 2;
            while (filled < read + size + 2) await FillAsync();
            buffer.AsSpan(read, size).CopyTo(buffer.AsSpan(write));
            write += size;
            read += size + 2;
            if (size == 0) return write - start;
        }
    }

    private async ValueTask FillAsync()
    {
        if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var got = await socket.ReceiveAsync(buffer.AsMemory(filled));
        if (got == 0) throw new BenchException("A server closed the connection in the middle of an answer.");
        filled += got;
    }

    private string Refusal(int head, ReadOnlySpan<byte> body)
    {
        var text = System.Text.Encoding.UTF8;
        var status = buffer.AsSpan(0, head);
        var line = text.GetString(status[..Math.Max(status.IndexOf("\r\n"u8), 0)]);
        return $"A server answered {line}: {text.GetString(body[..Math.Min(body.Length, 600)])}";
    }
}
