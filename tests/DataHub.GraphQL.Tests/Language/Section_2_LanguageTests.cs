using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_LanguageTests
{
    [Fact]
    public void A_syntax_error_has_its_code_its_place_and_the_chapter()
    {
        var error = Text.Refused("{\n  a(b: }");
        Assert.Equal(ErrorCodes.Syntax, error.Code);
        Assert.Equal(new SourceLocation(2, 8), error.Locations[0]);
        Assert.Equal("2 Language", error.Specification);
        Assert.Null(error.Path);
    }

    // A document is matched whole: "a syntactic parse error must be reported" wherever it stands.
    [Theory]
    [InlineData("{ a } query")]
    [InlineData("{ a } query Q { b } }")]
    [InlineData("type T { a: Int } }")]
    public void One_wrong_definition_refuses_the_document(string text) => Assert.NotEmpty(Text.Refused(text).Message);

    [Fact]
    public async Task A_request_that_is_no_document_is_a_request_error() => Assert.Equal(
        """{"errors":[{"message":"Syntax error: Expected a name, found the end of the text.","locations":[{"line":1,"column":8}],"""
        + "\"extensions\":{\"code\":\"GRAPHQL_PARSE_FAILED\",\"section\":\"2\","
        + "\"specifiedBy\":\"https://spec.graphql.org/September2025/#sec-Language\"}}]}",
        await new TestHub("type Query { a: Int }").AnswerAsync("{ a @b("));
}
