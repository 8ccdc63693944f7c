using System.Text.Json;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_7_1_5_DataTests
{
    private static TestHub Hub() => new TestHub("type Query { a: Int, must: Int! } type Mutation { m: Int }").Value("Query.a", 1)
        .Value("Mutation.m", 2);

    [Theory]
    [InlineData("{ __typename a }", """{"__typename":"Query","a":1}""")]
    [InlineData("mutation { __typename m }", """{"__typename":"Mutation","m":2}""")]
    public async Task Data_is_an_object_of_the_root_type(string text, string data) =>
        Assert.Equal($"{{\"data\":{data}}}", await Hub().AnswerAsync(text));

    [Fact]
    public async Task Data_is_null_when_an_error_prevents_a_valid_response()
    {
        var response = JsonDocument.Parse(await Hub().Value("Query.must", (int?)null).AnswerAsync("{ a must }")).RootElement;
        Assert.Equal(JsonValueKind.Null, response.GetProperty("data").ValueKind);
    }

    [Fact]
    public async Task Data_is_absent_when_nothing_was_executed() =>
        Assert.False(JsonDocument.Parse(await Hub().AnswerAsync("{ nothing }")).RootElement.TryGetProperty("data", out _));
}
