using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_9_FragmentsTests
{
    private static SelectionNode Selection(string text) =>
        Assert.Single(Text.Definition<OperationDefinitionNode>($"{{ {text} }}").SelectionSet.Selections);

    [Fact]
    public void A_name_after_the_dots_is_a_spread()
    {
        var spread = Assert.IsType<FragmentSpreadNode>(Selection("...onward @skip(if: true)"));
        Assert.Equal("onward", spread.Name.Value);
        Assert.Equal("skip", spread.Directives[0].Name.Value);
    }

    [Theory]
    [InlineData("... on T { a }", "T")]
    [InlineData("...on on{a}", "on")]
    [InlineData("... { a }", null)]
    [InlineData("... @include(if: true) { a }", null)]
    public void An_inline_fragment_may_have_a_type_condition(string text, string? condition) =>
        Assert.Equal(condition, Assert.IsType<InlineFragmentNode>(Selection(text)).TypeCondition?.Name.Value);

    [Theory]
    [InlineData("fragment on on T { a }", "1:10 Syntax error: Expected a fragment's name, found \"on\".")]
    [InlineData("fragment F { a }", "1:12 Syntax error: Expected \"on\", found \"{\".")]
    [InlineData("fragment F($a: Int) on T { a }", "1:11 Syntax error: Expected \"on\", found \"(\".")]
    [InlineData("{ ...on }", "1:9 Syntax error: Expected a name, found \"}\".")]
    [InlineData("{ ... }", "1:7 Syntax error: Expected \"{\", found \"}\".")]
    [InlineData("{ ...F { a } }", "1:8 Syntax error: Expected a field or \"...\", found \"{\".")]
    public void Broken_fragments_are_refused(string text, string expected) => Assert.Equal(expected, Text.Show(Text.Refused(text)));
}
