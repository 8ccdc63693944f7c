using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_4_2_ValueResolutionTests
{
    private const string Sdl = """
        type Query { nodes(count: Int!): [Node!]! other: Int }
        type Node { id: Int!, next: Node!, children(count: Int!): [Node!]! }
        """;

    private sealed record Node(int Id);

    private static IEnumerable<Node> Nodes(FieldSelection field) =>
        Enumerable.Range(0, field.Argument<int>("count")).Select(i => new Node(i));

    private static TestHub Hub(EngineOptions? options = null)
    {
        var hub = new TestHub(Sdl, options);
        hub.From("Query.nodes", Nodes);
        hub.Value("Query.other", 1);
        hub.Each<Node, Node>("Node.next", n => new Node(n.Id + 1));
        hub.Resolve("Node.children", (context, parents) => new(ObjectRowSet.Resolve(
            ((ObjectRowSet<Node>)parents).Items.Select(_ => Nodes(context.Field)).ToArray(),
            hub.Field("Node.children"),
            hub.Schema)));
        return hub;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(1000)]
    [Specifies("ResolveFieldValue()")]
    public async Task A_field_is_resolved_once_whatever_the_number_of_parents(int count)
    {
        var hub = Hub();
        await hub.DataAsync($"{{ nodes(count: {count}) {{ id next {{ id }} children(count: 3) {{ next {{ id }} }} }} other }}");
        Assert.Equal(1, hub.Calls("Query.nodes"));
        Assert.Equal(2, hub.Calls("Node.next"));
        Assert.Equal(1, hub.Calls("Node.children"));
        Assert.Equal(4, hub.Dispatches);
    }

    [Fact]
    public async Task Nothing_is_asked_below_an_empty_list()
    {
        var hub = Hub();
        Assert.Equal("""{"nodes":[]}""", await hub.DataAsync("{ nodes(count: 0) { next { id } } }"));
        Assert.Equal((0, 1), (hub.Calls("Node.next"), hub.Dispatches));
    }

    [Fact]
    public async Task All_resolvers_of_a_level_start_before_the_host_dispatches_and_wait_for_it()
    {
        var sent = new TaskCompletionSource();
        var started = 0;
        var hub = Hub();
        hub.OnDispatch = () =>
        {
            Assert.Equal(2, started);
            sent.SetResult();
            return Task.CompletedTask;
        };
        hub.Resolve("Query.other", async (_, _) =>
        {
            started++;
            await sent.Task;
            return ResolvedField.Leaf(new ArrayColumn<int>([7]));
        });
        Assert.Equal("""{"a":7,"b":7}""", await hub.DataAsync("{ a: other b: other }"));
    }

    [Fact]
    public async Task A_dispatch_that_fails_fails_the_fields_that_wait_for_it_and_no_others()
    {
        var seen = new List<Exception>();
        var hub = Hub(new EngineOptions { OnInternalError = (exception, _) => seen.Add(exception) });
        hub.OnDispatch = () => throw new IOException("host 10.0.0.1 is away");
        hub.Resolve("Query.other", async (context, _) =>
        {
            if (context.Field.ResponseKey == "waits") await new TaskCompletionSource().Task;
            return ResolvedField.Leaf(new ArrayColumn<int>([7]));
        });
        Assert.Equal(
            """{"errors":[{"message":"Internal error","locations":[{"line":1,"column":12}],"path":["waits"]"""
            + ""","extensions":{"code":"INTERNAL_SERVER_ERROR"}}],"data":{"ok":7,"waits":null}}""",
            await hub.AnswerAsync("{ok: other waits: other}"));
        Assert.IsType<IOException>(Assert.Single(seen));
    }

    [Fact]
    public async Task The_plan_lists_its_fields_parents_first()
    {
        var seen = "";
        var hub = Hub(new EngineOptions
        {
            Authorize = (plan, _) =>
            {
                seen = string.Join(' ', plan.Fields().Select(f => f.Field.Definition.Coordinate));
                return [];
            },
        });
        await hub.DataAsync("{ nodes(count: 1) { next { id } id } other }");
        Assert.Equal("Query.nodes Query.other Node.next Node.id Node.id", seen);
    }
}
