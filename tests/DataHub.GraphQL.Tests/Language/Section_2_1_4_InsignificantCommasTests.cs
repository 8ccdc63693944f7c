using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_1_4_InsignificantCommasTests
{
    [Theory]
    [InlineData("{ a(x: 1 y: 2) b }")]
    [InlineData("{ a(x: 1, y: 2), b }")]
    [InlineData(",{,a,(,x,:,1,,,y:,2,),,b,},,")]
    public void Commas_may_stand_anywhere_between_tokens(string text) =>
        Assert.Equal(Structure.Of(Text.Document("{ a(x: 1, y: 2) b }")), Structure.Of(Text.Document(text)));

    [Theory]
    [InlineData("[1,2 3]", 3)]
    [InlineData("[,,1,,]", 1)]
    [InlineData("[,]", 0)]
    public void Commas_make_no_items(string list, int count) =>
        Assert.Equal(count, Assert.IsType<ListValueNode>(Text.Value(list)).Values.Count);

    [Fact]
    public void A_comma_ends_a_name() =>
        Assert.Equal(2, Text.Definition<OperationDefinitionNode>("{a,b}").SelectionSet.Selections.Count);

    [Fact]
    public void A_comma_does_not_part_the_dots_of_a_spread() => Text.RefusedAt("1:3", "{ .,..a }");
}
