using System.Buffers;
using System.Text;

namespace DataHub.Feeds.Reading;

/// <summary>Counts over all bytes of a file what decides its encoding: a prefix would not do, the first letter beyond ASCII may come late.</summary>
internal sealed class ByteScan
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly byte[] head = new byte[4];
    private readonly byte[] tail = new byte[3];
    private int tailLength;
    private long zerosAtEven;
    private long zerosAtOdd;
    private long validSequences;
    private long invalidBytes;
    private long controls;
    private int lineLength;
    private int longestLine;

    /// <summary>Bytes taken so far.</summary>
    public long Length { get; private set; }

    /// <summary>Takes the next bytes. Throws when a line has grown longer than a feed's line can be.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length && Length + i < head.Length; i++) head[Length + i] = bytes[i];
        MeasureLines(bytes);
        CountZerosAndControls(bytes);
        CountSequences(bytes);
        Length += bytes.Length;
    }

    /// <summary>The encoding, and how many bytes of mark stand before the text.</summary>
    public (Encoding Encoding, int Preamble) Decide()
    {
        if (Length == 0) throw new FeedRefusedException("the file is empty: not even a header");
        RefuseKnownBinaries();
        if (head[0] == 0xFF && head[1] == 0xFE && !(head[2] == 0 && head[3] == 0)) return (Encoding.Unicode, 2);
        if (head[0] == 0xFE && head[1] == 0xFF) return (Encoding.BigEndianUnicode, 2);
        var zeros = zerosAtEven + zerosAtOdd;
        if (zeros > 0) return (Utf16WithoutMark(zeros), 0);
        if (controls > Length / 100) throw NotText();
        invalidBytes += tailLength;
        tailLength = 0;
        if (head[0] == 0xEF && head[1] == 0xBB && head[2] == 0xBF) return (Encoding.UTF8, 3);
        // Windows-1252 text makes a valid UTF-8 sequence by chance only: many of them with a rare broken byte are damaged UTF-8.
        var isUtf8 = invalidBytes == 0 || validSequences > 10 * invalidBytes;
        return (isUtf8 ? Encoding.UTF8 : Windows1252, 0);
    }

    private Encoding Utf16WithoutMark(long zeros)
    {
        // ASCII letters have their zero byte second in little endian, first in big endian.
        var pairs = Length / 2;
        if (zeros < pairs / 2 || zeros > pairs || Length % 2 != 0) throw NotText();
        if (zerosAtOdd > 20 * zerosAtEven) return Encoding.Unicode;
        if (zerosAtEven > 20 * zerosAtOdd) return Encoding.BigEndianUnicode;
        throw NotText();
    }

    private void RefuseKnownBinaries()
    {
        if (head is [(byte)'P', (byte)'K', 3, 4])
            throw new FeedRefusedException("the file is a workbook or an archive, not text: save the sheet as CSV");
        if (head is [0xD0, 0xCF, 0x11, 0xE0]) throw new FeedRefusedException("the file is an old workbook, not text: save the sheet as CSV");
        if (head is [0x1F, 0x8B, _, _]) throw new FeedRefusedException("the file is compressed: unpack it first");
    }

    private static FeedRefusedException NotText() => new("the file is not text: it holds bytes that no text has");

    private void MeasureLines(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes;
        while (rest.Length > 0)
        {
            var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            lineLength += end < 0 ? rest.Length : end;
            longestLine = Math.Max(longestLine, lineLength);
            if (longestLine > TextProbe.LongestLine)
                throw new FeedRefusedException($"a line is longer than {TextProbe.LongestLine / 1024} kB: no feed has such rows");
            if (end < 0) return;
            lineLength = 0;
            rest = rest[(end + 1)..];
        }
    }

    private static readonly SearchValues<byte> Odd = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 27, 28, 29, 30, 31]);

    private void CountZerosAndControls(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (true)
        {
            var next = bytes[at..].IndexOfAny(Odd);
            if (next < 0) return;
            at += next;
            if (bytes[at] != 0) controls++;
            else if (((Length + at) & 1) == 0) zerosAtEven++;
            else zerosAtOdd++;
            at++;
        }
    }

    private void CountSequences(ReadOnlySpan<byte> bytes)
    {
        // A sequence cut by the end of the last chunk is finished first.
        if (tailLength > 0)
        {
            var joined = new byte[tailLength + Math.Min(3, bytes.Length)];
            tail.AsSpan(0, tailLength).CopyTo(joined);
            bytes[..(joined.Length - tailLength)].CopyTo(joined.AsSpan(tailLength));
            Rune.DecodeFromUtf8(joined, out var rune, out var used);
            if (rune == Rune.ReplacementChar && !joined.AsSpan(0, used).SequenceEqual("\uFFFD"u8)) invalidBytes += tailLength;
            else validSequences++;
            bytes = bytes[Math.Clamp(used - tailLength, 0, bytes.Length)..];
            tailLength = 0;
        }
        while (true)
        {
            var next = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0) return;
            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
            if (status == OperationStatus.NeedMoreData)
            {
                bytes.CopyTo(tail);
                tailLength = bytes.Length;
                return;
            }
            if (status == OperationStatus.Done) validSequences++;
            else invalidBytes += used;
            bytes = bytes[used..];
        }
    }
}
