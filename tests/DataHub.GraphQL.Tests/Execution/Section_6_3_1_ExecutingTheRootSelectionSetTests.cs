using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_3_1_ExecutingTheRootSelectionSetTests
{
    private static TestHub Hub() => new TestHub("type Query { a: Int, b: Int, fails: Int } type Mutation { set(to: Int): Int }")
        .Value("Query.a", 1).Value("Query.b", 2).From("Mutation.set", f => f.Argument<int>("to"))
        .Resolve("Query.fails", (_, _) => throw new GraphQLException(new GraphQLError("No", "NO")));

    [Fact]
    [Specifies("ExecuteRootSelectionSet()")]
    public async Task Fields_are_collected_then_executed_and_give_data_and_errors()
    {
        var result = await Hub().ExecuteAsync("{ a ...F fails a } fragment F on Query { b }");
        Assert.EndsWith("\"data\":{\"a\":1,\"b\":2,\"fails\":null}}", TestHub.Json(result), StringComparison.Ordinal);
        Assert.Equal("fails", Assert.Single(Assert.Single(result.Errors).Path!));
    }

    [Fact]
    [Specifies("ExecuteRootSelectionSet()")]
    public async Task Errors_are_left_out_when_there_are_none() =>
        Assert.Equal("""{"data":{"a":1}}""", await Hub().AnswerAsync("{ a }"));

    [Fact]
    [Specifies("ExecuteRootSelectionSet()")]
    public async Task A_mutation_is_executed_on_its_own_root_type() =>
        Assert.Equal("""{"x":1,"y":2}""", await Hub().DataAsync("mutation { x: set(to: 1) y: set(to: 2) }"));
}
