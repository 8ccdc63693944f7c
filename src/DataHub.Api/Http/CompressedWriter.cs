using System.Buffers;
using System.IO.Compression;

namespace DataHub.Api.Http;

/// <summary>
/// Compresses an answer on its way into the response. An answer that stays small goes as it is: it fits into one packet either way.
/// </summary>
/// <remarks>
/// The length of a compressed answer tells something of its content (BREACH, CVE-2013-3587), which takes a secret in the body beside
/// text of the attacker's choice, asked for again and again in the victim's name. Tokens travel in a header and never in a body, no
/// header that a browser adds by itself lets anyone in, and an answer repeats no input but the response keys of the document.
/// </remarks>
internal sealed class CompressedWriter : IBufferWriter<byte>, IDisposable
{
    /// <summary>Bytes from which an answer is compressed.</summary>
    public const int MinBytes = 1_400;

    private const int Room = 16_384;

    private readonly HttpResponse response;
    private readonly bool isAlways;
    private readonly BrotliText? brotli;
    private readonly GZipStream? gzip;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(Room);
    private int length;
    private bool isStarted;

    /// <param name="response">Whose headers are not sent yet; gets Content-Encoding once it is clear that the body is compressed.</param>
    /// <param name="coding">Brotli or gzip.</param>
    /// <param name="isAlways">True: small answers too, because the client takes nothing bare.</param>
    public CompressedWriter(HttpResponse response, ContentCoding coding, bool isAlways)
    {
        (this.response, this.isAlways) = (response, isAlways);
        if (coding == ContentCoding.Brotli) brotli = new BrotliText(response.BodyWriter);
        else gzip = new GZipStream(new BufferStream(response.BodyWriter), CompressionLevel.Fastest);
    }

    /// <summary>True once it is clear that the body is compressed, and the header says so.</summary>
    public bool IsStarted => isStarted;

    public void Advance(int count) => length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(Math.Max(sizeHint, 1));
        return buffer.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>To be called once after the last byte, before the response is flushed.</summary>
    public void Complete()
    {
        if (!isStarted && length < MinBytes && !isAlways)
        {
            response.BodyWriter.Write(buffer.AsSpan(0, length));
            return;
        }
        Drain();
        brotli?.Complete();
        // The trailer of gzip is written when the stream is closed.
        gzip?.Dispose();
    }

    public void Dispose()
    {
        brotli?.Dispose();
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private void EnsureRoom(int size)
    {
        if (buffer.Length - length >= size) return;
        Drain();
        if (buffer.Length >= size) return;
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = ArrayPool<byte>.Shared.Rent(size);
    }

    private void Drain()
    {
        if (!isStarted) response.Headers.ContentEncoding = brotli is null ? "gzip" : "br";
        isStarted = true;
        var bytes = buffer.AsSpan(0, length);
        if (brotli is null) gzip!.Write(bytes);
        else brotli.Write(bytes);
        length = 0;
    }
}
