using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;

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

    [Fact]
    public void Places_are_the_same_in_whatever_order_they_are_asked()
    {
        var random = new Random(1);
        for (var run = 0; run < 500; run++)
        {
            var source = new Source(string.Concat(Enumerable.Range(0, 60).Select(_ => "\n\r\n\rab"[random.Next(6)])));
            for (var i = 0; i < 20; i++)
            {
                var position = random.Next(source.Text.Length + 1);
                Assert.Equal(LineByLine(source.Text, position), source.LocationAt(position));
            }
        }
    }

    private static SourceLocation LineByLine(string text, int position)
    {
        var (line, start) = (1, 0);
        for (var i = 0; i < position; i++)
        {
            if (text[i] != '\n' && (text[i] != '\r' || text.ElementAtOrDefault(i + 1) == '\n')) continue;
            (line, start) = (line + 1, i + 1);
        }
        return new SourceLocation(line, position - start + 1);
    }
}
