using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_1_5_LexicalTokensTests
{
    [Theory]
    [InlineData("a1", "a1")]
    [InlineData("1a", null)]
    [InlineData("-1", "-1")]
    [InlineData("- 1", null)]
    [InlineData("1 .5", null)]
    [InlineData("\"\"", "\"\"")]
    [InlineData("$a", "$a")]
    [InlineData("$ a", "$a")]
    public void A_token_is_read_as_far_as_it_goes(string text, string? printed)
    {
        if (printed is null) Assert.NotNull(Text.RefusedValue(text));
        else Assert.Equal(printed, Printer.Print(Text.Value(text)));
    }

    [Fact]
    public void Names_numbers_and_blanks_of_any_length_are_read_whole()
    {
        for (var length = 1; length < 80; length++)
        {
            var (name, digits, blank) = (new string('n', length), new string('1', length), new string(',', length));
            var list = Assert.IsType<ListValueNode>(Text.Value($"[{blank}{name}{blank}{digits}.{digits}{blank}{name}9]"));
            Assert.Equal($"[{name}, {digits}.{digits}, {name}9]", Printer.Print(list));
            Assert.Equal(name, Assert.IsType<EnumValueNode>(Text.Value(name)).Value);
        }
    }

    [Fact]
    public void Numbers_are_parted_by_something() => Assert.Equal(
        3, Assert.IsType<ListValueNode>(Text.Value("[1 2,-3]")).Values.Count);

    [Fact]
    public void Tokens_need_no_white_space_where_they_cannot_be_mistaken()
    {
        var text = "query Q($a:[Int!]!=[1]@d){...F@e b:c(d:$a e:\"\"f:{g:-1})@h{i}}fragment F on T{a}";
        Assert.Equal(2, Text.Document(text).Definitions.Count);
    }
}
