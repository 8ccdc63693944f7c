using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_11_VariablesTests
{
    private static TestHub Hub() => new TestHub("type Query { pic(size: Int = 1): String, two(a: Int, b: Int): String }")
        .From("Query.pic", f => $"{f.Argument<int>("size")}").From("Query.two", f => $"{f.Argument<int>("a")}{f.Argument<int>("b")}");

    [Fact]
    public void A_variable_has_a_type_a_default_and_directives()
    {
        var operation = Text.Definition<OperationDefinitionNode>("query ($a: [Int!]! = [1] @d @e, $b: T) { a }");
        var (first, second) = (operation.Variables[0], operation.Variables[1]);
        Assert.Equal(("a", "[Int!]!", "[1]"),
            (first.Variable.Name.Value, Printer.Print(first.Type), Printer.Print(first.DefaultValue!)));
        Assert.Equal(["d", "e"], first.Directives.Select(d => d.Name.Value));
        Assert.Null(second.DefaultValue);
    }

    [Theory]
    [InlineData("query ($a) { a }", "1:10")]
    [InlineData("query (a: Int) { a }", "1:8")]
    [InlineData("query ($a: Int = $b) { a }", "1:18")]
    [InlineData("query ($a: Int @d(x: $b)) { a }", "1:22")]
    [InlineData("query ($a: Int) ($b: Int) { a }", "1:17")]
    [InlineData("query ($1: Int) { a }", "1:9")]
    [InlineData("query () { a }", "1:8")]
    [InlineData("{ a(b: $) }", "1:9")]
    public void Broken_variables_are_refused(string text, string place) => Text.RefusedAt(place, text);

    [Fact]
    [Specifies("Variable Use Within Fragments")]
    public async Task Variables_are_global_to_the_operation_also_in_fragments()
    {
        const string text = """
            query A($size: Int!) { ...F }
            query B($size: Int = 5) { ...F }
            fragment F on Query { ...G }
            fragment G on Query { pic(size: $size) }
            """;
        Assert.Equal("""{"data":{"pic":"7"}}""", await Hub().AnswerAsync(text, """{"size":7}""", "A"));
        Assert.Equal("""{"data":{"pic":"5"}}""", await Hub().AnswerAsync(text, "{}", "B"));
        Assert.Equal("5.8.3 All Variable Uses Defined",
            Assert.Single((await Hub().ExecuteAsync("{ ...G } fragment G on Query { pic(size: $size) }")).Errors).Specification);
    }

    [Fact]
    public async Task One_document_serves_many_values()
    {
        var hub = Hub();
        foreach (var size in new[] { 1, 2, 300 })
            Assert.Equal($$"""{"pic":"{{size}}"}""", await hub.DataAsync("query ($s: Int) { pic(size: $s) }", $$"""{"s":{{size}}}"""));
    }
}
