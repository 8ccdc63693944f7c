using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_5_5_IDTests
{
    private static TestHub Hub() => new TestHub("type Query { out: ID, in(i: ID): String }").From("Query.in", f => f.Argument<string>("i"));

    [Fact]
    [Specifies("Result Coercion")]
    public async Task An_ID_is_always_a_string_in_a_result()
    {
        Assert.Equal("""{"out":"abc"}""", await Hub().Value("Query.out", "abc").DataAsync("{ out }"));
        Assert.Equal("""{"out":"4"}""", await Hub().Value("Query.out", 4).DataAsync("{ out }"));
        Assert.Equal("""{"out":"9223372036854775807"}""", await Hub().Value("Query.out", long.MaxValue).DataAsync("{ out }"));
        Assert.Equal(["out: Internal error"], await Hub().Value("Query.out", 4.5).ErrorsAsync("{ out }"));
    }

    [Theory]
    [InlineData("\"4\"", "4")]
    [InlineData("4", "4")]
    [InlineData("-4", "-4")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("\"\"", "")]
    [InlineData("4.0", null)]
    [InlineData("true", null)]
    [InlineData("ABC", null)]
    [InlineData("[4, 5]", null)]
    [Specifies("Input Coercion")]
    public async Task Strings_and_integers_are_inputs(string literal, string? value)
    {
        if (value is not null) Assert.Equal($$"""{"in":"{{value}}"}""", await Hub().DataAsync($"{{ in(i: {literal}) }}"));
        else Assert.NotEmpty(await Hub().ErrorsAsync($"{{ in(i: {literal}) }}"));
    }

    [Theory]
    [InlineData("\"4\"", true)]
    [InlineData("4", true)]
    [InlineData("4.5", false)]
    [InlineData("true", false)]
    [InlineData("[]", false)]
    [Specifies("Input Coercion")]
    public async Task Strings_and_integers_are_inputs_of_variables(string json, bool fits) => Assert.Equal(
        fits, (await Hub().ExecuteAsync("query ($i: ID) { in(i: $i) }", $$"""{"i":{{json}}}""")).HasData);
}
