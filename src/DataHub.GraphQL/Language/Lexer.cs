using System.Buffers;
using System.Runtime.CompilerServices;

using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Limits;

namespace DataHub.GraphQL.Language;

/// <summary>
/// Reads a text token by token, each character once. https://spec.graphql.org/September2025/#sec-Source-Text
/// What the current token is stands in the properties; <see cref="Advance"/> goes on to the next.
/// </summary>
internal sealed class Lexer(Source source, int maxTokens)
{
    private const char ByteOrderMark = '\uFEFF';
    private const int LongRun = 16;

    private static readonly SearchValues<char> NameContinue =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create(" \t\n\r,\uFEFF");
    private readonly string text = source.Text;
    private int position;
    private int tokens;

    public TokenKind Kind { get; private set; }

    /// <summary>Tokens read so far.</summary>
    public int Tokens => tokens;

    /// <summary>Index of the token's first character.</summary>
    public int Start { get; private set; }

    /// <summary>Index behind the token's last character.</summary>
    public int End => position;

    /// <summary>The evaluated value of a string token; undefined for others.</summary>
    public string StringValue { get; private set; } = "";

    /// <summary>The token as it is written.</summary>
    public ReadOnlySpan<char> Raw => text.AsSpan(Start, position - Start);

    /// <summary>Goes to the next token; stays at the end of the text.</summary>
    public void Advance()
    {
        SkipIgnored();
        Start = position;
        if (position == text.Length)
        {
            Kind = TokenKind.EndOfText;
            return;
        }
        if (++tokens > maxTokens) throw Exceeded(LimitKinds.Tokens, maxTokens, $"The text has more than {maxTokens} tokens");
        Kind = ReadToken(text[position]);
    }

    /// <summary>The one kind of failure this chapter knows: a syntax error with its place.</summary>
    public GraphQLException Error(string message, int at) =>
        new(new GraphQLError($"Syntax error: {message}.", ErrorCodes.Syntax)
        {
            Locations = [source.LocationAt(at)],
            Specification = "2 Language",
        });

    /// <summary>A syntax error of a text that is larger than allowed: counting stops at the first too many.</summary>
    public GraphQLException Exceeded(LimitKind kind, int max, string message) => new(new LimitExcess(kind, max, max + 1L).ToError() with
    {
        Message = $"Syntax error: {message}.",
        Locations = [source.LocationAt(Start)],
    });

    // https://spec.graphql.org/September2025/#Ignored
    private void SkipIgnored()
    {
        while (position < text.Length)
        {
            switch (text[position])
            {
                case ' ' or '\t' or '\n' or '\r' or ',' or ByteOrderMark:
                    SkipWhiteSpace();
                    break;
                case '#':
                    SkipComment();
                    break;
                default:
                    return;
            }
        }
    }

    // https://spec.graphql.org/September2025/#WhiteSpace
    private void SkipWhiteSpace()
    {
        var near = Math.Min(position + LongRun, text.Length);
        do position++;
        while (position < near && text[position] is ' ' or '\t' or '\n' or '\r' or ',' or ByteOrderMark);
        if (position < near || position == text.Length) return;
        var length = text.AsSpan(position).IndexOfAnyExcept(WhiteSpace);
        position = length < 0 ? text.Length : position + length;
    }

    // https://spec.graphql.org/September2025/#Comment
    private void SkipComment()
    {
        var rest = text.AsSpan(position);
        // An empty comment is found out without a search.
        if (rest.Length > 1 && rest[1] is '\n' or '\r')
        {
            position++;
            return;
        }
        var length = rest.IndexOfAny('\n', '\r');
        var end = length < 0 ? text.Length : position + length;
        RequireScalarValues(position, end);
        position = end;
    }

    // https://spec.graphql.org/September2025/#Token
    private TokenKind ReadToken(char first)
    {
        switch (first)
        {
            case '!': return Punctuator(TokenKind.Bang);
            case '$': return Punctuator(TokenKind.Dollar);
            case '&': return Punctuator(TokenKind.Ampersand);
            case '(': return Punctuator(TokenKind.ParenOpen);
            case ')': return Punctuator(TokenKind.ParenClose);
            case ':': return Punctuator(TokenKind.Colon);
            case '=': return Punctuator(TokenKind.Equals);
            case '@': return Punctuator(TokenKind.At);
            case '[': return Punctuator(TokenKind.BracketOpen);
            case ']': return Punctuator(TokenKind.BracketClose);
            case '{': return Punctuator(TokenKind.BraceOpen);
            case '|': return Punctuator(TokenKind.Pipe);
            case '}': return Punctuator(TokenKind.BraceClose);
            case '.': return ReadSpread();
            case '"': return ReadString();
            case '-': return ReadNumber();
            default:
                if (char.IsAsciiDigit(first)) return ReadNumber();
                if (IsNameStart(first)) return ReadName();
                throw Unexpected(position);
        }
    }

