using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Language;

/// <summary>Every production of the grammar that can contain itself, fifty thousand levels deep.</summary>
public sealed class NestingTests
{
    private const int Levels = 50_000;

    public static TheoryData<string, string, string> Nestable => new()
    {
        { "{ a ", "selection sets", "}" },
        { "{ ... ", "inline fragments", "}" },
        { "{ ... on T ", "inline fragments with a type condition", "}" },
        { "{ a(b: [", "lists in fields", "" },
        { "query ($a: [", "list types", "" },
    };

    [Theory]
    [MemberData(nameof(Nestable))]
    public void Deep_documents_are_refused_at_the_first_level_too_many(string opening, string what, string closing)
    {
        var repeated = opening.TrimEnd()[^1] == '[' ? opening + new string('[', Levels) : string.Concat(Enumerable.Repeat(opening, Levels));
        var error = Text.Refused(repeated + string.Concat(Enumerable.Repeat(closing, Levels)));
        Assert.True(error.Message == "Syntax error: The text is nested deeper than 200 levels.", what);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a:", "}")]
    [InlineData("{a:[", "]}")]
    public void Deep_values_are_refused(string opening, string closing)
    {
        var text = string.Concat(Enumerable.Repeat(opening, Levels)) + "1" + string.Concat(Enumerable.Repeat(closing, Levels));
        Assert.Equal("Syntax error: The text is nested deeper than 200 levels.", Text.RefusedValue(text).Message);
    }

    [Fact]
    public void Deep_types_are_refused()
    {
        var text = new string('[', Levels) + "T" + string.Concat(Enumerable.Repeat("!]", Levels));
        var error = Text.Refused(() => Parser.ParseType(new Source(text)));
        Assert.Equal("1:201 Syntax error: The text is nested deeper than 200 levels.", Text.Show(error));
    }

    [Fact]
    public void The_stack_holds_whatever_the_limit_says()
    {
        var options = new ParserOptions { MaxDepth = int.MaxValue, MaxTokens = int.MaxValue };
        var text = new string('[', 4_000_000);
        Assert.Equal("Syntax error: The text is nested too deep.",
            Text.Refused(() => Parser.ParseValue(new Source(text), options)).Message);
    }

    [Fact]
    public void As_many_levels_as_allowed_are_read()
    {
        var text = string.Concat(Enumerable.Repeat("{a", 200)) + new string('}', 200);
        Assert.Single(Text.Document(text).Definitions);
        Assert.Single(Text.Document($"{{{string.Concat(Enumerable.Repeat("a(b:[[1]]){b}", 10_000))}}}").Definitions);
    }
}
