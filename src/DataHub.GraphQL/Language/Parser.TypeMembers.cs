namespace DataHub.GraphQL.Language;

// Section 3: what stands inside the definitions of a type system.
public sealed partial class Parser
{
    // https://spec.graphql.org/September2025/#ImplementsInterfaces
    private NamedTypeNode[] ParseImplementsInterfaces() =>
        SkipKeyword("implements") ? Separated(TokenKind.Ampersand, static p => p.ParseNamedType()) : [];

    // https://spec.graphql.org/September2025/#UnionMemberTypes
    private NamedTypeNode[] ParseUnionMemberTypes() =>
        Skip(TokenKind.Equals) ? Separated(TokenKind.Pipe, static p => p.ParseNamedType()) : [];

    // https://spec.graphql.org/September2025/#DirectiveLocations
    private NameNode[] ParseDirectiveLocations() => Separated(TokenKind.Pipe, static p => p.ParseDirectiveLocation());

    // https://spec.graphql.org/September2025/#DirectiveLocation
    private NameNode ParseDirectiveLocation()
    {
        var isKnown = lexer.Kind == TokenKind.Name && DirectiveLocations.All.Contains(lexer.Raw.ToString());
        return isKnown ? ParseName() : throw Unexpected("a directive location");
    }

    // https://spec.graphql.org/September2025/#FieldsDefinition
    private FieldDefinitionNode[] ParseFieldsDefinition() =>
        OptionalMany(TokenKind.BraceOpen, static p => p.ParseFieldDefinition(), TokenKind.BraceClose);

    // https://spec.graphql.org/September2025/#FieldDefinition
    private FieldDefinitionNode ParseFieldDefinition()
    {
        var start = lexer.Start;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = ParseArgumentsDefinition();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var directives = ParseDirectives(isConst: true);
        return new FieldDefinitionNode(description, name, arguments, type, directives) { Source = source, Start = start, End = lastEnd };
    }

    // https://spec.graphql.org/September2025/#ArgumentsDefinition
    private InputValueDefinitionNode[] ParseArgumentsDefinition() =>
        OptionalMany(TokenKind.ParenOpen, static p => p.ParseInputValueDefinition(), TokenKind.ParenClose);

    // https://spec.graphql.org/September2025/#InputValueDefinition
    private InputValueDefinitionNode ParseInputValueDefinition()
    {
        var start = lexer.Start;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = ParseDefaultValue();
        var directives = ParseDirectives(isConst: true);
        return new InputValueDefinitionNode(description, name, type, defaultValue, directives)
        {
            Source = source,
            Start = start,
            End = lastEnd,
        };
    }

    // https://spec.graphql.org/September2025/#EnumValueDefinition; EnumValue is a Name but not true, false or null
    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var start = lexer.Start;
        var description = ParseDescription();
        if (IsKeyword("true") || IsKeyword("false") || IsKeyword("null")) throw Unexpected("the name of an enum value");
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        return new EnumValueDefinitionNode(description, name, directives) { Source = source, Start = start, End = lastEnd };
    }

    /// <summary>One item or more, with a separator between them and perhaps one in front.</summary>
    private T[] Separated<T>(TokenKind separator, Func<Parser, T> item)
    {
        Skip(separator);
        var items = new List<T>();
        do items.Add(item(this));
        while (Skip(separator));
        return [.. items];
    }
}
