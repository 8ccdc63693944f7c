using System.Text.Json;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_7_1_7_ExtensionsTests
{
    private static TestHub Hub() => new TestHub("type Query { a: Int }").Value("Query.a", 1);

    [Fact]
    public async Task Extensions_are_a_map_in_results_of_both_kinds()
    {
        var done = await Hub().ExecuteAsync("{ a }");
        var refused = await Hub().ExecuteAsync("{ b }");
        foreach (var result in new[] { done, refused })
        {
            var inner = new Dictionary<string, object?> { ["y"] = new object?[] { 1, null } };
            result.Extensions = new Dictionary<string, object?> { ["x"] = inner };
            var response = JsonDocument.Parse(TestHub.Json(result)).RootElement;
            Assert.Equal("""{"x":{"y":[1,null]}}""", response.GetProperty("extensions").GetRawText());
        }
    }

    [Fact]
    public async Task An_empty_map_is_left_out()
    {
        var result = await Hub().ExecuteAsync("{ a }");
        result.Extensions = new Dictionary<string, object?>();
        Assert.Equal("""{"data":{"a":1}}""", TestHub.Json(result));
    }
}
