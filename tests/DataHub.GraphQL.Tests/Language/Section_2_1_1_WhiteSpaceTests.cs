using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_1_1_WhiteSpaceTests
{
    [Theory]
    [InlineData("{a(b:1)}")]
    [InlineData(" { a ( b : 1 ) } ")]
    [InlineData("\t{\ta\t(\tb\t:\t1\t)\t}\t")]
    public void Tabs_and_spaces_stand_anywhere_between_tokens(string text) =>
        Assert.Equal(Structure.Of(Text.Document("{ a(b: 1) }")), Structure.Of(Text.Document(text)));

    [Fact]
    public void White_space_in_a_string_is_part_of_it() =>
        Assert.Equal(" a\t b ", Assert.IsType<StringValueNode>(Text.Value("\" a\t b \"")).Value);

    [Theory]
    [InlineData("{ a\vb }", "1:4")]
    [InlineData("{ a\fb }", "1:4")]
    [InlineData("{ a\u00A0b }", "1:4")]
    [InlineData("{ a\u2003b }", "1:4")]
    [InlineData("{ a\u3000b }", "1:4")]
    public void Other_spaces_of_Unicode_are_no_white_space(string text, string place) => Text.RefusedAt(place, text);

    [Fact]
    public void A_name_ends_at_white_space() => Assert.Equal(
        2, Text.Definition<OperationDefinitionNode>("{ a\tb }").SelectionSet.Selections.Count);
}
