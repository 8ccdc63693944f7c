using System.Globalization;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_5_2_FloatTests
{
    private static TestHub Hub() => new TestHub("type Query { out: Float, in(i: Float): String }")
        .From("Query.in", f => f.Arguments["i"] is double d ? d.ToString("R", CultureInfo.InvariantCulture) : "null");

    [Fact]
    [Specifies("Result Coercion")]
    public async Task Finite_numbers_are_results_and_others_are_errors()
    {
        Assert.Equal("""{"out":0.1}""", await Hub().Value("Query.out", 0.1).DataAsync("{ out }"));
        Assert.Equal("""{"out":3}""", await Hub().Value("Query.out", 3).DataAsync("{ out }"));
        Assert.Equal("""{"out":1E+300}""", await Hub().Value("Query.out", 1e300).DataAsync("{ out }"));
        foreach (var value in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
            Assert.Equal(["out: A value of \"Query.out\" cannot be represented as Float."], await Hub()
                .Value("Query.out", value).ErrorsAsync("{ out }"));
    }

    [Theory]
    [InlineData("1.5", "1.5")]
    [InlineData("1", "1")]
    [InlineData("-6.02e23", "-6.02E+23")]
    [InlineData("null", "null")]
    [InlineData("1e400", null)]
    [InlineData("\"1.5\"", null)]
    [InlineData("true", null)]
    [InlineData("NaN", null)]
    [InlineData("[1, 2]", null)]
    [Specifies("Input Coercion")]
    public async Task Integer_and_float_literals_are_inputs(string literal, string? value)
    {
        if (value is not null) Assert.Equal($$"""{"in":"{{value}}"}""", await Hub().DataAsync($"{{ in(i: {literal}) }}"));
        else Assert.NotEmpty(await Hub().ErrorsAsync($"{{ in(i: {literal}) }}"));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("1.25", true)]
    [InlineData("1e400", false)]
    [InlineData("\"1\"", false)]
    [InlineData("true", false)]
    [Specifies("Input Coercion")]
    public async Task Numbers_are_inputs_of_variables(string json, bool fits) => Assert.Equal(
        fits, (await Hub().ExecuteAsync("query ($i: Float) { in(i: $i) }", $$"""{"i":{{json}}}""")).HasData);
}
