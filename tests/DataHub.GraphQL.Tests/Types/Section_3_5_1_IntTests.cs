using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_5_1_IntTests
{
    private static TestHub Hub() =>
        new TestHub("type Query { out: Int, in(i: Int): String }").From("Query.in", f => $"{f.Arguments["i"] ?? "null"}");

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    [Specifies("Result Coercion")]
    public async Task Numbers_of_32_bits_are_results(int value) =>
        Assert.Equal($$"""{"out":{{value}}}""", await Hub().Value("Query.out", value).DataAsync("{ out }"));

    [Fact]
    [Specifies("Result Coercion")]
    public async Task What_would_lose_information_is_an_execution_error()
    {
        Assert.Equal("""{"out":7}""", await Hub().Value("Query.out", 7.0).DataAsync("{ out }"));
        Assert.Equal(["out: A value of \"Query.out\" cannot be represented as Int."], await Hub()
            .Value("Query.out", 7.5).ErrorsAsync("{ out }"));
        Assert.Single(await Hub().Value("Query.out", 2147483648L).ErrorsAsync("{ out }"));
        Assert.Single(await Hub().Value("Query.out", double.NaN).ErrorsAsync("{ out }"));
    }

    [Theory]
    [InlineData("-2147483648", true)]
    [InlineData("2147483647", true)]
    [InlineData("null", true)]
    [InlineData("2147483648", false)]
    [InlineData("-2147483649", false)]
    [InlineData("1.0", false)]
    [InlineData("1e3", false)]
    [InlineData("\"1\"", false)]
    [InlineData("true", false)]
    [InlineData("ONE", false)]
    [InlineData("[1, 2]", false)]
    [InlineData("{ a: 1 }", false)]
    [Specifies("Input Coercion")]
    public async Task Only_integer_literals_of_32_bits_are_inputs(string literal, bool fits)
    {
        if (fits) Assert.Equal($$"""{"in":"{{literal}}"}""", await Hub().DataAsync($"{{ in(i: {literal}) }}"));
        else Assert.NotEmpty(await Hub().ErrorsAsync($"{{ in(i: {literal}) }}"));
    }

    [Theory]
    [InlineData("1.0", "1")]
    [InlineData("1e3", "1000")]
    [InlineData("1.5", null)]
    [InlineData("2147483648", null)]
    [InlineData("\"1\"", null)]
    [InlineData("false", null)]
    [Specifies("Input Coercion")]
    public async Task A_number_of_a_variable_is_an_integer_when_its_fraction_is_empty(string json, string? value)
    {
        var answer = await Hub().AnswerAsync("query ($i: Int) { in(i: $i) }", $$"""{"i":{{json}}}""");
        if (value is null) Assert.StartsWith("{\"errors\":", answer, StringComparison.Ordinal);
        else Assert.Equal($$$"""{"data":{"in":"{{{value}}}"}}""", answer);
    }
}
