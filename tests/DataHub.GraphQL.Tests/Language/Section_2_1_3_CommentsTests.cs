using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_1_3_CommentsTests
{
    [Theory]
    [InlineData("# first\n{ a }")]
    [InlineData("{ a # ends the line } \n}")]
    [InlineData("{ # one\r# two\r\n a } # three")]
    [InlineData("{ a } #")]
    [InlineData("{ a #\"\"\"\n}")]
    [InlineData("{ a # \u2028 é \uD83D\uDCA9 \n}")]
    public void A_comment_ends_with_its_line_and_means_nothing(string text) =>
        Assert.Equal(Structure.Of(Text.Document("{ a }")), Structure.Of(Text.Document(text)));

    [Theory]
    [InlineData("#", "1:2")]
    [InlineData("{ a # } ", "1:9")]
    public void What_a_comment_takes_is_not_there(string text, string place) => Text.RefusedAt(place, text);

    [Fact]
    public void A_hash_in_a_string_is_no_comment() =>
        Assert.Equal("#1", Assert.IsType<StringValueNode>(Text.Value("\"#1\"")).Value);
}
