using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_10_6_EnumValueTests
{
    [Theory]
    [InlineData("MOBILE_WEB")]
    [InlineData("north")]
    [InlineData("_x1")]
    [InlineData("query")]
    [InlineData("on")]
    public void A_name_is_the_value_of_an_enum(string text) => Assert.Equal(text, Assert.IsType<EnumValueNode>(Text.Value(text)).Value);

    [Theory]
    [InlineData("enum E { true }", "1:10")]
    [InlineData("enum E { A false }", "1:12")]
    [InlineData("enum E { null }", "1:10")]
    public void The_three_keywords_are_none(string text, string place) => Text.RefusedAt(place, text);

    [Fact]
    public void In_a_value_the_keywords_are_what_they_are() => Assert.Equal(
        ["BooleanValueNode", "BooleanValueNode", "NullValueNode"],
        Assert.IsType<ListValueNode>(Text.Value("[true false null]")).Values.Select(v => v.GetType().Name));
}
