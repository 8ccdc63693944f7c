namespace DataHub.GraphQL.Language;

// Section 3: definitions of a type system and their extensions. A definition and its extension differ in two things only: an extension
// has no description, and it must bring something; see RequireContent.
public sealed partial class Parser
{
    /// <summary>What stands in front of a definition's keyword.</summary>
    private readonly record struct Opening(StringValueNode? Description, int Start, bool IsExtension);

    // https://spec.graphql.org/September2025/#TypeSystemExtension
    private TypeSystemNode ParseExtension(int start)
    {
        Advance();
        if (lexer.Kind != TokenKind.Name || IsKeyword("directive")) throw Unexpected("\"schema\" or the keyword of a type");
        return ParseTypeSystemDefinition(new Opening(null, start, IsExtension: true))
            ?? throw Unexpected("\"schema\" or the keyword of a type");
    }

    // https://spec.graphql.org/September2025/#TypeSystemDefinition; null when the current name is no keyword of it
    private TypeSystemNode? ParseTypeSystemDefinition(Opening opening) => lexer.Raw switch
    {
        "schema" => ParseSchema(opening),
        "scalar" => ParseScalar(opening),
        "type" => ParseObjectType(opening),
        "interface" => ParseInterface(opening),
        "union" => ParseUnion(opening),
        "enum" => ParseEnum(opening),
        "input" => ParseInputObject(opening),
        "directive" => ParseDirectiveDefinition(opening),
        _ => null,
    };

    // https://spec.graphql.org/September2025/#SchemaDefinition and https://spec.graphql.org/September2025/#SchemaExtension
    private SchemaDefinitionNode ParseSchema(Opening opening)
    {
        Advance();
        var directives = ParseDirectives(isConst: true);
        var isOptional = opening.IsExtension && directives.Length > 0;
        var operations = isOptional && lexer.Kind != TokenKind.BraceOpen
            ? []
            : Many(TokenKind.BraceOpen, static p => p.ParseRootOperationType(), TokenKind.BraceClose);
        return new SchemaDefinitionNode(opening.Description, directives, operations)
        {
            Source = source,
            Start = opening.Start,
            End = lastEnd,
            IsExtension = opening.IsExtension,
        };
    }

    // https://spec.graphql.org/September2025/#RootOperationTypeDefinition
    private OperationTypeDefinitionNode ParseRootOperationType()
    {
        var start = lexer.Start;
        var operation = (lexer.Kind == TokenKind.Name ? lexer.Raw : "") switch
        {
            "query" => OperationType.Query,
            "mutation" => OperationType.Mutation,
            "subscription" => OperationType.Subscription,
            _ => throw Unexpected("\"query\", \"mutation\" or \"subscription\""),
        };
        Advance();
        Expect(TokenKind.Colon);
        var type = ParseNamedType();
        return new OperationTypeDefinitionNode(operation, type) { Source = source, Start = start, End = lastEnd };
    }

    // https://spec.graphql.org/September2025/#ScalarTypeDefinition and https://spec.graphql.org/September2025/#ScalarTypeExtension
    private ScalarTypeDefinitionNode ParseScalar(Opening opening)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        RequireContent(opening, directives.Length, "directives");
        return new ScalarTypeDefinitionNode(opening.Description, name, directives)
        {
            Source = source,
            Start = opening.Start,
            End = lastEnd,
            IsExtension = opening.IsExtension,
        };
    }

    // https://spec.graphql.org/September2025/#ObjectTypeDefinition and https://spec.graphql.org/September2025/#ObjectTypeExtension
    private ObjectTypeDefinitionNode ParseObjectType(Opening opening)
    {
        Advance();
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldsDefinition();
        RequireContent(opening, interfaces.Length + directives.Length + fields.Length, "interfaces, directives or fields");
        return new ObjectTypeDefinitionNode(opening.Description, name, interfaces, directives, fields)
        {
            Source = source,
            Start = opening.Start,
            End = lastEnd,
            IsExtension = opening.IsExtension,
        };
    }

    // https://spec.graphql.org/September2025/#InterfaceTypeDefinition and https://spec.graphql.org/September2025/#InterfaceTypeExtension
    private InterfaceTypeDefinitionNode ParseInterface(Opening opening)
    {
        Advance();
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldsDefinition();
        RequireContent(opening, interfaces.Length + directives.Length + fields.Length, "interfaces, directives or fields");
        return new InterfaceTypeDefinitionNode(opening.Description, name, interfaces, directives, fields)
        {
            Source = source,
            Start = opening.Start,
            End = lastEnd,
            IsExtension = opening.IsExtension,
        };
    }

    // https://spec.graphql.org/September2025/#UnionTypeDefinition and https://spec.graphql.org/September2025/#UnionTypeExtension
    private UnionTypeDefinitionNode ParseUnion(Opening opening)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var types = ParseUnionMemberTypes();
        RequireContent(opening, directives.Length + types.Length, "directives or member types");
        return new UnionTypeDefinitionNode(opening.Description, name, directives, types)
        {
            Source = source,
            Start = opening.Start,
            End = lastEnd,
            IsExtension = opening.IsExtension,
        };
    }

    // https://spec.graphql.org/September2025/#EnumTypeDefinition and https://spec.graphql.org/September2025/#EnumTypeExtension
    private EnumTypeDefinitionNode ParseEnum(Opening opening)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var values = OptionalMany(TokenKind.BraceOpen, static p => p.ParseEnumValueDefinition(), TokenKind.BraceClose);
        RequireContent(opening, directives.Length + values.Length, "directives or values");
        return new EnumTypeDefinitionNode(opening.Description, name, directives, values)
        {
            Source = source,
            Start = opening.Start,
            End = lastEnd,
            IsExtension = opening.IsExtension,
        };
    }

    // https://spec.graphql.org/September2025/#InputObjectTypeDefinition
    // and https://spec.graphql.org/September2025/#InputObjectTypeExtension
    private InputObjectTypeDefinitionNode ParseInputObject(Opening opening)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var fields = OptionalMany(TokenKind.BraceOpen, static p => p.ParseInputValueDefinition(), TokenKind.BraceClose);
        RequireContent(opening, directives.Length + fields.Length, "directives or fields");
        return new InputObjectTypeDefinitionNode(opening.Description, name, directives, fields)
        {
            Source = source,
            Start = opening.Start,
            End = lastEnd,
            IsExtension = opening.IsExtension,
        };
    }

    // https://spec.graphql.org/September2025/#DirectiveDefinition
    private DirectiveDefinitionNode ParseDirectiveDefinition(Opening opening)
    {
        Advance();
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArgumentsDefinition();
        var isRepeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        var locations = ParseDirectiveLocations();
        return new DirectiveDefinitionNode(opening.Description, name, arguments, isRepeatable, locations)
        {
            Source = source,
            Start = opening.Start,
            End = lastEnd,
        };
    }

    private void RequireContent(Opening opening, int parts, string what)
    {
        if (opening.IsExtension && parts == 0) throw Unexpected($"{what} that the extension adds");
    }
}
