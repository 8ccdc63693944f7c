using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_3_DocumentTests
{
    private static TestHub Hub() => new TestHub("type Query { a: Int, b: Int }").Value("Query.a", 1).Value("Query.b", 2);

    [Fact]
    public void A_document_may_hold_executable_and_type_system_definitions() => Assert.Equal(
        ["OperationDefinitionNode", "FragmentDefinitionNode", "ObjectTypeDefinitionNode", "SchemaDefinitionNode"],
        Text.Document("{ a } fragment F on T { a } type T { a: Int } extend schema @d").Definitions.Select(d => d.GetType().Name));

    [Fact]
    public void A_document_holds_one_definition_at_least() => Text.RefusedAt("1:1", "");

    [Theory]
    [InlineData("{ a } type T { a: Int }", "5.1.1 Executable Definitions")]
    [InlineData("{ a } extend type Query { c: Int }", "5.1.1 Executable Definitions")]
    [InlineData("query A { a } { b }", "5.2.3.1 Lone Anonymous Operation")]
    [InlineData("{ a } query A { b }", "5.2.3.1 Lone Anonymous Operation")]
    public async Task Documents_that_must_not_be_executed_are_not(string text, string section)
    {
        var result = await Hub().ExecuteAsync(text, operation: "A");
        Assert.False(result.HasData);
        Assert.Equal(section, Assert.Single(result.Errors).Specification);
    }

    [Fact]
    public async Task A_document_without_an_operation_is_not_executed()
    {
        var result = await Hub().ExecuteAsync("fragment F on Query { a }");
        Assert.False(result.HasData);
        Assert.NotEmpty(result.Errors);
    }

    [Fact]
    public async Task Of_several_operations_the_request_names_one()
    {
        const string text = "query A { a } query B { b }";
        Assert.Equal("""{"data":{"b":2}}""", await Hub().AnswerAsync(text, operation: "B"));
        Assert.Contains("must name one of them", Assert.Single(await Hub().ErrorsAsync(text)), StringComparison.Ordinal);
    }
}
