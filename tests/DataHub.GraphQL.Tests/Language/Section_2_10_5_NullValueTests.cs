using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_10_5_NullValueTests
{
    private static TestHub Hub() => new TestHub("type Query { field(arg: Int): String, list(arg: [Int]): String }")
        .From("Query.field", f => f.Arguments.TryGetValue("arg", out var value) ? $"{value ?? "null"}" : "absent")
        .From("Query.list", f => string.Join(',', ((object?[])f.Arguments["arg"]!).Select(i => i ?? "null")));

    [Fact]
    public void The_keyword_is_null() => Assert.IsType<NullValueNode>(Text.Value("null"));

    [Theory]
    [InlineData("NULL")]
    [InlineData("Null")]
    [InlineData("nil")]
    public void Other_spellings_are_names(string text) => Assert.IsType<EnumValueNode>(Text.Value(text));

    [Fact]
    public async Task An_argument_that_is_null_is_not_one_that_is_left_out() => Assert.Equal(
        """{"a":"null","b":"absent","c":"5"}""", await Hub().DataAsync("{ a: field(arg: null) b: field c: field(arg: 5) }"));

    [Fact]
    public async Task Null_in_a_list_is_an_item() =>
        Assert.Equal("""{"list":"1,null"}""", await Hub().DataAsync("{ list(arg: [1, null]) }"));

    [Fact]
    public async Task A_variable_that_is_null_is_not_one_that_is_left_out()
    {
        const string text = "query ($v: Int) { field(arg: $v) }";
        Assert.Equal("""{"field":"null"}""", await Hub().DataAsync(text, """{"v":null}"""));
        Assert.Equal("""{"field":"absent"}""", await Hub().DataAsync(text));
    }
}
