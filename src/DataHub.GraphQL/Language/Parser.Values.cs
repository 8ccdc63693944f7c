namespace DataHub.GraphQL.Language;

// Sections 2.7, 2.10 to 2.13: arguments, values, variables, type references, directives. "isConst" is the grammar's parameter [Const].
public sealed partial class Parser
{
    // https://spec.graphql.org/September2025/#Arguments
    private ArgumentNode[] ParseArguments(bool isConst) => isConst
        ? OptionalMany(TokenKind.ParenOpen, static p => p.ParseArgument(isConst: true), TokenKind.ParenClose)
        : OptionalMany(TokenKind.ParenOpen, static p => p.ParseArgument(isConst: false), TokenKind.ParenClose);

    // https://spec.graphql.org/September2025/#Argument
    private ArgumentNode ParseArgument(bool isConst)
    {
        var start = lexer.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        var value = ParseValue(isConst);
        return new ArgumentNode(name, value) { Source = source, Start = start, End = lastEnd };
    }

    // https://spec.graphql.org/September2025/#Value
    private ValueNode ParseValue(bool isConst) => lexer.Kind switch
    {
        TokenKind.Dollar when isConst => throw lexer.Error("A variable cannot stand in a constant value", lexer.Start),
        TokenKind.Dollar => ParseVariable(),
        TokenKind.Int => ParseInt(),
        TokenKind.Float => ParseFloat(),
        TokenKind.String or TokenKind.BlockString => ParseString(),
        TokenKind.Name => ParseNameValue(),
        TokenKind.BracketOpen => ParseList(isConst),
        TokenKind.BraceOpen => ParseObject(isConst),
        _ => throw Unexpected("a value"),
    };

    // https://spec.graphql.org/September2025/#Variable
    private VariableNode ParseVariable()
    {
        var start = lexer.Start;
        Expect(TokenKind.Dollar);
        var name = ParseName();
        return new VariableNode(name) { Source = source, Start = start, End = lastEnd };
    }

    // https://spec.graphql.org/September2025/#IntValue
    private IntValueNode ParseInt()
    {
        var start = lexer.Start;
        var value = lexer.Raw.ToString();
        Advance();
        return new IntValueNode(value) { Source = source, Start = start, End = lastEnd };
    }

    // https://spec.graphql.org/September2025/#FloatValue
    private FloatValueNode ParseFloat()
    {
        var start = lexer.Start;
        var value = lexer.Raw.ToString();
        Advance();
        return new FloatValueNode(value) { Source = source, Start = start, End = lastEnd };
    }

    // https://spec.graphql.org/September2025/#StringValue
    private StringValueNode ParseString()
    {
        var (start, value, isBlock) = (lexer.Start, lexer.StringValue, lexer.Kind == TokenKind.BlockString);
        Advance();
        return new StringValueNode(value, isBlock) { Source = source, Start = start, End = lastEnd };
    }

    // https://spec.graphql.org/September2025/#BooleanValue, #NullValue and #EnumValue: the values that look like names
    private ValueNode ParseNameValue()
    {
        var start = lexer.Start;
        var name = lexer.Raw.ToString();
        Advance();
        return name switch
        {
            "true" => new BooleanValueNode(true) { Source = source, Start = start, End = lastEnd },
            "false" => new BooleanValueNode(false) { Source = source, Start = start, End = lastEnd },
            "null" => new NullValueNode { Source = source, Start = start, End = lastEnd },
            _ => new EnumValueNode(name) { Source = source, Start = start, End = lastEnd },
        };
    }

    // https://spec.graphql.org/September2025/#ListValue
    private ListValueNode ParseList(bool isConst)
    {
        var start = lexer.Start;
        Enter();
        Expect(TokenKind.BracketOpen);
        var values = new List<ValueNode>();
        while (!Skip(TokenKind.BracketClose)) values.Add(ParseValue(isConst));
        Leave();
        return new ListValueNode(values) { Source = source, Start = start, End = lastEnd };
    }

    // https://spec.graphql.org/September2025/#ObjectValue
    private ObjectValueNode ParseObject(bool isConst)
    {
        var start = lexer.Start;
        Enter();
        Expect(TokenKind.BraceOpen);
        var fields = new List<ObjectFieldNode>();
        while (!Skip(TokenKind.BraceClose)) fields.Add(ParseObjectField(isConst));
        Leave();
        return new ObjectValueNode(fields) { Source = source, Start = start, End = lastEnd };
    }

    // https://spec.graphql.org/September2025/#ObjectField
    private ObjectFieldNode ParseObjectField(bool isConst)
    {
        var start = lexer.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        var value = ParseValue(isConst);
        return new ObjectFieldNode(name, value) { Source = source, Start = start, End = lastEnd };
    }

    // https://spec.graphql.org/September2025/#DefaultValue
    private ValueNode? ParseDefaultValue() => Skip(TokenKind.Equals) ? ParseValue(isConst: true) : null;

    // https://spec.graphql.org/September2025/#Type and https://spec.graphql.org/September2025/#NonNullType
    private TypeNode ParseType()
    {
        var start = lexer.Start;
        TypeNode type = lexer.Kind switch
        {
            TokenKind.BracketOpen => ParseListType(),
            TokenKind.Name => ParseNamedType(),
            _ => throw Unexpected("a type"),
        };
        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type) { Source = source, Start = start, End = lastEnd } : type;
    }

    // https://spec.graphql.org/September2025/#ListType
    private ListTypeNode ParseListType()
    {
        var start = lexer.Start;
        Enter();
        Expect(TokenKind.BracketOpen);
        var type = ParseType();
        Expect(TokenKind.BracketClose);
        Leave();
        return new ListTypeNode(type) { Source = source, Start = start, End = lastEnd };
    }

    // https://spec.graphql.org/September2025/#NamedType
    private NamedTypeNode ParseNamedType()
    {
        var start = lexer.Start;
        var name = ParseName();
        return new NamedTypeNode(name) { Source = source, Start = start, End = lastEnd };
    }

    // https://spec.graphql.org/September2025/#Directives
    private DirectiveNode[] ParseDirectives(bool isConst)
    {
        if (lexer.Kind != TokenKind.At) return [];
        var directives = new List<DirectiveNode>();
        while (lexer.Kind == TokenKind.At) directives.Add(ParseDirective(isConst));
        return [.. directives];
    }

    // https://spec.graphql.org/September2025/#Directive
    private DirectiveNode ParseDirective(bool isConst)
    {
        var start = lexer.Start;
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArguments(isConst);
        return new DirectiveNode(name, arguments) { Source = source, Start = start, End = lastEnd };
    }
}
