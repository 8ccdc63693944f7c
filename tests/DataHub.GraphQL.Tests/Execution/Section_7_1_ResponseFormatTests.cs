using System.Text.Json;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_7_1_ResponseFormatTests
{
    private static TestHub Hub() => new TestHub("type Query { a: Int }").Value("Query.a", 1);

    [Theory]
    [InlineData("{ a }", "data")]
    [InlineData("{ a", "errors")]
    [InlineData("{ b }", "errors")]
    [InlineData("query ($x: Int!) { a @skip(if: false) ... @include(if: true) { a } }", "errors")]
    public async Task A_response_is_an_execution_result_or_a_request_error_result(string text, string members) => Assert.Equal(
        members, string.Join(' ', JsonDocument.Parse(await Hub().AnswerAsync(text)).RootElement.EnumerateObject().Select(p => p.Name)));
}
