namespace DataHub.GraphQL.Language;

// Sections 2.4 to 2.9 and 2.11: operations, selections, fragments, variables.
public sealed partial class Parser
{
    // https://spec.graphql.org/September2025/#OperationDefinition — the query shorthand
    private OperationDefinitionNode ParseShorthand()
    {
        var start = lexer.Start;
        var selections = ParseSelectionSet();
        return new OperationDefinitionNode(OperationType.Query, null, [], [], selections)
        {
            Source = source,
            Start = start,
            End = lastEnd,
            IsShorthand = true,
        };
    }

    // https://spec.graphql.org/September2025/#OperationDefinition
    private OperationDefinitionNode ParseOperation(OperationType operation, StringValueNode? description, int start)
    {
        Advance();
        var name = lexer.Kind == TokenKind.Name ? ParseName() : null;
        var variables = OptionalMany(TokenKind.ParenOpen, static p => p.ParseVariableDefinition(), TokenKind.ParenClose);
        var directives = ParseDirectives(isConst: false);
        var selections = ParseSelectionSet();
        return new OperationDefinitionNode(operation, name, variables, directives, selections)
        {
            Source = source,
            Start = start,
            End = lastEnd,
            Description = description,
        };
    }

    // https://spec.graphql.org/September2025/#VariableDefinition
    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = lexer.Start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = ParseDefaultValue();
        var directives = ParseDirectives(isConst: true);
        return new VariableDefinitionNode(variable, type, defaultValue, directives)
        {
            Source = source,
            Start = start,
            End = lastEnd,
            Description = description,
        };
    }

    // https://spec.graphql.org/September2025/#SelectionSet
    private SelectionSetNode ParseSelectionSet()
    {
        var start = lexer.Start;
        Enter();
        var selections = Many(TokenKind.BraceOpen, static p => p.ParseSelection(), TokenKind.BraceClose);
        Leave();
        return new SelectionSetNode(selections) { Source = source, Start = start, End = lastEnd };
    }

    // https://spec.graphql.org/September2025/#Selection
    private SelectionNode ParseSelection() => lexer.Kind switch
    {
        TokenKind.Spread => ParseFragment(),
        TokenKind.Name => ParseField(),
        _ => throw Unexpected("a field or \"...\""),
    };

    // https://spec.graphql.org/September2025/#Field and https://spec.graphql.org/September2025/#Alias
    private FieldNode ParseField()
    {
        var start = lexer.Start;
        var name = ParseName();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon)) (alias, name) = (name, ParseName());
        var arguments = ParseArguments(isConst: false);
        var directives = ParseDirectives(isConst: false);
        var selections = lexer.Kind == TokenKind.BraceOpen ? ParseSelectionSet() : null;
        return new FieldNode(alias, name, arguments, directives, selections) { Source = source, Start = start, End = lastEnd };
    }

    // https://spec.graphql.org/September2025/#FragmentSpread and https://spec.graphql.org/September2025/#InlineFragment
    private SelectionNode ParseFragment()
    {
        var start = lexer.Start;
        Expect(TokenKind.Spread);
        if (lexer.Kind == TokenKind.Name && !IsKeyword("on")) return ParseFragmentSpread(start);
        var condition = IsKeyword("on") ? ParseTypeCondition() : null;
        var directives = ParseDirectives(isConst: false);
        var selections = ParseSelectionSet();
        return new InlineFragmentNode(condition, directives, selections) { Source = source, Start = start, End = lastEnd };
    }

    private FragmentSpreadNode ParseFragmentSpread(int start)
    {
        var name = ParseFragmentName();
        var directives = ParseDirectives(isConst: false);
        return new FragmentSpreadNode(name, directives) { Source = source, Start = start, End = lastEnd };
    }

    // https://spec.graphql.org/September2025/#FragmentDefinition
    private FragmentDefinitionNode ParseFragmentDefinition(StringValueNode? description, int start)
    {
        Advance();
        var name = ParseFragmentName();
        var condition = ParseTypeCondition();
        var directives = ParseDirectives(isConst: false);
        var selections = ParseSelectionSet();
        return new FragmentDefinitionNode(name, condition, directives, selections)
        {
            Source = source,
            Start = start,
            End = lastEnd,
            Description = description,
        };
    }

    // https://spec.graphql.org/September2025/#FragmentName
    private NameNode ParseFragmentName() => IsKeyword("on") ? throw Unexpected("a fragment's name") : ParseName();

    // https://spec.graphql.org/September2025/#TypeCondition
    private NamedTypeNode ParseTypeCondition()
    {
        ExpectKeyword("on");
        return ParseNamedType();
    }
}
