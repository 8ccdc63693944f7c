using System.Buffers;
using System.Text;

namespace DataHub.GraphQL.Language;

/// <summary>Evaluates one string token. https://spec.graphql.org/September2025/#sec-String-Value</summary>
internal ref struct StringTokenReader(string text, int start, Lexer lexer)
{
    private static readonly SearchValues<char> ChunkEnds = SearchValues.Create("\"\\\n\r");

    /// <summary>Index behind what was read so far.</summary>
    public int Position { get; private set; } = start;

    /// <summary>A string in single quotes. https://spec.graphql.org/September2025/#StringCharacter</summary>
    public string ReadQuoted()
    {
        Position++;
        StringBuilder? evaluated = null;
        while (true)
        {
            if (Position < text.Length && text[Position] == '\\')
            {
                Position++;
                ReadEscape(evaluated ??= new StringBuilder());
                continue;
            }
            var length = text.AsSpan(Position).IndexOfAny(ChunkEnds);
            var stop = length < 0 ? text.Length : Position + length;
            lexer.RequireScalarValues(Position, stop);
            if (length < 0 || text[stop] is '\n' or '\r') throw lexer.Error("Unterminated string", stop);
            var chunk = text.AsSpan(Position, length);
            Position = stop;
            if (text[stop] == '\\')
            {
                evaluated = (evaluated ?? new StringBuilder()).Append(chunk);
                continue;
            }
            Position++;
            return evaluated is null ? chunk.ToString() : evaluated.Append(chunk).ToString();
        }
    }

    /// <summary>A string in triple quotes. https://spec.graphql.org/September2025/#BlockString</summary>
    public string ReadBlock()
    {
        const string quotes = "\"\"\"";
        Position += quotes.Length;
        var from = Position;
        while (true)
        {
            var length = text.AsSpan(Position).IndexOf(quotes, StringComparison.Ordinal);
            if (length < 0) throw lexer.Error("Unterminated block string", text.Length);
            var end = Position + length;
            Position = end + quotes.Length;
            if (end > from && text[end - 1] == '\\') continue;
            lexer.RequireScalarValues(from, end);
            return BlockString.Value(text[from..end].Replace("\\\"\"\"", quotes, StringComparison.Ordinal));
        }
    }

    // https://spec.graphql.org/September2025/#EscapedCharacter
    private void ReadEscape(StringBuilder evaluated)
    {
        var escape = Position - 1;
        var character = Position < text.Length ? text[Position++] : '\0';
        if (character == 'u')
        {
            ReadUnicodeEscape(evaluated, escape);
            return;
        }
        evaluated.Append(character switch
        {
            '"' or '\\' or '/' => character,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw lexer.Error("Unknown escape sequence in a string", escape),
        });
    }

    // https://spec.graphql.org/September2025/#EscapedUnicode
    private void ReadUnicodeEscape(StringBuilder evaluated, int escape)
    {
        var value = Position < text.Length && text[Position] == '{' ? ReadBracedHex(escape) : ReadFourHex(escape);
        if (value is >= 0xD800 and <= 0xDBFF && text[escape + 2] != '{')
            value = WithTrailingSurrogate(value, escape);
        if (!Rune.IsValid(value)) throw lexer.Error("A Unicode escape must name a Unicode scalar value", escape);
        if (value <= char.MaxValue) evaluated.Append((char)value);
        else evaluated.Append(new Rune(value).ToString());
    }

    private int ReadFourHex(int escape)
    {
        var end = Math.Min(Position + 4, text.Length);
        var (value, digits) = (0, 0);
        for (; Position < end && char.IsAsciiHexDigit(text[Position]); digits++) value = value * 16 + HexValue(text[Position++]);
        if (digits < 4) throw lexer.Error("A Unicode escape must have four hexadecimal digits, or hexadecimal digits in braces", escape);
        return value;
    }

    private int ReadBracedHex(int escape)
    {
        var value = 0;
        var digits = ++Position;
        while (Position < text.Length && char.IsAsciiHexDigit(text[Position]))
        {
            // Any number of leading zeros is allowed; past the last code point the value only has to stay invalid.
            value = Math.Min(value * 16 + HexValue(text[Position]), 0x110000);
            Position++;
        }
        if (Position == digits || Position >= text.Length || text[Position] != '}')
            throw lexer.Error("A Unicode escape must have hexadecimal digits between its braces", escape);
        Position++;
        return value;
    }

    // A pair of fixed-width escapes is one supplementary character, "for legacy reasons".
    private int WithTrailingSurrogate(int leading, int escape)
    {
        if (!text.AsSpan(Position).StartsWith("\\u", StringComparison.Ordinal)) return leading;
        Position += 2;
        var trailing = ReadFourHex(escape);
        return trailing is >= 0xDC00 and <= 0xDFFF ? char.ConvertToUtf32((char)leading, (char)trailing) : leading;
    }

    private static int HexValue(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
