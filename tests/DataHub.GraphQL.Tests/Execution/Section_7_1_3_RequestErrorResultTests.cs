using System.Text.Json;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_7_1_3_RequestErrorResultTests
{
    private static TestHub Hub() => new TestHub("type Query { a(x: Int!): Int }").From("Query.a", f => f.Argument<int>("x"));

    [Theory]
    [InlineData("{ a(x: }", null, "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ b }", null, "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("query A { a(x: 1) } query B { a(x: 1) }", null, "OPERATION_RESOLUTION_FAILURE")]
    [InlineData("query ($x: Int!) { a(x: $x) }", "{}", "BAD_USER_INPUT")]
    [InlineData("query ($x: Int!) { a(x: $x) }", """{"x":"1"}""", "BAD_USER_INPUT")]
    [InlineData("query ($x: Int!) { a(x: $x) }", "[1]", "BAD_USER_INPUT")]
    public async Task A_request_error_gives_errors_and_no_data(string text, string? variables, string code)
    {
        var hub = Hub();
        var response = JsonDocument.Parse(await hub.AnswerAsync(text, variables)).RootElement;
        Assert.Equal(["errors"], response.EnumerateObject().Select(p => p.Name));
        Assert.Equal(code, response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(0, hub.Calls("Query.a"));
    }

    [Fact]
    public void A_request_error_result_without_an_error_cannot_be_made() =>
        Assert.Throws<ArgumentException>(() => ExecutionResult.Refused([]));
}
