namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_1_2_LineTerminatorsTests
{
    [Theory]
    [InlineData("{\na\n%", "3:1")]
    [InlineData("{\ra\r%", "3:1")]
    [InlineData("{\r\na\r\n%", "3:1")]
    [InlineData("{\n\ra\n\r%", "5:1")]
    [InlineData("{\r\r\n\n%", "4:1")]
    public void Line_feed_carriage_return_and_both_count_as_one_line_each(string text, string place) => Text.RefusedAt(place, text);

    // "Any ... other line terminators are not significant": U+2028, U+2029 and U+0085 are none.
    [Theory]
    [InlineData("{ a\u2028}", "1:4")]
    [InlineData("{ a\u2029}", "1:4")]
    [InlineData("{ a\u0085}", "1:4")]
    [InlineData("# x\u2028y\n%", "2:1")]
    public void Line_separators_of_Unicode_are_none(string text, string place) => Text.RefusedAt(place, text);

    [Fact]
    public void A_quoted_string_ends_before_the_end_of_its_line()
    {
        Text.RefusedAt("1:10", "{ a(b: \"x\n\") }");
        Text.RefusedAt("1:10", "{ a(b: \"x\r\") }");
    }
}
