using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_2_DescriptionsTests
{
    private const string Described = """"
        """
        What the machine does.
          **Warning:** some years may surprise.
        """
        query GetMachine(
          "Which machine"
          $id: ID!
          """
          Which year
          """
          $year: Int = 1 @d
        ) { machine(id: $id) { ...Details status(year: $year) } }

        "What is \"known\""
        fragment Details on Machine { id }
        """";

    private const string Plain = """
        query GetMachine($id: ID!, $year: Int = 1 @d) { machine(id: $id) { ...Details status(year: $year) } }
        fragment Details on Machine { id }
        """;

    private const string Machines = """
        directive @d on VARIABLE_DEFINITION
        type Query { machine(id: ID!): Machine }
        type Machine { id: ID!, status(year: Int): String }
        """;

    private sealed record Machine(string Id);

    [Fact]
    public void Operations_variables_and_fragments_keep_their_descriptions()
    {
        var document = Text.Document(Described);
        var operation = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        Assert.Equal("What the machine does.\n  **Warning:** some years may surprise.", operation.Description?.Value);
        Assert.Equal(["Which machine", "Which year"], operation.Variables.Select(v => v.Description?.Value));
        Assert.Equal("What is \"known\"", Assert.IsType<FragmentDefinitionNode>(document.Definitions[1]).Description?.Value);
    }

    [Fact]
    public void Descriptions_are_printed_and_read_again()
    {
        var document = Text.Document(Described);
        var printed = Printer.Print(document);
        Assert.Equal(Structure.Of(document), Structure.Of(Text.Document(printed)));
        Assert.Contains("  **Warning:** some years may surprise.\n\"\"\"\nquery GetMachine(", printed, StringComparison.Ordinal);
        Assert.Contains("\"Which machine\"", printed, StringComparison.Ordinal);
        Assert.Contains("\"What is \\\"known\\\"\"\nfragment Details", printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"no\" { a }", "1:6")]
    [InlineData("{ \"no\" a }", "1:3")]
    [InlineData("{ a(\"no\" b: 1) }", "1:5")]
    [InlineData("{ ... \"no\" on T { a } }", "1:7")]
    [InlineData("\"no\" extend type T @d", "1:1")]
    [InlineData("\"one\" \"two\" query { a }", "1:7")]
    [InlineData("no query { a }", "1:1")]
    public void Nothing_else_is_described(string text, string place) => Text.RefusedAt(place, text);

    [Fact]
    public async Task Descriptions_change_neither_validation_nor_the_response()
    {
        var hub = new TestHub(Machines).From("Query.machine", f => new Machine(f.Argument<string>("id")!));
        hub.Each<Machine, string>("Machine.id", m => m.Id);
        hub.From("Machine.status", f => $"in {f.Argument<int>("year")}");
        foreach (var text in new[] { Described, Plain })
        {
            Assert.Equal("""{"machine":{"id":"7","status":"in 1"}}""", await hub.DataAsync(text, """{"id":"7"}"""));
            Assert.Equal("Variable \"$id\" is not valid: A value of required type \"ID!\" was not provided.",
                Assert.Single(await hub.ErrorsAsync(text)));
            var broken = text.Replace("{ id }", "{ name }", StringComparison.Ordinal);
            Assert.Equal(["5.3.1 Field Selections"],
                (await hub.ExecuteAsync(broken, """{"id":"7"}""")).Errors.Select(e => e.Specification));
        }
    }
}
