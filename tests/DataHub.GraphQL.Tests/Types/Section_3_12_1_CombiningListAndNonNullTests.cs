using System.Text.Json;
using System.Globalization;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_12_1_CombiningListAndNonNullTests
{
    private static TestHub Hub() => new("type Query { a: [Int], b: [Int]!, c: [Int!], d: [Int!]! }");

    // The table of examples of the section; 1099511627776 is no Int and so an error at its item.
    [Theory]
    [InlineData("a", "1,2,3", "[1,2,3]", null)]
    [InlineData("a", null, "null", null)]
    [InlineData("a", "1,2,null", "[1,2,null]", null)]
    [InlineData("a", "1,2,1099511627776", "[1,2,null]", "a.2")]
    [InlineData("b", "1,2,3", "[1,2,3]", null)]
    [InlineData("b", null, null, "b")]
    [InlineData("b", "1,2,null", "[1,2,null]", null)]
    [InlineData("b", "1,2,1099511627776", "[1,2,null]", "b.2")]
    [InlineData("c", "1,2,3", "[1,2,3]", null)]
    [InlineData("c", null, "null", null)]
    [InlineData("c", "1,2,null", "null", "c.2")]
    [InlineData("c", "1,2,1099511627776", "null", "c.2")]
    [InlineData("d", "1,2,3", "[1,2,3]", null)]
    [InlineData("d", null, null, "d")]
    [InlineData("d", "1,2,null", null, "d.2")]
    [InlineData("d", "1,2,1099511627776", null, "d.2")]
    public async Task Nulls_and_errors_go_up_to_what_may_be_null(string field, string? items, string? coerced, string? path)
    {
        var values = items?.Split(',').Select(i => i == "null" ? (long?)null : long.Parse(i, CultureInfo.InvariantCulture)).ToArray();
        var result = await Hub().Value($"Query.{field}", values).ExecuteAsync($"{{ {field} }}");
        var data = JsonDocument.Parse(TestHub.Json(result)).RootElement.GetProperty("data");
        Assert.Equal(coerced is null ? "null" : $$"""{"{{field}}":{{coerced}}}""", data.GetRawText());
        Assert.Equal(path is null ? [] : [path], result.Errors.Select(e => string.Join('.', e.Path!)));
    }

    [Theory]
    [InlineData("[Int]", "[1, null]", true)]
    [InlineData("[Int]!", "[1, null]", true)]
    [InlineData("[Int]!", "null", false)]
    [InlineData("[Int!]", "null", true)]
    [InlineData("[Int!]", "[1, null]", false)]
    [InlineData("[Int!]!", "[]", true)]
    [InlineData("[Int!]!", "[1, null]", false)]
    [InlineData("[[Int!]!]", "[[1], null]", false)]
    [InlineData("[[Int!]]", "[[1], null]", true)]
    public async Task Inputs_are_judged_layer_by_layer(string type, string value, bool fits)
    {
        var hub = new TestHub($"type Query {{ f(x: {type}): Int }}").Value("Query.f", 1);
        Assert.Equal(fits, (await hub.ExecuteAsync($"{{ f(x: {value}) }}")).HasData);
        Assert.Equal(fits, (await hub.ExecuteAsync($"query ($v: {type}) {{ f(x: $v) }}", $$"""{"v":{{value}}}""")).HasData);
    }
}
