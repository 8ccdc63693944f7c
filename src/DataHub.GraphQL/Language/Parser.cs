using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Limits;

namespace DataHub.GraphQL.Language;

/// <summary>
/// Reads documents, executable ones and type systems alike. https://spec.graphql.org/September2025/#sec-Document-Syntax
/// A text that is no document gives a <see cref="GraphQLException"/> with one error (<see cref="ErrorCodes.Syntax"/>, or the code of a
/// limit) and its place, never another exception. This file holds entry points and state; the productions are in the other parts, by chapter.
/// </summary>
public sealed partial class Parser
{
    private readonly Source source;
    private readonly ParserOptions options;
    private readonly Lexer lexer;
    private int depth;
    private int deepest;
    private int lastEnd;

    private Parser(Source source, ParserOptions? options)
    {
        this.source = source;
        this.options = options ?? ParserOptions.Default;
        lexer = new Lexer(source, this.options.MaxTokens);
        lexer.Advance();
    }

    /// <summary>Reads a document of at least one definition.</summary>
    public static DocumentNode Parse(Source source, ParserOptions? options = null) => new Parser(source, options).ParseDocument();

    /// <summary>Reads a single value, which may contain variables.</summary>
    public static ValueNode ParseValue(Source source, ParserOptions? options = null)
    {
        var parser = new Parser(source, options);
        var value = parser.ParseValue(isConst: false);
        parser.Expect(TokenKind.EndOfText);
        return value;
    }

    /// <summary>Reads a single type reference, as <c>[Business!]!</c>.</summary>
    public static TypeNode ParseType(Source source, ParserOptions? options = null)
    {
        var parser = new Parser(source, options);
        var type = parser.ParseType();
        parser.Expect(TokenKind.EndOfText);
        return type;
    }

    // https://spec.graphql.org/September2025/#Document
    private DocumentNode ParseDocument()
    {
        var start = lexer.Start;
        var definitions = new List<DefinitionNode>();
        do definitions.Add(ParseDefinition());
        while (lexer.Kind != TokenKind.EndOfText);
        return new DocumentNode(definitions)
        {
            Source = source,
            Start = start,
            End = lastEnd,
            TokenCount = lexer.Tokens,
            Nesting = deepest,
        };
    }

    // https://spec.graphql.org/September2025/#Definition
    private DefinitionNode ParseDefinition()
    {
        if (lexer.Kind == TokenKind.BraceOpen) return ParseShorthand();
        var start = lexer.Start;
        var description = ParseDescription();
        if (lexer.Kind != TokenKind.Name) throw Unexpected("a definition");
        return lexer.Raw switch
        {
            "query" => ParseOperation(OperationType.Query, description, start),
            "mutation" => ParseOperation(OperationType.Mutation, description, start),
            "subscription" => ParseOperation(OperationType.Subscription, description, start),
            "fragment" => ParseFragmentDefinition(description, start),
            "extend" when description is null => ParseExtension(start),
            "extend" => throw lexer.Error("An extension has no description", description.Start),
            _ => ParseTypeSystemDefinition(new Opening(description, start, IsExtension: false)) ?? throw Unexpected("a definition"),
        };
    }

    // https://spec.graphql.org/September2025/#Description
    private StringValueNode? ParseDescription() => lexer.Kind is TokenKind.String or TokenKind.BlockString ? ParseString() : null;

    // https://spec.graphql.org/September2025/#Name
    private NameNode ParseName()
    {
        if (lexer.Kind != TokenKind.Name) throw Unexpected(TokenKind.Name.Describe());
        var start = lexer.Start;
        var value = lexer.Raw.ToString();
        Advance();
        return new NameNode(value) { Source = source, Start = start, End = lastEnd };
    }

    private void Advance()
    {
        lastEnd = lexer.End;
        lexer.Advance();
    }

    private bool Skip(TokenKind kind)
    {
        if (lexer.Kind != kind) return false;
        Advance();
        return true;
    }

    private void Expect(TokenKind kind)
    {
        if (lexer.Kind != kind) throw Unexpected(kind.Describe());
        Advance();
    }

    private bool IsKeyword(string keyword) => lexer.Kind == TokenKind.Name && lexer.Raw.SequenceEqual(keyword);

    private bool SkipKeyword(string keyword)
    {
        if (!IsKeyword(keyword)) return false;
        Advance();
        return true;
    }

    private void ExpectKeyword(string keyword)
    {
        if (!SkipKeyword(keyword)) throw Unexpected($"\"{keyword}\"");
    }

    /// <summary>One item or more between two punctuators.</summary>
    private T[] Many<T>(TokenKind open, Func<Parser, T> item, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        do items.Add(item(this));
        while (!Skip(close));
        return [.. items];
    }

    /// <summary>Nothing, or one item or more between two punctuators.</summary>
    private T[] OptionalMany<T>(TokenKind open, Func<Parser, T> item, TokenKind close) =>
        lexer.Kind == open ? Many(open, item, close) : [];

    /// <summary>Goes one level deeper; every production that can contain itself passes here, so that recursion is bounded.</summary>
    private void Enter()
    {
        if (++depth > options.MaxDepth)
            throw lexer.Exceeded(LimitKinds.Nesting, options.MaxDepth, $"The text is nested deeper than {options.MaxDepth} levels");
        deepest = Math.Max(deepest, depth);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw lexer.Error("The text is nested too deep", lexer.Start);
    }

    private void Leave() => depth--;

    [SuppressMessage("Style", "IDE0072", Justification = "Only names are shown as written: numbers and strings may be somebody's data.")]
    private GraphQLException Unexpected(string expected)
    {
        const int shown = 40;
        var found = lexer.Kind switch
        {
            TokenKind.Name when lexer.Raw.Length > shown => $"\"{lexer.Raw[..shown]}…\"",
            TokenKind.Name => $"\"{lexer.Raw}\"",
            _ => lexer.Kind.Describe(),
        };
        return lexer.Error($"Expected {expected}, found {found}", lexer.Start);
    }
}
