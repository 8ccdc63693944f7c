using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_1_SourceTextTests
{
    [Theory]
    [InlineData("\uFEFF{ a }")]
    [InlineData("{\uFEFFa\uFEFF}\uFEFF")]
    [InlineData(",,{,a,},")]
    [InlineData("\t{\r\na\r}\n")]
    [InlineData("# comment\n{ a # \uD83D\uDCA9 \u0001\r}")]
    [InlineData("{ a } # ends with the text")]
    public void Ignored_tokens_do_not_matter(string text)
    {
        var operation = Text.Definition<OperationDefinitionNode>(text);
        Assert.Equal("a", Assert.IsType<FieldNode>(Assert.Single(operation.SelectionSet.Selections)).Name.Value);
    }

    [Theory]
    [InlineData("", "1:1 Syntax error: Expected a definition, found the end of the text.")]
    [InlineData("# only\n  ,", "2:4 Syntax error: Expected a definition, found the end of the text.")]
    [InlineData("{ a\u00A0}", "1:4 Syntax error: Unexpected character U+00A0.")]
    [InlineData("{ a % }", "1:5 Syntax error: Unexpected character \"%\".")]
    [InlineData("{\n  a\r\n  é }", "3:3 Syntax error: Unexpected character U+00E9.")]
    [InlineData("{ \uD83D\uDCA9 }", "1:3 Syntax error: Unexpected character U+1F4A9.")]
    [InlineData("{ ..a }", "1:3 Syntax error: Expected \"...\".")]
    [InlineData("{ a", "1:4 Syntax error: Expected a field or \"...\", found the end of the text.")]
    [InlineData("\0", "1:1 Syntax error: Unexpected character U+0000.")]
    public void Other_characters_are_refused_at_their_place(string text, string expected) =>
        Assert.Equal(expected, Text.Show(Text.Refused(text)));

    // Attributes are stored as UTF-8, which has no lone surrogates; hence no InlineData.
    [Fact]
    public void A_surrogate_without_its_partner_is_refused()
    {
        Assert.Equal("1:9 Syntax error: Unexpected character U+D83D.", Text.Show(Text.Refused("{ a } # \uD83D")));
        Assert.Equal("1:9 Syntax error: Unexpected character U+DCA9.", Text.Show(Text.Refused("{ a } # \uDCA9\uD83D")));
        Assert.Equal("1:10 Syntax error: Unexpected character U+D83D.", Text.Show(Text.Refused("{ a(b: \"x\uD83D\") }")));
        Assert.Equal("1:9 Syntax error: Unexpected character U+D83D.", Text.Show(Text.Refused("{ a(b: \"\uD83D\\uDCA9\") }")));
        Assert.Equal("1:12 Syntax error: Unexpected character U+DCA9.", Text.Show(Text.Refused("{ a(b: \"\"\"x\uDCA9\"\"\") }")));
        Assert.Equal("1:3 Syntax error: Unexpected character U+D83D.", Text.Show(Text.Refused("{ \uD83D }")));
    }

    [Fact]
    public void A_name_takes_all_letters_digits_and_underscores()
    {
        var operation = Text.Definition<OperationDefinitionNode>("{ _a1__B2 }");
        Assert.Equal("_a1__B2", Assert.IsType<FieldNode>(operation.SelectionSet.Selections[0]).Name.Value);
    }

    [Fact]
    public void A_message_shortens_a_long_name()
    {
        var error = Text.Refused(new string('x', 100_000));
        Assert.Equal($"Syntax error: Expected a definition, found \"{new string('x', 40)}…\".", error.Message);
    }

    [Fact]
    public void Comments_and_commas_do_not_count_as_tokens()
    {
        var options = new ParserOptions { MaxTokens = 3 };
        Assert.Single(Parser.Parse(new Source("#c\n,,{,a,}#c"), options).Definitions);
        var error = Text.Refused("{ a b }", options);
        Assert.Equal("1:7 Syntax error: The text has more than 3 tokens.", Text.Show(error));
    }
}
