using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Limits;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_7_ResponseTests
{
    [Fact]
    public void A_request_error_result_has_errors_and_no_data() => Assert.Equal(
        """{"errors":[{"message":"Too many <requests>","extensions":{"code":"LIMIT","limit":5,"list":["a",null],"map":{"x":1.5}}}]}""",
        TestHub.Json(ExecutionResult.Refused(new GraphQLError("Too many <requests>", "LIMIT")
        {
            Extensions = new Dictionary<string, object?>
            {
                ["limit"] = 5,
                ["list"] = new[] { "a", null },
                ["map"] = new Dictionary<string, object?> { ["x"] = 1.5m },
            },
        })));

    [Fact]
    public void A_request_error_result_needs_an_error() => Assert.Throws<ArgumentException>(() => ExecutionResult.Refused([]));

    [Fact]
    public async Task Extensions_stand_at_the_end_and_only_when_there_are_some()
    {
        var result = await new TestHub("type Query { a: Int }").Value("Query.a", 1).ExecuteAsync("{ a }");
        Assert.Equal("""{"data":{"a":1}}""", TestHub.Json(result));
        result.Extensions = new Dictionary<string, object?> { ["cost"] = 3 };
        Assert.Equal("""{"data":{"a":1},"extensions":{"cost":3}}""", TestHub.Json(result));
    }

    [Fact]
    public async Task Data_is_null_when_an_error_moves_up_to_the_root()
    {
        var result = await new TestHub("type Query { a: Int! }").Value("Query.a", (int?)null).ExecuteAsync("{ a }");
        Assert.True(result.HasData);
        Assert.True(result.IsDataNull);
        Assert.Equal(
            """{"errors":[{"message":"There is no value for non-null field \"Query.a\".","locations":[{"line":1,"column":3}],"path":["a"]"""
            + ""","extensions":{"code":"NULL_IN_NON_NULL_FIELD"}}],"data":null}""",
            TestHub.Json(result));
    }

    [Fact]
    public async Task An_answer_is_as_deep_as_its_plan()
    {
        var hub = new TestHub(
            "type Query { a: A } type A { a: A, n: Int }", new EngineOptions { Limits = new OperationLimits { Depth = new Limit(100) } });
        hub.Value("Query.a", new A()).Each<A, A>("A.a", a => a).Each<A, int>("A.n", _ => 1);
        var depth = 95;
        var query = string.Concat(Enumerable.Repeat("{ a ", depth)) + "{ n }" + new string('}', depth);
        Assert.EndsWith("{\"n\":1}" + new string('}', depth), await hub.DataAsync(query), StringComparison.Ordinal);
    }

    private sealed class A;
}
