using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Text as JSON wants it (RFC 8259, section 7): quotation mark, backslash and control characters escaped, all else as it is.
/// </summary>
internal static class EscapedText
{
    /// <summary>
    /// Copies what needs no escape and is ASCII from the beginning of a text; gives the number of characters.
    /// <paramref name="target"/> is at least as long as <paramref name="text"/>; behind that number it may be overwritten.
    /// </summary>
    public static int CopyPlain(ReadOnlySpan<char> text, Span<byte> target)
    {
        var at = 0;
        for (; Vector128.IsHardwareAccelerated && text.Length - at >= Vector128<ushort>.Count; at += Vector128<ushort>.Count)
        {
            var units = Vector128.Create(MemoryMarshal.Cast<char, ushort>(text[at..]));
            var special = Vector128.GreaterThan(units - Vector128.Create((ushort)' '), Vector128.Create((ushort)('\u007F' - ' ')))
                | Vector128.Equals(units, Vector128.Create((ushort)'"'))
                | Vector128.Equals(units, Vector128.Create((ushort)'\\'));
            BitConverter.TryWriteBytes(target[at..], Vector128.Narrow(units, units).AsUInt64().ToScalar());
            if (special != Vector128<ushort>.Zero) return at + BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits());
        }
        for (; at < text.Length && IsPlain(text[at]); at++) target[at] = (byte)text[at];
        return at;
    }

    /// <summary>Writes the escape of a character below U+0080; gives its length, at most six.</summary>
    public static int Escape(char value, Span<byte> target)
    {
        target[0] = (byte)'\\';
        var letter = value switch { '"' => '"', '\\' => '\\', '\n' => 'n', '\r' => 'r', '\t' => 't', '\b' => 'b', '\f' => 'f', _ => 'u' };
        target[1] = (byte)letter;
        if (letter != 'u') return 2;
        "00"u8.CopyTo(target[2..]);
        target[4] = Digit(value >> 4);
        target[5] = Digit(value & 15);
        return 6;
    }

    private static bool IsPlain(char value) => value is >= ' ' and <= '\u007F' and not ('"' or '\\');

    private static byte Digit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);
}
