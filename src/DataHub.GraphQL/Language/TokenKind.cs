namespace DataHub.GraphQL.Language;

/// <summary>Section 2.1.5 Lexical Tokens; punctuators (2.1.7) by their names.</summary>
internal enum TokenKind
{
    EndOfText,
    Bang,
    Dollar,
    Ampersand,
    ParenOpen,
    ParenClose,
    Spread,
    Colon,
    Equals,
    At,
    BracketOpen,
    BracketClose,
    BraceOpen,
    Pipe,
    BraceClose,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

internal static class TokenKinds
{
    /// <summary>How a message names a token of that kind: punctuators as written, the others in words.</summary>
    public static string Describe(this TokenKind kind) => kind switch
    {
        TokenKind.EndOfText => "the end of the text",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.ParenOpen => "\"(\"",
        TokenKind.ParenClose => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.Equals => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.BracketOpen => "\"[\"",
        TokenKind.BracketClose => "\"]\"",
        TokenKind.BraceOpen => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.BraceClose => "\"}\"",
        TokenKind.Name => "a name",
        TokenKind.Int => "an integer",
        TokenKind.Float => "a float",
        _ => "a string",
    };
}
