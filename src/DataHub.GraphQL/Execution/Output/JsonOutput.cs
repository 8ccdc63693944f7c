using System.Buffers;
using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Writes JSON straight into a buffer writer's memory. Only what the engine needs to be quick about is written here; all else goes
/// through <see cref="JsonBridge"/>. Text is escaped as far as RFC 8259, section 7 demands and no further.
/// </summary>
internal ref struct JsonOutput(IBufferWriter<byte> output)
{
    private const int LeastBlock = 4096;
    private const int LongestNumber = 40;

    private const int LongestEscape = 6;
    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\']);
    private static readonly SearchValues<byte> EscapedUtf8 =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (byte)c), (byte)'"', (byte)'\\']);

    private Span<byte> block = [];
    private int used;
    private long given;
    private JsonBridge? bridge;

    /// <summary>Bytes written so far.</summary>
    public readonly long Written => given + used;

    /// <summary>Gives what was written to the buffer writer; to be called once at the end.</summary>
    public void Flush()
    {
        if (used > 0) output.Advance(used);
        bridge?.Dispose();
        bridge = null;
        block = [];
        used = 0;
    }

    public void Byte(byte value)
    {
        Reserve(1);
        block[used++] = value;
    }

    public void Raw(scoped ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(block[used..]);
        used += bytes.Length;
    }

    public void Null() => Raw("null"u8);

    /// <summary>A member's name; <paramref name="isNext"/> when another member stands before it.</summary>
    public void Name(JsonEncodedText name, bool isNext)
    {
        var bytes = name.EncodedUtf8Bytes;
        Reserve(bytes.Length + 4);
        if (isNext) block[used++] = (byte)',';
        block[used++] = (byte)'"';
        bytes.CopyTo(block[used..]);
        used += bytes.Length;
        block[used++] = (byte)'"';
        block[used++] = (byte)':';
    }

    /// <summary>A member's name with a comma before it, which becomes the object's brace at the first member.</summary>
    public void Prefix(MemberPrefix prefix, bool isFirst)
    {
        var padded = prefix.Padded;
        Reserve(padded.Length);
        var target = block.Slice(used, padded.Length);
        for (var i = 0; i < padded.Length; i += MemberPrefix.BlockLength)
            Vector128.Create(padded, i).CopyTo(target[i..]);
        if (isFirst) target[0] = (byte)'{';
        used += prefix.Length;
    }

    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    public void Number<T>(T value) where T : IUtf8SpanFormattable
    {
        Reserve(LongestNumber);
        value.TryFormat(block[used..], out var length, default, CultureInfo.InvariantCulture);
        used += length;
    }

    /// <summary>The shortest text that reads back as the same number.</summary>
    public void Number(double value)
    {
        Reserve(LongestNumber);
        if (!ShortDecimal.TryFormat(value, block[used..], out var length))
            value.TryFormat(block[used..], out length, default, CultureInfo.InvariantCulture);
        used += length;
    }

    /// <summary>Half of a surrogate pair becomes U+FFFD: it is no Unicode text.</summary>
    public void Text(scoped ReadOnlySpan<char> text)
    {
        Reserve(text.Length + 2);
        block[used++] = (byte)'"';
        var plain = EscapedText.CopyPlain(text, block[used..]);
        used += plain;
        if (plain < text.Length) Rest(text[plain..]);
        else block[used++] = (byte)'"';
    }

    /// <summary>A text from its first character on that is no plain one, and the closing quotation mark.</summary>
    private void Rest(scoped ReadOnlySpan<char> text)
    {
        // The longest that may come, at once: UTF-8 has three bytes at most for one unit of UTF-16.
        Reserve((text.Length * LongestEscape) + 1);
        while (text.Length > 0)
        {
            if (text[0] < 0x80)
            {
                used += EscapedText.Escape(text[0], block[used..]);
                text = text[1..];
            }
            else
            {
                var end = text.IndexOfAny(Escaped);
                Utf8.FromUtf16(end < 0 ? text : text[..end], block[used..], out var read, out var length);
                used += length;
                text = text[read..];
            }
            var plain = EscapedText.CopyPlain(text, block[used..]);
            used += plain;
            text = text[plain..];
        }
        block[used++] = (byte)'"';
    }

    /// <summary>Bytes that are no UTF-8 become U+FFFD.</summary>
    public void Text(scoped ReadOnlySpan<byte> text)
    {
        var plain = text.IndexOfAny(EscapedUtf8);
        if (!Utf8.IsValid(text))
        {
            Text(Encoding.UTF8.GetString(text));
            return;
        }
        Reserve(text.Length + 2);
        block[used++] = (byte)'"';
        var copied = plain < 0 ? text : text[..plain];
        copied.CopyTo(block[used..]);
        used += copied.Length;
        if (plain < 0) block[used++] = (byte)'"';
        else Rest(text[plain..]);
    }

    /// <summary>A text from its first byte on that is to be escaped, and the closing quotation mark.</summary>
    private void Rest(scoped ReadOnlySpan<byte> text)
    {
        Reserve((text.Length * LongestEscape) + 1);
        while (text.Length > 0)
        {
            used += EscapedText.Escape((char)text[0], block[used..]);
            text = text[1..];
            var plain = text.IndexOfAny(EscapedUtf8);
            var copied = plain < 0 ? text : text[..plain];
            copied.CopyTo(block[used..]);
            used += copied.Length;
            text = text[copied.Length..];
        }
        block[used++] = (byte)'"';
    }

    /// <summary>What a scalar's codec writes in place.</summary>
    public void Formatted<T>(ScalarFormat<T> format, T value)
    {
        Reserve(ScalarCodec.LongestFormat);
        used += format(value, block[used..]);
    }

    /// <summary>What <paramref name="write"/> writes; it returns false when it wrote nothing.</summary>
    public bool Through<T>(ScalarWriter<T> write, T value)
    {
        bridge ??= new JsonBridge();
        if (!write(bridge.Writer, value)) return false;
        Raw(bridge.Written);
        bridge.Clear();
        return true;
    }

    /// <summary>A further member of an object, with its name.</summary>
    public void Member<T>(ScalarWriter<T> write, T value)
    {
        Byte((byte)',');
        Through(write, value);
    }

    private void Reserve(int bytes)
    {
        if (block.Length - used < bytes) Next(bytes);
    }

    private void Next(int bytes)
    {
        if (used > 0) output.Advance(used);
        given += used;
        block = output.GetSpan(Math.Max(bytes, LeastBlock));
        used = 0;
    }
}
