using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_10_4_StringValueTests
{
    private static string Evaluate(string literal) => Assert.IsType<StringValueNode>(Text.Value(literal)).Value;

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a b\"", "a b")]
    [InlineData("\" # , \"", " # , ")]
    [InlineData("\"tab\there\"", "tab\there")]
    [InlineData("\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t\"", "\" \\ / \b \f \n \r \t")]
    [InlineData("\"\\u0041\\u00e9\\u00E9\"", "Aéé")]
    [InlineData("\"\\u{1F4A9}\\u{41}\\u{0000000041}\"", "\uD83D\uDCA9AA")]
    [InlineData("\"\\uD83D\\uDCA9\"", "\uD83D\uDCA9")]
    [InlineData("\"\uD83D\uDCA9\"", "\uD83D\uDCA9")]
    [InlineData("\"\\u{10FFFF}\\u{0}\"", "\uDBFF\uDFFF\0")]
    [InlineData("\"\\uD7FF\\uE000\\uFFFF\"", "\uD7FF\uE000\uFFFF")]
    [Specifies("Escape Sequences")]
    public void Escapes_are_evaluated(string literal, string expected) => Assert.Equal(expected, Evaluate(literal));

    [Theory]
    [InlineData("\"", 2)]
    [InlineData("\"abc", 5)]
    [InlineData("\"a\nb\"", 3)]
    [InlineData("\"a\rb\"", 3)]
    [InlineData("\"\\", 2)]
    [InlineData("\"\\\"", 4)]
    [InlineData("\"a\\x\"", 3)]
    [InlineData("\"\\'\"", 2)]
    [InlineData("\"\\u12\"", 2)]
    [InlineData("\"\\u 041\"", 2)]
    [InlineData("\"\\u+041\"", 2)]
    [InlineData("\"\\uXYZW\"", 2)]
    [InlineData("\"\\u{}\"", 2)]
    [InlineData("\"\\u{41\"", 2)]
    [InlineData("\"\\u{4 1}\"", 2)]
    [InlineData("\"\\u{110000}\"", 2)]
    [InlineData("\"\\u{FFFFFFFFFFFFFFFFFFFFFF}\"", 2)]
    [InlineData("\"\\u{D83D}\"", 2)]
    [InlineData("\"\\u{D83D}\\u{DCA9}\"", 2)]
    [InlineData("\"\\uDEAD\"", 2)]
    [InlineData("\"\\uD83D\"", 2)]
    [InlineData("\"\\uD83Dx\"", 2)]
    [InlineData("\"\\uD83D\\n\"", 2)]
    [InlineData("\"\\uD83D\\u{DCA9}\"", 2)]
    [InlineData("\"\\uD83D\\u0041\"", 2)]
    [InlineData("\"\\u004\u0000\"", 2)]
    [InlineData("\"\\uDCA9\\uD83D\"", 2)]
    [InlineData("\"\\u{1F4A9", 2)]
    [InlineData("\"\"\"\"", 5)]
    [InlineData("\"\"\"a\\\"\"\"", 9)]
    [InlineData("\"\"\"a\"\"\"\"", 9)]
    public void Broken_strings_are_refused_where_they_break(string literal, int column) =>
        Assert.Equal(column, Text.RefusedValue(literal).Locations[0].Column);

    [Theory]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"a\"\"\"", "a")]
    [InlineData("\"\"\"\\n \\u0041 \\\"\"\" \" \"\" \"\"\"", "\\n \\u0041 \"\"\" \" \"\" ")]
    [InlineData("\"\"\"\\\\\"\"\"\"\"\"", "\\\"\"\"")]
    [InlineData("\"\"\"\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  \"\"\"", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("\"\"\"  first stays\n  rest loses\"\"\"", "  first stays\nrest loses")]
    [InlineData("\"\"\"\r\n\ta\r\t b\n\r\n\"\"\"", "a\n b")]
    [InlineData("\"\"\"\n \t \n  a\n \n  b\n    \n\"\"\"", "a\n\nb")]
    [InlineData("\"\"\" \n\t\n \"\"\"", "")]
    [InlineData("\"\"\"a\n   \n  b\"\"\"", "a\n \nb")]
    [Specifies("Block Strings")]
    [Specifies("BlockStringValue()")]
    public void Block_strings_lose_uniform_indentation_and_blank_outer_lines(string literal, string expected)
    {
        var node = Assert.IsType<StringValueNode>(Text.Value(literal));
        Assert.True(node.IsBlock);
        Assert.Equal(expected, node.Value);
    }
}
