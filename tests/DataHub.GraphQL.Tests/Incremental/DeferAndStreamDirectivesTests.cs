using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Incremental;

/// <summary>Section 3.13 of the proposal: the directives themselves, and the switch.</summary>
public sealed class DeferAndStreamDirectivesTests
{
    private const string Directives =
        "{ __schema { directives { name locations isRepeatable args { name defaultValue type { kind name ofType { name } } } } } }";

    private const string Defer = """
        {"name":"defer","locations":["FRAGMENT_SPREAD","INLINE_FRAGMENT"],"isRepeatable":false,"args":[
        {"name":"if","defaultValue":"true","type":{"kind":"NON_NULL","name":null,"ofType":{"name":"Boolean"}}},
        {"name":"label","defaultValue":null,"type":{"kind":"SCALAR","name":"String","ofType":null}}]}
        """;

    private const string Stream = """
        {"name":"stream","locations":["FIELD"],"isRepeatable":false,"args":[
        {"name":"if","defaultValue":"true","type":{"kind":"NON_NULL","name":null,"ofType":{"name":"Boolean"}}},
        {"name":"label","defaultValue":null,"type":{"kind":"SCALAR","name":"String","ofType":null}},
        {"name":"initialCount","defaultValue":"0","type":{"kind":"NON_NULL","name":null,"ofType":{"name":"Int"}}}]}
        """;

    [Fact]
    public async Task Without_the_switch_the_directives_do_not_exist()
    {
        var hub = Things.Hub(new EngineOptions());
        Assert.DoesNotContain("defer", await hub.DataAsync(Directives), StringComparison.Ordinal);
        Assert.Equal(
            ["Directive \"@defer\" is not defined.", "Directive \"@stream\" is not defined."],
            await hub.ErrorsAsync("{ ... @defer { items @stream { id } } }"));
    }

    [Fact]
    public async Task With_the_switch_they_are_in_the_schema()
    {
        var answer = await Things.Hub().DataAsync(Directives);
        Assert.Contains(Defer.ReplaceLineEndings(""), answer, StringComparison.Ordinal);
        Assert.Contains(Stream.ReplaceLineEndings(""), answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_in_one_puts_nothing_off() => Assert.Equal(
        """{"item":{"id":"i1","name":"Item 1"},"items":[{"id":"i5"},{"id":"i6"},{"id":"i7"},{"id":"i8"}]}""",
        await Things.Hub().DataAsync("{ item { id ... @defer { name } } items @stream(initialCount: 1) { id } }"));

    [Fact]
    public async Task A_negative_initialCount_is_an_error_of_the_field()
    {
        var payloads = await Payloads.OfAsync(Things.Hub(), "query($n: Int!) { boxes @stream(initialCount: $n) { id } }", """{"n":-1}""");
        Assert.Single(payloads.All);
        Assert.Equal(["boxes"], payloads.Errors[0]["path"]!.AsArray().Select(p => (string)p!));
        Assert.Null(payloads.Data!["boxes"]);
    }

    [Theory]
    [InlineData("@skip(if: true) @defer", false)]
    [InlineData("@include(if: false) @defer", false)]
    [InlineData("@include(if: true) @defer", true)]
    [InlineData("@defer(if: false)", false)]
    public async Task Skip_and_include_come_before_defer(string directives, bool isDeferred)
    {
        var payloads = await Payloads.OfAsync(Things.Hub(), $"{{ item {{ id ... {directives} {{ name }} }} }}");
        Assert.Equal(isDeferred ? 2 : 1, payloads.All.Count);
    }

    [Fact]
    public async Task One_document_is_planned_for_each_value_of_its_variables()
    {
        var hub = Things.Hub();
        const string Query = "query($on: Boolean!, $n: Int!) { items @stream(if: $on, initialCount: $n) { id } }";
        (string On, int N, int First)[] cases = [("true", 1, 1), ("true", 3, 3), ("false", 1, 4), ("true", 9, 4), ("true", 0, 0), ("true", 1, 1)];
        foreach (var (on, n, first) in cases)
        {
            var payloads = await Payloads.OfAsync(hub, Query, $$"""{"on":{{on}},"n":{{n}}}""");
            Assert.Equal(first, payloads.All[0]["data"]!["items"]!.AsArray().Count);
            Assert.Equal(4, payloads.Data!["items"]!.AsArray().Count);
        }
    }
}
