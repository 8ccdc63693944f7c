using System.Text.Json;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_11_ListTests
{
    private static TestHub Hub() =>
        new TestHub("type Query { out: [Int], strict: [Int!], in(x: [Int]): String, table(x: [[Int]]): String }")
        .From("Query.in", f => JsonSerializer.Serialize(f.Arguments["x"]))
            .From("Query.table", f => JsonSerializer.Serialize(f.Arguments["x"]));

    [Fact]
    [Specifies("Result Coercion")]
    public async Task Items_keep_their_order_and_are_coerced_one_by_one()
    {
        Assert.Equal("""{"out":[3,1,2]}""", await Hub().Value("Query.out", new[] { 3, 1, 2 }).DataAsync("{ out }"));
        Assert.Equal("""{"out":[]}""", await Hub().Value("Query.out", Array.Empty<int>()).DataAsync("{ out }"));
        Assert.Equal("""{"out":[1,null]}""", await Hub().Value("Query.out", new int?[] { 1, null }).DataAsync("{ out }"));
    }

    [Fact]
    [Specifies("Result Coercion")]
    public async Task What_is_no_list_is_an_error() =>
        Assert.Equal(["out: Internal error"], await Hub().Resolve("Query.out", (_, parents) =>
            new(ResolvedField.Leaf(new ArrayColumn<int>(new int[parents.Count])))).ErrorsAsync("{ out }"));

    [Fact]
    [Specifies("Result Coercion")]
    public async Task An_error_at_an_item_is_null_there_or_an_error_of_the_list_when_items_are_non_null()
    {
        var hub = Hub().Value("Query.out", new[] { 1L, 1L << 40 }).Value("Query.strict", new[] { 1L, 1L << 40 });
        Assert.EndsWith("\"data\":{\"out\":[1,null],\"strict\":null}}", await hub.AnswerAsync("{ out strict }"), StringComparison.Ordinal);
        string[] expected =
        [
            "out.1: A value of \"Query.out\" cannot be represented as Int.",
            "strict.1: A value of \"Query.strict\" cannot be represented as Int.",
        ];
        Assert.Equal(expected, await hub.ErrorsAsync("{ out strict }"));
    }

    // The table of examples of the section.
    [Theory]
    [InlineData("in", "[1, 2, 3]", "[1,2,3]")]
    [InlineData("in", "[1, \"b\", true]", null)]
    [InlineData("in", "1", "[1]")]
    [InlineData("in", "null", "null")]
    [InlineData("table", "[[1], [2, 3]]", "[[1],[2,3]]")]
    [InlineData("table", "[1, 2, 3]", "[[1],[2],[3]]")]
    [InlineData("table", "[1, null, 3]", "[[1],null,[3]]")]
    [InlineData("table", "[[1], [\"b\"]]", null)]
    [InlineData("table", "1", "[[1]]")]
    [InlineData("table", "null", "null")]
    [Specifies("Input Coercion")]
    public async Task A_list_is_a_list_of_inputs_and_a_single_value_becomes_one(string field, string value, string? coerced)
    {
        var type = field == "in" ? "[Int]" : "[[Int]]";
        string[] answers =
        [
            await Hub().AnswerAsync($"{{ {field}(x: {value}) }}"),
            await Hub().AnswerAsync($"query ($v: {type}) {{ {field}(x: $v) }}", $$"""{"v":{{value}}}"""),
            await Hub().AnswerAsync($"query ($v: {type} = {value}) {{ {field}(x: $v) }}"),
        ];
        foreach (var answer in answers)
        {
            if (coerced is null) Assert.StartsWith("{\"errors\":", answer, StringComparison.Ordinal);
            else Assert.Equal($$$"""{"data":{"{{{field}}}":"{{{coerced}}}"}}""", answer);
        }
    }
}
