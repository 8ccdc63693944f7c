using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace DataHub.Api.Http;

/// <summary>Inflates request bodies, and stops where they grow past what a bare body may have.</summary>
internal static class Inflation
{
    private const int FirstRoom = 32_768;

    // Ten bytes of header and eight of trailer.
    private const int GzipFrame = 18;

    private static readonly Refusal Damaged =
        new(400, HttpErrorCodes.BadRequest, "The request body is not what its Content-Encoding says, or is cut short.");

    public static Checked<PooledBytes> Inflate(PooledBytes body, ContentCoding coding) =>
        coding == ContentCoding.Brotli ? InflateBrotli(body.Memory.Span) : InflateGzip(body.Memory);

    private static Checked<PooledBytes> InflateBrotli(ReadOnlySpan<byte> source)
    {
        var room = ArrayPool<byte>.Shared.Rent(FirstRoom);
        var length = 0;
        var decoder = new BrotliDecoder();
        try
        {
            while (true)
            {
                var status = decoder.Decompress(source, room.AsSpan(length), out var consumed, out var written);
                source = source[consumed..];
                length += written;
                if (length > BodyReader.MaxBytes) return Give(room, BodyReader.TooLarge);
                if (status == OperationStatus.DestinationTooSmall) Grow(ref room, length);
                else if (status == OperationStatus.Done && source.IsEmpty) return new PooledBytes(room, length);
                else return Give(room, Damaged);
            }
        }
        finally
        {
            decoder.Dispose();
        }
    }

    private static Checked<PooledBytes> InflateGzip(ReadOnlyMemory<byte> source)
    {
        var room = ArrayPool<byte>.Shared.Rent(FirstRoom);
        var length = 0;
        MemoryMarshal.TryGetArray(source, out var bytes);
        using var gzip = new GZipStream(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count), CompressionMode.Decompress);
        try
        {
            while (gzip.Read(room, length, room.Length - length) is var count and > 0)
            {
                length += count;
                if (length > BodyReader.MaxBytes) return Give(room, BodyReader.TooLarge);
                if (length == room.Length) Grow(ref room, length);
            }
        }
        catch (InvalidDataException)
        {
            return Give(room, Damaged);
        }
        return HasTrailer(source.Span, length) ? new PooledBytes(room, length) : Give(room, Damaged);
    }

    // GZipStream does not mind when the end is missing. RFC 1952, section 2.3.1: the last four bytes are the length of what went in.
    private static bool HasTrailer(ReadOnlySpan<byte> source, int length) =>
        source.Length >= GzipFrame && BinaryPrimitives.ReadUInt32LittleEndian(source[^sizeof(uint)..]) == length;

    private static Refusal Give(byte[] room, Refusal refusal)
    {
        ArrayPool<byte>.Shared.Return(room);
        return refusal;
    }

    private static void Grow(ref byte[] room, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(room.Length * 2, BodyReader.MaxBytes + 1));
        room.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(room);
        room = larger;
    }
}
