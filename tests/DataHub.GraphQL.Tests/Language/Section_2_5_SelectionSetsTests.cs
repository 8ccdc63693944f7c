using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_5_SelectionSetsTests
{
    [Fact]
    public void A_selection_is_a_field_a_spread_or_an_inline_fragment() => Assert.Equal(
        ["FieldNode", "FragmentSpreadNode", "InlineFragmentNode", "InlineFragmentNode"],
        Text.Definition<OperationDefinitionNode>("{ a ...b ... on C { d } ... { e } }").SelectionSet.Selections
            .Select(s => s.GetType().Name));

    [Theory]
    [InlineData("{ }", "1:3")]
    [InlineData("{ a { } }", "1:7")]
    [InlineData("fragment F on T { }", "1:19")]
    [InlineData("{ ... { } }", "1:9")]
    [InlineData("query Q", "1:8")]
    [InlineData("{ 1 }", "1:3")]
    [InlineData("{ $a }", "1:3")]
    public void A_selection_set_holds_one_selection_at_least_and_nothing_else(string text, string place) => Text.RefusedAt(place, text);

    [Fact]
    public async Task Only_what_is_selected_is_answered() => Assert.Equal(
        """{"b":2}""",
        await new TestHub("type Query { a: Int, b: Int }").Value("Query.a", 1).Value("Query.b", 2).DataAsync("{ b }"));
}
