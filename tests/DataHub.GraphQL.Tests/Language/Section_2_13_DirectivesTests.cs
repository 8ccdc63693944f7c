using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.Types;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_13_DirectivesTests
{
    [Theory]
    [InlineData("query Q @a(b: 1) @c { d }")]
    [InlineData("mutation @a { d }")]
    [InlineData("subscription @a { d }")]
    [InlineData("query ($a: Int = 1 @b) { d }")]
    [InlineData("fragment F on T @a { d }")]
    [InlineData("{ a @b(c: $d) { e } }")]
    [InlineData("{ ...F @a }")]
    [InlineData("{ ... on T @a { d } }")]
    [InlineData("schema @a { query: Q }")]
    [InlineData("union U @a = A")]
    public void Directives_stand_behind_what_they_describe(string text) => Assert.Single(Text.Document(text).Definitions);

    [Fact]
    [Specifies("Directive Order Is Significant")]
    public void Directives_keep_their_order()
    {
        Assert.Equal(["a", "b", "a"], Text.Field("f @a @b @a").Directives.Select(d => d.Name.Value));
        Assert.Contains("f @b @a @b", Printer.Print(Text.Document("{ f @b @a @b }")), StringComparison.Ordinal);
        var schema = Sdl.BuildWithQuery("""
            directive @a(n: Int) repeatable on OBJECT
            directive @b on OBJECT
            type T @a(n: 1) @b @a(n: 0) { f: Int }
            """);
        Assert.Equal(["a", "b", "a"], schema.Type("T")!.Directives.Select(d => d.Name));
    }

    [Theory]
    [InlineData("{ a @ }", "1:7")]
    [InlineData("{ a @1 }", "1:6")]
    [InlineData("{ a @b() }", "1:8")]
    [InlineData("@a { b }", "1:1")]
    [InlineData("type T @a(b: $c) { d: Int }", "1:14")]
    [InlineData("query ($a: Int @b) @c(d: ) { e }", "1:26")]
    public void Broken_directives_are_refused(string text, string place) => Text.RefusedAt(place, text);
}
