using System.Text.Json;
using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_13_2_IncludeTests
{
    private static TestHub Hub() => new TestHub("type Query { a: Int, b: Int }").Value("Query.a", 1).Value("Query.b", 2);

    [Theory]
    [InlineData("{ a @include(if: false) b }", """{"b":2}""")]
    [InlineData("{ a @include(if: true) b }", """{"a":1,"b":2}""")]
    [InlineData("{ ...F @include(if: false) b } fragment F on Query { a }", """{"b":2}""")]
    [InlineData("{ ... @include(if: true) { a } b }", """{"a":1,"b":2}""")]
    [InlineData("{ ... @include(if: false) { a } b }", """{"b":2}""")]
    public async Task Fields_spreads_and_inline_fragments_are_taken_in(string text, string data) =>
        Assert.Equal(data, await Hub().DataAsync(text));

    [Theory]
    [InlineData(true, false, """{"a":1}""")]
    [InlineData(true, true, "{}")]
    [InlineData(false, false, "{}")]
    [InlineData(false, true, "{}")]
    public async Task Neither_skip_nor_include_goes_first(bool include, bool skip, string data)
    {
        var variables = JsonSerializer.Serialize(new { include, skip });
        const string head = "query ($include: Boolean!, $skip: Boolean!) ";
        Assert.Equal(data, await Hub().DataAsync(head + "{ a @include(if: $include) @skip(if: $skip) }", variables));
        Assert.Equal(data, await Hub().DataAsync(head + "{ a @skip(if: $skip) @include(if: $include) }", variables));
    }

    [Theory]
    [InlineData("{ a @include }", "5.4.3 Required Arguments")]
    [InlineData("{ a @include(if: \"true\") }", "5.6.1 Values of Correct Type")]
    [InlineData("query ($x: Boolean) { a @include(if: $x) }", "5.8.5 All Variable Usages Are Allowed")]
    [InlineData("fragment F on Query @include(if: true) { a } { ...F }", "5.7.2 Directives Are in Valid Locations")]
    public async Task Its_definition_is_that_of_the_specification(string text, string section) =>
        Assert.Equal(section, Assert.Single((await Hub().ExecuteAsync(text)).Errors).Specification);
}
