using System.Text.Json;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_7_1_1_ExecutionResultTests
{
    private static TestHub Hub() => new TestHub("type Query { a: Int, bad: Int, worse: Int! }").Value("Query.a", 1)
        .Value("Query.bad", 1L << 40).Value("Query.worse", (int?)null);

    [Theory]
    [InlineData("{ a }", "data")]
    [InlineData("{ a bad }", "errors data")]
    [InlineData("{ worse }", "errors data")]
    [InlineData("{ a @skip(if: true) }", "data")]
    public async Task Data_is_always_there_and_errors_come_first_when_there_are_some(string text, string members) => Assert.Equal(
        members, string.Join(' ', JsonDocument.Parse(await Hub().AnswerAsync(text)).RootElement.EnumerateObject().Select(p => p.Name)));

    [Fact]
    public async Task Errors_are_a_list_of_maps_that_is_not_empty()
    {
        var errors = JsonDocument.Parse(await Hub().AnswerAsync("{ bad other: bad }")).RootElement.GetProperty("errors");
        Assert.Equal(2, errors.GetArrayLength());
        Assert.All(errors.EnumerateArray(), e => Assert.Equal(JsonValueKind.Object, e.ValueKind));
    }

    [Fact]
    public async Task Extensions_may_be_there()
    {
        var result = await Hub().ExecuteAsync("{ a }");
        result.Extensions = new Dictionary<string, object?> { ["took"] = 1 };
        Assert.Equal("""{"data":{"a":1},"extensions":{"took":1}}""", TestHub.Json(result));
    }
}
