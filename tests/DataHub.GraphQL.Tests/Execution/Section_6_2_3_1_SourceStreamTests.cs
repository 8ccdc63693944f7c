using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_2_3_1_SourceStreamTests
{
    [Theory]
    [InlineData("subscription { ticked(from: 7) { number } }", null, 7)]
    [InlineData("subscription { ticked { number } }", null, 1)]
    [InlineData("subscription($from: Int!) { alias: ticked(from: $from) { number } }", """{"from":9}""", 9)]
    [Specifies("ResolveFieldEventStream()")]
    public async Task The_resolver_receives_the_coerced_arguments(string query, string? variables, int from)
    {
        var subscription = new TestSubscription();
        await using var stream = await subscription.StreamAsync(query, variables);
        Assert.Equal(from, subscription.From);
    }

    [Theory]
    [InlineData("subscription { ticked { number } maybe { number } }")]
    [InlineData("subscription { ...Two } fragment Two on Subscription { ticked { number } again: ticked { number } }")]
    [InlineData("subscription { __typename }")]
    [InlineData("subscription($not: Boolean!) { ticked @skip(if: $not) { number } }")]
    [Specifies("CreateSourceEventStream()")]
    public async Task Other_than_one_root_field_is_a_request_error(string query)
    {
        var subscription = new TestSubscription();
        Assert.StartsWith("{\"errors\":[{", await subscription.RefusalAsync(query, "{\"not\":true}"), StringComparison.Ordinal);
        Assert.All(subscription.Contexts, context => Assert.True(context.IsDisposed));
        Assert.False(subscription.Cancellation.CanBeCanceled);
    }

    [Theory]
    [InlineData("subscription { ticked(from: null) { number } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription($from: Int) { ticked(from: $from) { number } }", "BAD_USER_INPUT")]
    [InlineData("subscription { ticked { number }", "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ n }", "OPERATION_RESOLUTION_FAILURE")]
    [InlineData("subscription A { silent } subscription B { silent }", "OPERATION_RESOLUTION_FAILURE")]
    [InlineData("subscription { silent }", "OPERATION_RESOLUTION_FAILURE")]
    public async Task Faults_of_the_request_make_no_stream(string query, string code)
    {
        var answer = await new TestSubscription().RefusalAsync(query, """{"from":null}""");
        Assert.Contains($"\"code\":\"{code}\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"data\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    [Specifies("CreateSourceEventStream()")]
    public async Task An_argument_without_a_value_where_one_must_be_is_a_request_error_at_the_field()
    {
        // $from may be null by its type and is allowed here because of the argument's default (section 5.8.5); the value null is not.
        var answer = await new TestSubscription().RefusalAsync(
            "subscription($from: Int = 2) { ticked(from: $from) { number } }", """{"from":null}""");
        Assert.Contains("\"path\":[\"ticked\"]", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"data\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    [Specifies("ResolveFieldEventStream()")]
    public async Task An_error_of_the_resolver_is_a_request_error_at_the_field()
    {
        var subscription = new TestSubscription { Fault = new GraphQLException(new GraphQLError("No such run", "NOT_FOUND")) };
        Assert.Equal(
            """{"errors":[{"message":"No such run","locations":[{"line":1,"column":16}],"path":["t"],"""
            + "\"extensions\":{\"code\":\"NOT_FOUND\"}}]}",
            await subscription.RefusalAsync("subscription { t: ticked { number } }"));
        Assert.True(Assert.Single(subscription.Contexts).IsDisposed);
    }

    [Fact]
    public async Task Other_failures_of_the_resolver_tell_nothing_of_the_inside()
    {
        var seen = new List<Exception>();
        var subscription = new TestSubscription(new EngineOptions { OnInternalError = (exception, _) => seen.Add(exception) })
        {
            Fault = new InvalidOperationException("secret of the host"),
        };
        var answer = await subscription.RefusalAsync("subscription { ticked { number } }");
        Assert.Contains("\"code\":\"INTERNAL_SERVER_ERROR\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Assert.Same(subscription.Fault, Assert.Single(seen));
    }

    [Fact]
    public async Task What_the_host_does_not_allow_makes_no_stream()
    {
        var subscription = new TestSubscription(new EngineOptions { Authorize = (_, _) => [new GraphQLError("No", "FORBIDDEN")] });
        Assert.Equal(
            """{"errors":[{"message":"No","extensions":{"code":"FORBIDDEN"}}]}""",
            await subscription.RefusalAsync("subscription { ticked { number } }"));
        Assert.Equal(default, subscription.Cancellation);
    }

    [Fact]
    public async Task The_context_of_the_source_stream_is_let_go_of_when_the_stream_is_made()
    {
        var subscription = new TestSubscription();
        await using var stream = await subscription.StreamAsync("subscription { ticked { number } }");
        Assert.True(Assert.Single(subscription.Contexts).IsDisposed);
        Assert.False(subscription.Cancellation.IsCancellationRequested);
    }

    [Fact]
    public async Task A_subscription_that_is_executed_like_a_query_is_refused()
    {
        var answer = await new TestSubscription().Hub.AnswerAsync("subscription { ticked { number } }");
        Assert.Equal(
            """{"errors":[{"message":"A subscription answers with a stream of responses.","""
            + "\"extensions\":{\"code\":\"OPERATION_RESOLUTION_FAILURE\"}}]}",
            answer);
    }
}
