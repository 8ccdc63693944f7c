using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_4_ExecutingFieldsTests
{
    private static TestHub Hub() => new TestHub("type Query { f(x: Int!): Int, g(x: Int! = 4): Int, bad: Int }")
        .From("Query.f", f => f.Argument<int>("x") * 2).From("Query.g", f => f.Argument<int>("x")).Value("Query.bad", 1L << 40);

    [Fact]
    [Specifies("ExecuteField()")]
    public async Task Arguments_are_coerced_then_the_value_is_resolved_then_completed()
    {
        Assert.Equal("""{"f":14,"g":4}""", await Hub().DataAsync("{ f(x: 7) g }"));
        Assert.Equal("""{"f":14}""", await Hub().DataAsync("query ($v: Int!) { f(x: $v) }", """{"v":7.0}"""));
    }

    [Fact]
    [Specifies("ExecuteField()")]
    public async Task Each_step_can_fail_with_an_error_at_the_field()
    {
        var hub = Hub();
        var result = await hub.ExecuteAsync("query ($v: Int = 1) { a: f(x: $v) b: bad c: g }", """{"v":null}""");
        Assert.Equal(["a", "b"], result.Errors.Select(e => Assert.Single(e.Path!)));
        Assert.EndsWith("\"data\":{\"a\":null,\"b\":null,\"c\":4}}", TestHub.Json(result), StringComparison.Ordinal);
        Assert.Equal(0, hub.Calls("Query.f"));
    }

    [Fact]
    [Specifies("ExecuteField()")]
    public async Task Merged_fields_are_executed_once_with_the_arguments_of_the_first()
    {
        var hub = Hub();
        Assert.Equal("""{"f":2}""", await hub.DataAsync("{ f(x: 1) ...F f(x: 1) } fragment F on Query { f(x: 1) }"));
        Assert.Equal(1, hub.Calls("Query.f"));
    }
}