    // https://spec.graphql.org/September2025/#Punctuator
    private TokenKind Punctuator(TokenKind kind)
    {
        position++;
        return kind;
    }

    private TokenKind ReadSpread()
    {
        if (!text.AsSpan(position).StartsWith("...", StringComparison.Ordinal)) throw Error("Expected \"...\"", position);
        position += 3;
        return TokenKind.Spread;
    }

    // https://spec.graphql.org/September2025/#Name
    private TokenKind ReadName()
    {
        var near = Math.Min(position + LongRun, text.Length);
        do position++;
        while (position < near && IsNameContinue(text[position]));
        if (position == near && position < text.Length)
        {
            var length = text.AsSpan(position).IndexOfAnyExcept(NameContinue);
            position = length < 0 ? text.Length : position + length;
        }
        return TokenKind.Name;
    }

    // https://spec.graphql.org/September2025/#IntValue and https://spec.graphql.org/September2025/#FloatValue
    private TokenKind ReadNumber()
    {
        var kind = TokenKind.Int;
        if (text[position] == '-') position++;
        ReadIntegerPart();
        if (Peek() == '.')
        {
            kind = TokenKind.Float;
            position++;
            ReadDigits("the decimal point");
        }
        if (Peek() is 'e' or 'E')
        {
            kind = TokenKind.Float;
            position++;
            if (Peek() is '+' or '-') position++;
            ReadDigits("the exponent's sign");
        }
        // Lookahead restriction of both productions: {Digit, ".", NameStart}; digits are all read by now.
        if (Peek() == '.' || IsNameStart(Peek())) throw Error("A number must not be followed by a letter, \"_\" or \".\"", position);
        return kind;
    }

    // https://spec.graphql.org/September2025/#IntegerPart
    private void ReadIntegerPart()
    {
        if (Peek() != '0')
        {
            ReadDigits("\"-\"");
            return;
        }
        position++;
        if (char.IsAsciiDigit(Peek())) throw Error("A number must not have leading zeros", position);
    }

    private void ReadDigits(string after)
    {
        if (!char.IsAsciiDigit(Peek())) throw Error($"Expected a digit after {after}", position);
        var length = text.AsSpan(position).IndexOfAnyExceptInRange('0', '9');
        position = length < 0 ? text.Length : position + length;
    }

    // https://spec.graphql.org/September2025/#StringValue
    private TokenKind ReadString()
    {
        var reader = new StringTokenReader(text, position, this);
        var isBlock = text.AsSpan(position).StartsWith("\"\"\"", StringComparison.Ordinal);
        StringValue = isBlock ? reader.ReadBlock() : reader.ReadQuoted();
        position = reader.Position;
        return isBlock ? TokenKind.BlockString : TokenKind.String;
    }

    /// <summary>
    /// Refuses surrogates without their partner: no SourceCharacter. https://spec.graphql.org/September2025/#SourceCharacter
    /// </summary>
    public void RequireScalarValues(int start, int end)
    {
        for (var at = start; at < end; at += 2)
        {
            var next = text.AsSpan(at, end - at).IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0) return;
            at += next;
            if (at + 1 >= end || !char.IsSurrogatePair(text[at], text[at + 1])) throw Unexpected(at);
        }
    }

    /// <summary>The error for a character that cannot stand where it stands.</summary>
    public GraphQLException Unexpected(int at)
    {
        var character = text[at];
        var shown = character is > ' ' and < '\u007F' ? $"\"{character}\"" : $"U+{CodePoint(at):X4}";
        return Error($"Unexpected character {shown}", at);
    }

    private int CodePoint(int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];

    // U+0000 stands for the end of the text here: no production continues with it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private char Peek() => position < text.Length ? text[position] : '\0';

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private static bool IsNameContinue(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
