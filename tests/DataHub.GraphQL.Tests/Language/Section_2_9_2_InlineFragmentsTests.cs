using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_9_2_InlineFragmentsTests
{
    private static TestHub Hub() => new TestHub("""
        type Query { any: Any one: A }
        union Any = A | B
        type A { size: Int }
        type B { other: Int }
        """).Value("Query.any", (object)new A(1)).Value("Query.one", new A(2));

    private sealed record A(int Size);

    [Fact]
    public async Task An_inline_fragment_applies_where_its_type_condition_holds() => Assert.Equal(
        """{"any":{"size":1}}""", await Hub().DataAsync("{ any { ... on A { size } ... on B { other } } }"));

    [Theory]
    [InlineData("true", """{"one":{"__typename":"A","size":2}}""")]
    [InlineData("false", """{"one":{"__typename":"A"}}""")]
    public async Task Without_a_condition_it_has_the_enclosing_type_and_can_carry_a_directive(string expanded, string data) =>
        Assert.Equal(data, await Hub().DataAsync(
            "query ($expanded: Boolean!) { one { __typename ... @include(if: $expanded) { size } } }", $$"""{"expanded":{{expanded}}}"""));

    [Theory]
    [InlineData("{ ... on A }", "1:12")]
    [InlineData("{ ... on A B { a } }", "1:12")]
    [InlineData("{ ... @d on A { a } }", "1:10")]
    public void Broken_inline_fragments_are_refused(string text, string place) => Text.RefusedAt(place, text);
}
