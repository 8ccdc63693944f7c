using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Limits;

namespace DataHub.GraphQL.Tests.Language;

/// <summary>Short ways to read a text in tests of this chapter.</summary>
internal static class Text
{
    public static DocumentNode Document(string text) => Parser.Parse(new Source(text));

    public static ValueNode Value(string text) => Parser.ParseValue(new Source(text));

    public static TypeNode Type(string text) => Parser.ParseType(new Source(text));

    /// <summary>The only definition of a text.</summary>
    public static T Definition<T>(string text) where T : DefinitionNode => Assert.IsType<T>(Assert.Single(Document(text).Definitions));

    /// <summary>The only selection of a query, which is a field.</summary>
    public static FieldNode Field(string selection) =>
        Assert.IsType<FieldNode>(Assert.Single(Definition<OperationDefinitionNode>($"{{ {selection} }}").SelectionSet.Selections));

    /// <summary>The text is refused with one syntax error at "line:column".</summary>
    public static void RefusedAt(string place, string text) =>
        Assert.StartsWith(place + " ", Show(Refused(text)), StringComparison.Ordinal);

    /// <summary>The text is refused with one syntax error at a place in it; gives that error.</summary>
    public static GraphQLError Refused(string text, ParserOptions? options = null) =>
        Refused(() => Parser.Parse(new Source(text), options));

    public static GraphQLError RefusedValue(string text) => Refused(() => Parser.ParseValue(new Source(text)));

    public static GraphQLError Refused(Func<object> read)
    {
        var error = Assert.Single(Assert.Throws<GraphQLException>(read).Errors);
        Assert.Contains(error.Code, (string[])[ErrorCodes.Syntax, LimitKinds.Tokens.Code, LimitKinds.Nesting.Code]);
        Assert.Single(error.Locations);
        return error;
    }

    /// <summary>"line:column message".</summary>
    public static string Show(GraphQLError error) => $"{error.Locations[0].Line}:{error.Locations[0].Column} {error.Message}";
}
