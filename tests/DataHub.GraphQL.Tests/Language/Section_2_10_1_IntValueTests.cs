using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_10_1_IntValueTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("7")]
    [InlineData("-2147483649")]
    [InlineData("123456789012345678901234567890")]
    public void An_integer_is_digits_with_or_without_a_minus(string text) =>
        Assert.Equal(text, Assert.IsType<IntValueNode>(Text.Value(text)).Value);

    [Theory]
    [InlineData("007")]
    [InlineData("-01")]
    [InlineData("+1")]
    [InlineData("--1")]
    [InlineData("-")]
    [InlineData("0xF1")]
    [InlineData("0b10")]
    [InlineData("1_000")]
    [InlineData("123L")]
    [InlineData("0a")]
    public void Anything_else_is_refused(string text) => Assert.NotNull(Text.RefusedValue(text));

    [Fact]
    public void What_follows_is_another_token() => Assert.Equal(
        ["1", "-2"],
        Assert.IsType<ListValueNode>(Text.Value("[1-2]")).Values.Select(v => Assert.IsType<IntValueNode>(v).Value));
}
