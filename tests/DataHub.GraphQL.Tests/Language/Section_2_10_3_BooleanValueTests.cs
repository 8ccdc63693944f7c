using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_10_3_BooleanValueTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void The_two_keywords_are_booleans(string text, bool value) =>
        Assert.Equal(value, Assert.IsType<BooleanValueNode>(Text.Value(text)).Value);

    [Theory]
    [InlineData("True")]
    [InlineData("FALSE")]
    [InlineData("true_")]
    public void Other_spellings_are_names(string text) => Assert.IsType<EnumValueNode>(Text.Value(text));

    [Fact]
    public void A_keyword_in_quotes_is_a_string() => Assert.IsType<StringValueNode>(Text.Value("\"true\""));
}
