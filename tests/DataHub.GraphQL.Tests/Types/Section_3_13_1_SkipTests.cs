using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_13_1_SkipTests
{
    private static TestHub Hub() => new TestHub("type Query { a: Int, b: Int }").Value("Query.a", 1).Value("Query.b", 2);

    [Theory]
    [InlineData("{ a @skip(if: true) b }", """{"b":2}""")]
    [InlineData("{ a @skip(if: false) b }", """{"a":1,"b":2}""")]
    [InlineData("{ ...F @skip(if: true) b } fragment F on Query { a }", """{"b":2}""")]
    [InlineData("{ ...F @skip(if: false) b } fragment F on Query { a }", """{"a":1,"b":2}""")]
    [InlineData("{ ... @skip(if: true) { a } b }", """{"b":2}""")]
    [InlineData("{ a @skip(if: true) }", "{}")]
    [InlineData("{ a @skip(if: true) a }", """{"a":1}""")]
    public async Task Fields_spreads_and_inline_fragments_are_left_out(string text, string data) =>
        Assert.Equal(data, await Hub().DataAsync(text));

    [Theory]
    [InlineData("true", "{}")]
    [InlineData("false", """{"a":1}""")]
    public async Task A_variable_decides(string value, string data) => Assert.Equal(
        data, await Hub().DataAsync("query ($x: Boolean!) { a @skip(if: $x) }", $$"""{"x":{{value}}}"""));

    [Theory]
    [InlineData("{ a @skip }", "5.4.3 Required Arguments")]
    [InlineData("{ a @skip(if: null) }", "5.4.3 Required Arguments")]
    [InlineData("{ a @skip(if: 1) }", "5.6.1 Values of Correct Type")]
    [InlineData("{ a @skip(unless: true, if: true) }", "5.4.1 Argument Names")]
    [InlineData("query @skip(if: true) { a }", "5.7.2 Directives Are in Valid Locations")]
    [InlineData("{ a @skip(if: true) @skip(if: false) }", "5.7.3 Directives Are Unique per Location")]
    public async Task Its_definition_is_that_of_the_specification(string text, string section) =>
        Assert.Equal(section, Assert.Single((await Hub().ExecuteAsync(text)).Errors).Specification);
}
