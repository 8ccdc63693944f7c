using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_10_InputValuesTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("4")]
    [InlineData("-123")]
    [InlineData("123456789012345678901234567890")]
    public void An_integer_is_kept_as_written(string text) => Assert.Equal(text, Assert.IsType<IntValueNode>(Text.Value(text)).Value);

    [Theory]
    [InlineData("1.0")]
    [InlineData("-0.0")]
    [InlineData("1e50")]
    [InlineData("1E+5")]
    [InlineData("0e-0")]
    [InlineData("6.0221413e23")]
    public void A_float_is_kept_as_written(string text) => Assert.Equal(text, Assert.IsType<FloatValueNode>(Text.Value(text)).Value);

    [Theory]
    [InlineData("00", 2)]
    [InlineData("01", 2)]
    [InlineData("-", 2)]
    [InlineData("--1", 2)]
    [InlineData("+1", 1)]
    [InlineData(".5", 1)]
    [InlineData("1.", 3)]
    [InlineData("1.e1", 3)]
    [InlineData("1.2.3", 4)]
    [InlineData("1e", 3)]
    [InlineData("1e+", 4)]
    [InlineData("1e1.5", 4)]
    [InlineData("0x123", 2)]
    [InlineData("123L", 4)]
    [InlineData("1_000", 2)]
    [InlineData("1.5f", 4)]
    [InlineData("0x1.2p3", 2)]
    public void A_number_with_the_wrong_neighbour_is_refused(string text, int column) =>
        Assert.Equal(column, Text.RefusedValue(text).Locations[0].Column);

    [Fact]
    public void A_number_is_never_repeated_in_a_message() =>
        Assert.DoesNotContain("1801", Text.RefusedValue("1801012345670001 1801012345670001").Message, StringComparison.Ordinal);

    [Fact]
    public void Keywords_are_values_of_their_own_kind()
    {
        Assert.True(Assert.IsType<BooleanValueNode>(Text.Value("true")).Value);
        Assert.False(Assert.IsType<BooleanValueNode>(Text.Value("false")).Value);
        Assert.IsType<NullValueNode>(Text.Value("null"));
        Assert.Equal("MOBILE_WEB", Assert.IsType<EnumValueNode>(Text.Value("MOBILE_WEB")).Value);
        Assert.Equal("on", Assert.IsType<EnumValueNode>(Text.Value("on")).Value);
    }

    [Fact]
    public void Lists_and_objects_may_be_empty_and_nested()
    {
        Assert.Empty(Assert.IsType<ListValueNode>(Text.Value("[]")).Values);
        Assert.Empty(Assert.IsType<ObjectValueNode>(Text.Value("{}")).Fields);
        var field = Assert.Single(Assert.IsType<ObjectValueNode>(Text.Value("{ a: [[$v], 1,,2] }")).Fields);
        var list = Assert.IsType<ListValueNode>(field.Value);
        Assert.Equal("v", Assert.IsType<VariableNode>(Assert.IsType<ListValueNode>(list.Values[0]).Values[0]).Name.Value);
        Assert.Equal(3, list.Values.Count);
    }

    [Theory]
    [InlineData("query ($a: Int = $b) { a }", "1:18")]
    [InlineData("query ($a: [Int] = [1 [$b]]) { a }", "1:24")]
    [InlineData("query ($a: I @d(x: {y: $b})) { a }", "1:24")]
    [InlineData("type T { f(a: Int = $b): Int }", "1:21")]
    [InlineData("type T @d(a: $b)", "1:14")]
    public void A_constant_value_holds_no_variable(string text, string place) =>
        Assert.Equal($"{place} Syntax error: A variable cannot stand in a constant value.", Text.Show(Text.Refused(text)));

    [Fact]
    public void Nothing_may_follow_a_single_value() =>
        Assert.Equal("1:3 Syntax error: Expected the end of the text, found \"b\".", Text.Show(Text.RefusedValue("a b")));
}
