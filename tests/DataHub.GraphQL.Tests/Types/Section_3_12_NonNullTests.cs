using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.Language;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_12_NonNullTests
{
    private static TestHub Hub() => new TestHub("""
        input In { must: Int!, may: Int }
        type Query { out: Int!, need(x: Int!): String, in(x: In): String, free: Int }
        """).Value("Query.out", 1).From("Query.need", f => $"{f.Argument<int>("x")}").From("Query.in", _ => "ok").Value("Query.free", 1);

    [Fact]
    [Specifies("Nullable vs. Optional")]
    public async Task A_non_null_field_need_not_be_asked_and_a_nullable_argument_need_not_be_given()
    {
        Assert.Equal("""{"free":1}""", await Hub().DataAsync("{ free }"));
        Assert.Equal("""{"in":"ok"}""", await Hub().DataAsync("{ in }"));
        Assert.Equal("5.4.3 Required Arguments", Assert.Single((await Hub().ExecuteAsync("{ need }")).Errors).Specification);
    }

    [Fact]
    [Specifies("Result Coercion")]
    public async Task A_value_stays_itself_and_null_is_an_execution_error()
    {
        Assert.Equal("""{"out":1}""", await Hub().DataAsync("{ out }"));
        var result = await Hub().Value("Query.out", (int?)null).ExecuteAsync("{ out }");
        Assert.True(result.IsDataNull);
        Assert.Equal(ErrorCodes.NonNull, Assert.Single(result.Errors).Code);
    }

    [Theory]
    [InlineData("{ need }", "{}")]
    [InlineData("{ need(x: null) }", "{}")]
    [InlineData("query ($v: Int) { need(x: $v) }", """{"v":1}""")]
    [InlineData("query ($v: Int!) { need(x: $v) }", "{}")]
    [InlineData("query ($v: Int!) { need(x: $v) }", """{"v":null}""")]
    [InlineData("{ in(x: {}) }", "{}")]
    [InlineData("{ in(x: { must: null }) }", "{}")]
    [InlineData("query ($v: In) { in(x: $v) }", """{"v":{}}""")]
    [InlineData("query ($v: In) { in(x: $v) }", """{"v":{"must":null}}""")]
    [InlineData("query ($v: Int) { in(x: { must: $v }) }", """{"v":1}""")]
    [Specifies("Input Coercion")]
    public async Task What_is_left_out_or_null_is_a_request_error(string text, string variables) =>
        Assert.False((await Hub().ExecuteAsync(text, variables)).HasData);

    [Theory]
    [InlineData("{ need(x: 5) }", "{}")]
    [InlineData("query ($v: Int!) { need(x: $v) }", """{"v":5}""")]
    [InlineData("query ($v: Int = 5) { need(x: $v) }", "{}")]
    [Specifies("Input Coercion")]
    public async Task A_value_is_coerced_as_the_wrapped_type_says(string text, string variables) =>
        Assert.Equal("""{"need":"5"}""", await Hub().DataAsync(text, variables));

    [Fact]
    [Specifies("Type Validation")]
    public void Non_null_does_not_wrap_non_null()
    {
        Text.RefusedAt("1:21", "type Query { f: Int!! }");
        Text.RefusedAt("1:22", "type Query { f: [Int!!] }");
    }
}
