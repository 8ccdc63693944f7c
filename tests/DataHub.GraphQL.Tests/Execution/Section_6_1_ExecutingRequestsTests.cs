using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_1_ExecutingRequestsTests
{
    private static TestHub Hub(EngineOptions? options = null) =>
        new TestHub("type Query { a: Int, b(x: Int): Int }", options).Value("Query.a", 1).From("Query.b", f => f.Argument<int>("x"));

    [Fact]
    public async Task A_single_operation_needs_no_name() => Assert.Equal("""{"a":1}""", await Hub().DataAsync("query Q { a }"));

    [Fact]
    [Specifies("ExecuteRequest()")]
    public async Task The_named_operation_is_executed() =>
        Assert.Equal("""{"data":{"b":2}}""", await Hub().AnswerAsync("query A { a } query B { b(x: 2) }", operation: "B"));

    [Theory]
    [InlineData("query A { a } query B { b }", null)]
    [InlineData("query A { a }", "B")]
    [Specifies("GetOperation()")]
    public async Task An_operation_that_is_not_found_is_a_request_error(string document, string? name)
    {
        var result = await Hub().ExecuteAsync(document, operation: name);
        Assert.False(result.HasData);
        Assert.Equal(ErrorCodes.Operation, Assert.Single(result.Errors).Code);
    }

    [Fact]
    public void The_type_of_an_operation_is_known_before_execution()
    {
        var document = Hub().Engine.Prepare("query A { a } query B { b }");
        Assert.True(document.TryFindOperation("B", out var operation, out _));
        Assert.Equal("B", operation.Name!.Value);
        Assert.False(document.TryFindOperation("C", out _, out var error));
        Assert.Equal(ErrorCodes.Operation, error.Code);
    }

    [Fact]
    public async Task A_syntax_error_is_a_request_error_without_data()
    {
        var result = await Hub().ExecuteAsync("{ a");
        Assert.False(result.HasData);
        Assert.Equal(ErrorCodes.Syntax, Assert.Single(result.Errors).Code);
        Assert.DoesNotContain("\"data\"", TestHub.Json(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_breaks_a_rule_is_not_executed()
    {
        var hub = Hub();
        var result = await hub.ExecuteAsync("{ a, nothing }");
        Assert.False(result.HasData);
        Assert.Equal(ErrorCodes.Validation, Assert.Single(result.Errors).Code);
        Assert.Equal(0, hub.Calls("Query.a"));
    }

    [Fact]
    public async Task A_plan_that_is_not_authorised_runs_no_resolver()
    {
        var seen = new List<string>();
        var hub = Hub(new EngineOptions
        {
            Authorize = (plan, _) =>
            {
                seen.AddRange(plan.Fields().Select(f => f.Field.Definition.Coordinate + "=" + f.Field.Argument<int>("x")));
                return [new GraphQLError("Not for you", "FORBIDDEN")];
            },
        });
        var answer = await hub.AnswerAsync("query($x: Int) { b(x: $x) }", """{"x":7}""");
        Assert.Equal("""{"errors":[{"message":"Not for you","extensions":{"code":"FORBIDDEN"}}]}""", answer);
        Assert.Equal(["Query.b=7"], seen);
        Assert.Equal(0, hub.Calls("Query.b"));
        Assert.Equal(0, hub.Dispatches);
    }

    [Fact]
    public async Task Cancellation_of_the_request_is_thrown()
    {
        using var source = new CancellationTokenSource();
        var hub = Hub();
        hub.Resolve("Query.a", async (context, _) =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.Cancellation);
            return ResolvedField.Leaf(new ArrayColumn<int>([1]));
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hub.ExecuteAsync("{ a }", cancellation: source.Token));
    }
}
