using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_7_ArgumentsTests
{
    private static TestHub Hub() => new TestHub("type Query { size(width: Int = 1, height: Int = 1): String }")
        .From("Query.size", f => $"{f.Argument<int>("width")}x{f.Argument<int>("height")}");

    [Fact]
    public void Arguments_have_names_and_values()
    {
        var field = Text.Field("a(b: 1, c: [$d], e: {f: \"g\"})");
        Assert.Equal(["b", "c", "e"], field.Arguments.Select(a => a.Name.Value));
        Assert.Equal(["IntValueNode", "ListValueNode", "ObjectValueNode"], field.Arguments.Select(a => a.Value.GetType().Name));
    }

    [Fact]
    [Specifies("Arguments Are Unordered")]
    public async Task The_order_of_arguments_means_nothing()
    {
        Assert.Equal("""{"size":"100x50"}""", await Hub().DataAsync("{ size(width: 100, height: 50) }"));
        Assert.Equal("""{"size":"100x50"}""", await Hub().DataAsync("{ size(height: 50, width: 100) }"));
        Assert.Equal("""{"size":"100x50"}""", await Hub().DataAsync("{ size(height: 50, width: 100) size(width: 100, height: 50) }"));
    }

    [Theory]
    [InlineData("{ a() }", "1:5")]
    [InlineData("{ a(b: 1 }", "1:10")]
    [InlineData("{ a(b: 1,, c) }", "1:13")]
    [InlineData("{ a(1) }", "1:5")]
    [InlineData("{ a(b = 1) }", "1:7")]
    [InlineData("{ a(b:: 1) }", "1:7")]
    public void Broken_arguments_are_refused(string text, string place) => Text.RefusedAt(place, text);
}
