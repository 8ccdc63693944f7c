using System.Text;

namespace DataHub.GraphQL.Execution;

/// <summary>Text with characters that JSON wants escaped (RFC 8259, section 7): quotation mark, backslash and control characters.</summary>
internal static class EscapedText
{
    /// <summary>Writes UTF-8 without the quotation marks around it; gives the number of bytes, at most six for each char.</summary>
    public static int Write(ReadOnlySpan<char> text, Span<byte> target)
    {
        var used = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character < 0x80 && character >= ' ' && character != '"' && character != '\\')
                target[used++] = (byte)character;
            else if (character < 0x80)
                used += Escape(character, target[used..]);
            else if (character >= 0x800 && !char.IsSurrogate(character))
            {
                target[used++] = (byte)(0xE0 | (character >> 12));
                target[used++] = (byte)(0x80 | ((character >> 6) & 0x3F));
                target[used++] = (byte)(0x80 | (character & 0x3F));
            }
            else
            {
                // Gives U+FFFD for half of a surrogate pair.
                Rune.DecodeFromUtf16(text[i..], out var rune, out var read);
                used += rune.EncodeToUtf8(target[used..]);
                i += read - 1;
            }
        }
        return used;
    }

    private static int Escape(char value, Span<byte> target)
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

    private static byte Digit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);
}
