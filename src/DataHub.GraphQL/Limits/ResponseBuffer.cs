using System.Buffers;

namespace DataHub.GraphQL.Limits;

/// <summary>
/// A response in pooled memory, so that nothing of it leaves before its size is known. To be disposed once it is copied out.
/// </summary>
public sealed class ResponseBuffer : IBufferWriter<byte>, IDisposable
{
    private const int FirstChunk = 16 * 1024;
    private const int LargestChunk = 256 * 1024;
    private readonly List<(byte[] Chunk, int Length)> full = [];
    private byte[] chunk = [];
    private int length;
    private long before;

    /// <summary>Bytes written.</summary>
    public long Length => before + length;

    /// <summary>Bytes after which writing fails with <see cref="ResponseTooLargeException"/>.</summary>
    internal long Max { get; set; } = long.MaxValue;

    public void Advance(int count)
    {
        if (Length + count > Max) throw new ResponseTooLargeException(Length + count);
        length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (chunk.Length - length < Math.Max(1, sizeHint)) Grow(sizeHint);
        return chunk.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Writes what is in here to <paramref name="output"/>.</summary>
    public void CopyTo(IBufferWriter<byte> output)
    {
        foreach (var (bytes, count) in full) output.Write(bytes.AsSpan(0, count));
        output.Write(chunk.AsSpan(0, length));
    }

    /// <summary>
    /// Writes a part of what is in here to <paramref name="output"/>: bytes <paramref name="from"/> until <paramref name="to"/>.
    /// </summary>
    public void CopyTo(IBufferWriter<byte> output, long from, long to)
    {
        long at = 0;
        foreach (var (bytes, count) in full)
        {
            CopyPart(bytes.AsSpan(0, count));
            at += count;
        }
        CopyPart(chunk.AsSpan(0, length));

        void CopyPart(ReadOnlySpan<byte> part)
        {
            var (first, last) = (Math.Clamp(from - at, 0, part.Length), Math.Clamp(to - at, 0, part.Length));
            if (first < last) output.Write(part[(int)first..(int)last]);
        }
    }

    /// <summary>Forgets what was written.</summary>
    public void Clear()
    {
        foreach (var (bytes, _) in full) ArrayPool<byte>.Shared.Return(bytes);
        full.Clear();
        (length, before) = (0, 0);
    }

    public void Dispose()
    {
        Clear();
        if (chunk.Length > 0) ArrayPool<byte>.Shared.Return(chunk);
        chunk = [];
    }

    private void Grow(int sizeHint)
    {
        var next = ArrayPool<byte>.Shared.Rent(Math.Max(sizeHint, Math.Clamp(chunk.Length * 2, FirstChunk, LargestChunk)));
        if (chunk.Length > 0) full.Add((chunk, length));
        before += length;
        (chunk, length) = (next, 0);
    }
}
