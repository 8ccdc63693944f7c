using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_2_1_QueryTests
{
    private static TestHub Hub() => new TestHub("schema { query: Root } type Root { a: Int, b: Int! }").Value("Root.a", 1);

    [Fact]
    [Specifies("ExecuteQuery()")]
    public async Task A_query_is_executed_on_the_query_root_type() => Assert.Equal(
        """{"data":{"__typename":"Root","a":1,"b":2}}""", await Hub().Value("Root.b", 2).AnswerAsync("query { __typename a b }"));

    [Fact]
    [Specifies("ExecuteQuery()")]
    public async Task The_result_holds_data_and_errors_of_the_execution()
    {
        var hub = Hub().Value("Root.b", (int?)null);
        Assert.Equal("""{"data":{"a":1}}""", await hub.AnswerAsync("{ a }"));
        Assert.EndsWith("\"data\":null}", await hub.AnswerAsync("{ a b }"), StringComparison.Ordinal);
    }

    [Fact]
    [Specifies("ExecuteQuery()")]
    public async Task Its_fields_start_together()
    {
        var hub = Hub();
        var started = 0;
        foreach (var field in new[] { "Root.a", "Root.b" })
        {
            hub.Resolve(field, async (_, _) =>
            {
                started++;
                while (started < 2) await Task.Yield();
                return ResolvedField.Leaf(new ArrayColumn<int>([started]));
            });
        }
        Assert.Equal("""{"a":2,"b":2}""", await hub.DataAsync("{ a b }"));
    }
}
