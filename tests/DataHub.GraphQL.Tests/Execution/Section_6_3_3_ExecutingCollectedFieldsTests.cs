using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_3_3_ExecutingCollectedFieldsTests
{
    private sealed record Node(int N);

    private static TestHub Hub() => new TestHub("""
        type Query { may: Node, must: Node!, list: [Node!], loose: [Node] }
        type Node { n: Int, strict: Int!, inner: Node! }
        """).Value("Query.may", new Node(1)).Value("Query.must", new Node(2))
        .Value("Query.list", new[] { new Node(3), new Node(4) }).Value("Query.loose", new[] { new Node(5), new Node(6) })
        .Each<Node, int?>("Node.strict", n => n.N % 2 == 0 ? null : n.N).Each<Node, Node>("Node.inner", n => n);

    [Theory]
    [InlineData("{ may { n } must { n } }", """{"may":{"n":1},"must":{"n":2}}""")]
    [InlineData("{ must { n } may { n } }", """{"must":{"n":2},"may":{"n":1}}""")]
    [InlineData("{ x: must { n } may { y: n } x: must { z: n } }", """{"x":{"n":2,"z":2},"may":{"y":1}}""")]
    [Specifies("ExecuteCollectedFields()")]
    public async Task The_result_has_an_entry_for_each_response_name_in_order(string text, string data) =>
        Assert.Equal(data, await Hub().DataAsync(text));

    [Theory]
    [InlineData("{ may { strict } }", """{"may":{"strict":1}}""", null)]
    [InlineData("{ may { n } must { strict } }", "null", "must.strict")]
    [InlineData("{ list { strict } }", """{"list":null}""", "list.1.strict")]
    [InlineData("{ loose { strict } }", """{"loose":[{"strict":5},null]}""", "loose.1.strict")]
    [InlineData("{ loose { inner { inner { strict } } } }", """{"loose":[{"inner":{"inner":{"strict":5}}},null]}""",
        "loose.1.inner.inner.strict")]
    [InlineData("{ may { n } list { inner { strict } } loose { n } }", """{"may":{"n":1},"list":null,"loose":[{"n":5},{"n":6}]}""",
        "list.1.inner.strict")]
    [Specifies("Errors and Non-Null Types")]
    public async Task An_error_at_a_non_null_position_goes_up_to_the_parent(string text, string data, string? path)
    {
        var result = await Hub().ExecuteAsync(text);
        Assert.EndsWith($"\"data\":{data}}}", TestHub.Json(result), StringComparison.Ordinal);
        Assert.Equal(path is null ? [] : [path], result.Errors.Select(e => string.Join('.', e.Path!)));
    }
}
