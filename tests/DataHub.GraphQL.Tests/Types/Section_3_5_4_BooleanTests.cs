using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_5_4_BooleanTests
{
    private static TestHub Hub() => new TestHub("type Query { out: Boolean, in(i: Boolean): String }")
        .From("Query.in", f => f.Arguments["i"] is bool b ? (b ? "yes" : "no") : "null");

    [Theory]
    [InlineData(true, """{"out":true}""")]
    [InlineData(false, """{"out":false}""")]
    [Specifies("Result Coercion")]
    public async Task True_and_false_are_results(bool value, string data) =>
        Assert.Equal(data, await Hub().Value("Query.out", value).DataAsync("{ out }"));

    [Fact]
    [Specifies("Result Coercion")]
    public async Task A_number_is_none() => Assert.Equal(["out: Internal error"], await Hub().Value("Query.out", 1).ErrorsAsync("{ out }"));

    [Theory]
    [InlineData("true", "yes")]
    [InlineData("false", "no")]
    [InlineData("null", "null")]
    [InlineData("1", null)]
    [InlineData("0", null)]
    [InlineData("\"true\"", null)]
    [InlineData("TRUE", null)]
    [InlineData("[true, false]", null)]
    [Specifies("Input Coercion")]
    public async Task Only_boolean_literals_are_inputs(string literal, string? value)
    {
        if (value is not null) Assert.Equal($$"""{"in":"{{value}}"}""", await Hub().DataAsync($"{{ in(i: {literal}) }}"));
        else Assert.NotEmpty(await Hub().ErrorsAsync($"{{ in(i: {literal}) }}"));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", false)]
    [InlineData("\"true\"", false)]
    [Specifies("Input Coercion")]
    public async Task Only_booleans_are_inputs_of_variables(string json, bool fits) => Assert.Equal(
        fits, (await Hub().ExecuteAsync("query ($i: Boolean) { in(i: $i) }", $$"""{"i":{{json}}}""")).HasData);
}
