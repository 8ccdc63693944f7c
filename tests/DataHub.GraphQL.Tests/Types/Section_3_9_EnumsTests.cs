using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.Language;
using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_9_EnumsTests
{
    [Fact]
    public void Values_keep_what_the_document_says()
    {
        var type = Assert.IsType<EnumType>(Sdl.BuildWithQuery("enum E { \"a\" A B @deprecated(reason: \"\"\"old\"\"\") }").Type("E"));
        Assert.Equal("a", type.Value("A")?.Description);
        Assert.Equal("old", type.Value("B")?.DeprecationReason);
        Assert.Null(type.Value("C"));
    }

    [Theory]
    [InlineData("enum E", "E: an enum type must have one value at least")]
    [InlineData("enum E { A B A }", "E.A: there is more than one value of this name")]
    [InlineData("enum E { A } extend enum E { A }", "E.A: there is more than one value of this name")]
    [Specifies("Type Validation")]
    public void Wrong_enums_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));

    private static TestHub Hub() => new TestHub("enum E { NORTH SOUTH } type Query { out: E, in(x: E): String }")
        .From("Query.in", f => f.Argument<string>("x"));

    [Fact]
    [Specifies("Result Coercion")]
    public async Task A_result_is_one_of_the_values_or_an_error()
    {
        Assert.Equal("""{"out":"NORTH"}""", await Hub().Value("Query.out", "NORTH").DataAsync("{ out }"));
        Assert.Equal(["out: A value of \"Query.out\" cannot be represented as E."], await Hub()
            .Value("Query.out", "EAST").ErrorsAsync("{ out }"));
    }

    [Theory]
    [InlineData("NORTH", true)]
    [InlineData("EAST", false)]
    [InlineData("north", false)]
    [InlineData("\"NORTH\"", false)]
    [InlineData("1", false)]
    [InlineData("true", false)]
    [Specifies("Input Coercion")]
    public async Task Only_names_of_values_are_inputs(string literal, bool fits) =>
        Assert.Equal(fits, (await Hub().ExecuteAsync($"{{ in(x: {literal}) }}")).HasData);

    [Theory]
    [InlineData("\"NORTH\"", true)]
    [InlineData("\"EAST\"", false)]
    [InlineData("0", false)]
    [InlineData("[\"NORTH\"]", false)]
    [Specifies("Input Coercion")]
    public async Task Only_strings_that_name_values_are_inputs_of_variables(string json, bool fits) => Assert.Equal(
        fits, (await Hub().ExecuteAsync("query ($x: E) { in(x: $x) }", $$"""{"x":{{json}}}""")).HasData);

    [Fact]
    [Specifies("Type Validation")]
    public void The_three_keywords_are_no_values()
    {
        foreach (var word in new[] { "true", "false", "null" }) Text.RefusedAt("1:10", $"enum E {{ {word} }}");
    }
}
