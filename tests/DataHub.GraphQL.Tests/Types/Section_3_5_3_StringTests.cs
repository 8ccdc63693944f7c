using System.Text.Json;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_5_3_StringTests
{
    private static TestHub Hub() => new TestHub("type Query { out: String, in(i: String): String }")
        .From("Query.in", f => f.Argument<string>("i"));

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("é 日本 \uD83D\uDCA9")]
    [InlineData("\"\\\n\t\u0001")]
    [Specifies("Result Coercion")]
    public async Task Text_is_a_result_whatever_it_holds(string value)
    {
        var data = JsonDocument.Parse(await Hub().Value("Query.out", value).DataAsync("{ out }")).RootElement;
        Assert.Equal(value, data.GetProperty("out").GetString());
    }

    [Theory]
    [InlineData("\"a\"", "a")]
    [InlineData("\"\\u00e9\\u{1F4A9}\"", "é\uD83D\uDCA9")]
    [InlineData("\"\"\"\n  a\n    b\n\"\"\"", "a\n  b")]
    [InlineData("1", null)]
    [InlineData("1.5", null)]
    [InlineData("true", null)]
    [InlineData("NAME", null)]
    [InlineData("[\"a\", \"b\"]", null)]
    [Specifies("Input Coercion")]
    public async Task Only_string_literals_are_inputs(string literal, string? value)
    {
        if (value is null) Assert.NotEmpty(await Hub().ErrorsAsync($"{{ in(i: {literal}) }}"));
        else
        {
            var data = JsonDocument.Parse(await Hub().DataAsync($"{{ in(i: {literal}) }}")).RootElement;
            Assert.Equal(value, data.GetProperty("in").GetString());
        }
    }

    [Theory]
    [InlineData("\"a\"", true)]
    [InlineData("null", true)]
    [InlineData("1", false)]
    [InlineData("true", false)]
    [InlineData("{}", false)]
    [InlineData("[\"a\"]", false)]
    [Specifies("Input Coercion")]
    public async Task Only_strings_are_inputs_of_variables(string json, bool fits) => Assert.Equal(
        fits, (await Hub().ExecuteAsync("query ($i: String) { in(i: $i) }", $$"""{"i":{{json}}}""")).HasData);
}
