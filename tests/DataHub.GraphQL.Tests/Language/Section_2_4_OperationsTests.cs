using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_4_OperationsTests
{
    [Theory]
    [InlineData("query { a }", OperationType.Query)]
    [InlineData("mutation { a }", OperationType.Mutation)]
    [InlineData("subscription { a }", OperationType.Subscription)]
    public void An_operation_has_a_type(string text, OperationType type)
    {
        var operation = Text.Definition<OperationDefinitionNode>(text);
        Assert.Equal(type, operation.Operation);
        Assert.Null(operation.Name);
        Assert.False(operation.IsShorthand);
    }

    [Fact]
    [Specifies("Query Shorthand")]
    public void A_selection_set_alone_is_a_query()
    {
        var operation = Text.Definition<OperationDefinitionNode>("{ a }");
        Assert.True(operation.IsShorthand);
        Assert.Equal(OperationType.Query, operation.Operation);
    }

    [Fact]
    public void Operations_fragments_and_variables_carry_descriptions()
    {
        var document = Text.Document("""
            "What it asks" query Q("How many" $a: Int = 1 @d, $b: [T!]!) @e { a }
            "What it holds" fragment F on T @d { a }
            """);
        var operation = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        Assert.Equal("What it asks", operation.Description?.Value);
        Assert.Equal("How many", operation.Variables[0].Description?.Value);
        Assert.Equal("d", operation.Variables[0].Directives[0].Name.Value);
        Assert.Equal("1", Assert.IsType<IntValueNode>(operation.Variables[0].DefaultValue).Value);
        Assert.IsType<ListTypeNode>(Assert.IsType<NonNullTypeNode>(operation.Variables[1].Type).Type);
        Assert.Equal("e", operation.Directives[0].Name.Value);
        Assert.Equal("What it holds", Assert.IsType<FragmentDefinitionNode>(document.Definitions[1]).Description?.Value);
    }

    [Theory]
    [InlineData("{}", "1:2 Syntax error: Expected a field or \"...\", found \"}\".")]
    [InlineData("{ a {} }", "1:6 Syntax error: Expected a field or \"...\", found \"}\".")]
    [InlineData("{ a() }", "1:5 Syntax error: Expected a name, found \")\".")]
    [InlineData("query () { a }", "1:8 Syntax error: Expected \"$\", found \")\".")]
    [InlineData("query", "1:6 Syntax error: Expected \"{\", found the end of the text.")]
    [InlineData("\"no\" { a }", "1:6 Syntax error: Expected a definition, found \"{\".")]
    [InlineData("Query { a }", "1:1 Syntax error: Expected a definition, found \"Query\".")]
    [InlineData("{ a: }", "1:6 Syntax error: Expected a name, found \"}\".")]
    [InlineData("{ a: b: c }", "1:7 Syntax error: Expected a field or \"...\", found \":\".")]
    [InlineData("{ a(b 1) }", "1:7 Syntax error: Expected \":\", found an integer.")]
    [InlineData("{ a(b: ) }", "1:8 Syntax error: Expected a value, found \")\".")]
    [InlineData("{ a @ }", "1:7 Syntax error: Expected a name, found \"}\".")]
    [InlineData("{ a } }", "1:7 Syntax error: Expected a definition, found \"}\".")]
    [InlineData("query ($a: Int!!) { a }", "1:16 Syntax error: Expected \"$\", found \"!\".")]
    [InlineData("query ($a: []) { a }", "1:13 Syntax error: Expected a type, found \"]\".")]
    [InlineData("query ($a Int) { a }", "1:11 Syntax error: Expected \":\", found \"Int\".")]
    [InlineData("query ($a: Int =) { a }", "1:17 Syntax error: Expected a value, found \")\".")]
    public void Other_texts_are_refused_at_their_place(string text, string expected) =>
        Assert.Equal(expected, Text.Show(Text.Refused(text)));

    [Fact]
    public void Keywords_are_names_everywhere_else()
    {
        const string words = "query mutation subscription fragment on true false null type input extend schema directive repeatable";
        foreach (var word in words.Split(' '))
        {
            var text = $"query {word}(${word}: {word}) {{ {word}: {word}({word}: ${word}) @{word} }}";
            var operation = Text.Definition<OperationDefinitionNode>(text);
            Assert.Equal(word, operation.Name?.Value);
        }
    }

    [Fact]
    public void Nodes_know_where_they_stand()
    {
        const string text =
            "# c\nquery Q($a: [Int!] = [1, 2] @d) {\n  x: a(b: {c: $a}) @d(e: 1) { ...F @d ... on T { d } }\n}  \nfragment F on T { a } #";
        var document = Text.Document(text);
        string Span(SyntaxNode node) => text[node.Start..node.End];
        Assert.Equal(text[4..^2], Span(document));
        var operation = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        Assert.Equal("$a: [Int!] = [1, 2] @d", Span(operation.Variables[0]));
        Assert.Equal("[Int!]", Span(operation.Variables[0].Type));
        Assert.Equal("[1, 2]", Span(operation.Variables[0].DefaultValue!));
        var field = Assert.IsType<FieldNode>(operation.SelectionSet.Selections[0]);
        Assert.Equal("x: a(b: {c: $a}) @d(e: 1) { ...F @d ... on T { d } }", Span(field));
        Assert.Equal("b: {c: $a}", Span(field.Arguments[0]));
        Assert.Equal("@d(e: 1)", Span(field.Directives[0]));
        Assert.Equal("...F @d", Span(field.SelectionSet!.Selections[0]));
        Assert.Equal("... on T { d }", Span(field.SelectionSet.Selections[1]));
        Assert.Equal("fragment F on T { a }", Span(document.Definitions[1]));
        Assert.Equal((3, 3), (field.Location.Line, field.Location.Column));
    }
}
