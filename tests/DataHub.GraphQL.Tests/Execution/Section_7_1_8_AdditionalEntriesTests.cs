using System.Text.Json;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_7_1_8_AdditionalEntriesTests
{
    [Theory]
    [InlineData("{ a }")]
    [InlineData("{ a bad }")]
    [InlineData("{ nothing }")]
    [InlineData("{ a must }")]
    [InlineData("{")]
    public async Task A_result_has_no_other_entries(string text)
    {
        var hub = new TestHub("type Query { a: Int, bad: Int, must: Int! }").Value("Query.a", 1).Value("Query.bad", 1L << 40)
            .Value("Query.must", (int?)null);
        var result = await hub.ExecuteAsync(text);
        result.Extensions = new Dictionary<string, object?> { ["x"] = 1 };
        var names = JsonDocument.Parse(TestHub.Json(result)).RootElement.EnumerateObject().Select(p => p.Name).ToList();
        Assert.All(names, name => Assert.Contains(name, new[] { "data", "errors", "extensions" }));
        Assert.Equal(names.Count, names.Distinct().Count());
    }
}
