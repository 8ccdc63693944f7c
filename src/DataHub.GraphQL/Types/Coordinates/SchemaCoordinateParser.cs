using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Types.Coordinates;

/// <summary>
/// The grammar of schema coordinates: names and the punctuators <c>( ) . : @</c>, with nothing ignored between them.
/// https://spec.graphql.org/September2025/#SchemaCoordinate
/// </summary>
internal sealed class SchemaCoordinateParser(string text)
{
    private int position;

    public SchemaCoordinate Parse()
    {
        var coordinate = TrySkip('@') ? ParseDirective() : ParseType();
        return position == text.Length ? coordinate : throw Unexpected("the end of the coordinate");
    }

    private SchemaCoordinate ParseDirective()
    {
        var directive = ParseName();
        return TryParseArgument() is { } argument
            ? new DirectiveArgumentCoordinate(directive, argument)
            : new DirectiveCoordinate(directive);
    }

    private SchemaCoordinate ParseType()
    {
        var type = ParseName();
        if (!TrySkip('.')) return new TypeCoordinate(type);
        var member = ParseName();
        return TryParseArgument() is { } argument
            ? new ArgumentCoordinate(type, member, argument)
            : new MemberCoordinate(type, member);
    }

    private string? TryParseArgument()
    {
        if (!TrySkip('(')) return null;
        var argument = ParseName();
        Expect(':');
        Expect(')');
        return argument;
    }

    // https://spec.graphql.org/September2025/#Name
    private string ParseName()
    {
        var start = position;
        while (position < text.Length && IsNamePart(text[position], position == start)) position++;
        return position > start ? text[start..position] : throw Unexpected("a name");
    }

    private static bool IsNamePart(char c, bool isFirst) => c == '_' || (isFirst ? char.IsAsciiLetter(c) : char.IsAsciiLetterOrDigit(c));

    private bool TrySkip(char punctuator)
    {
        if (position >= text.Length || text[position] != punctuator) return false;
        position++;
        return true;
    }

    private void Expect(char punctuator)
    {
        if (!TrySkip(punctuator)) throw Unexpected($"\"{punctuator}\"");
    }

    private GraphQLException Unexpected(string expected)
    {
        var found = position == text.Length ? "it ends" : "there is another character";
        return new GraphQLException(new GraphQLError(
            $"Syntax error in a schema coordinate: expected {expected} where {found}.", ErrorCodes.Syntax)
        {
            Locations = [new Source(text).LocationAt(position)],
            Specification = "2.14 Schema Coordinates",
        });
    }
}
