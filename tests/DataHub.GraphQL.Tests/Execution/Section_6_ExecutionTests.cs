namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_ExecutionTests
{
    private static TestHub Hub() => new TestHub("type Query { a(x: Int): Int, b: Int }")
        .From("Query.a", f => f.Argument<int>("x")).Value("Query.b", 2);

    [Fact]
    public async Task A_request_is_a_document_an_operation_name_and_variables() => Assert.Equal(
        """{"data":{"a":5}}""", await Hub().AnswerAsync("query A($x: Int) { a(x: $x) } query B { b }", """{"x":5,"unknown":[1]}""", "A"));

    [Theory]
    [InlineData("# comment\nquery A { # here\n b }")]
    [InlineData("\"described\" query A { b }")]
    [InlineData("\"\"\"described\"\"\" query A(\"also\" $x: Int = 1) { b ...F } \"and this\" fragment F on Query { a(x: $x) }")]
    public async Task Descriptions_and_comments_have_no_effect(string text)
    {
        var bare = text.Replace("# comment\n", "", StringComparison.Ordinal).Replace("# here\n", "", StringComparison.Ordinal)
            .Replace("\"\"\"described\"\"\"", "", StringComparison.Ordinal).Replace("\"described\"", "", StringComparison.Ordinal)
            .Replace("\"also\"", "", StringComparison.Ordinal).Replace("\"and this\"", "", StringComparison.Ordinal);
        Assert.Equal(await Hub().DataAsync(bare), await Hub().DataAsync(text));
    }

    [Fact]
    public async Task The_same_request_gives_the_same_response()
    {
        var hub = Hub();
        const string text = "query ($x: Int) { a(x: $x) b }";
        Assert.Equal(await hub.AnswerAsync(text, """{"x":1}"""), await hub.AnswerAsync(text, """{"x":1}"""));
        Assert.Equal("""{"data":{"a":2,"b":2}}""", await hub.AnswerAsync(text, """{"x":2}"""));
    }
}
