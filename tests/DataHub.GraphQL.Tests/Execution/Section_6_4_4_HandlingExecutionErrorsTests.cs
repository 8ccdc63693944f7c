using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_4_4_HandlingExecutionErrorsTests
{
    private const string Sdl = """
        type Query {
          item: Item, sureItem: Item!
          items: [Item], sureItems: [Item!], allSure: [Item!]!, nested: [[Item!]!]
          names: [String], sureNames: [String!], allSureNames: [String!]!, matrix: [[String!]], sureMatrix: [[String!]!]!
        }
        type Item { name: String, sure: String!, fails: String, sureFails: String!, child: Item, sureChild: Item!, children: [Item!]! }
        """;

    private sealed record Item(string? Name, string? Sure)
    {
        public Item? Child => Name == "parent" ? new Item("child", Sure) : null;

        public Item? SureChild => Child;

        public IReadOnlyList<Item> Children => [new Item("c0", "ok"), new Item("c1", Sure)];
    }

    private static readonly Item Good = new("good", "ok");
    private static readonly Item Bad = new("bad", null);

    private static TestHub Hub(EngineOptions? options = null)
    {
        var hub = new TestHub(Sdl, options);
        hub.Resolve("Item.fails", (_, _) => throw new GraphQLException(new GraphQLError("Consent is missing", "CONSENT_REQUIRED")));
        hub.Resolve("Item.sureFails", (_, _) => throw new InvalidOperationException("secret of the host"));
        return hub;
    }

    private static string Data(string answer) => answer[(answer.IndexOf("\"data\":", StringComparison.Ordinal) + 7)..^1];

    [Theory]
    [InlineData("item", """{"item":null}""", "item.sure")]
    [InlineData("sureItem", "null", "sureItem.sure")]
    [InlineData("items", """{"items":[{"sure":"ok"},null,{"sure":"ok"}]}""", "items.1.sure")]
    [InlineData("sureItems", """{"sureItems":null}""", "sureItems.1.sure")]
    [InlineData("allSure", "null", "allSure.1.sure")]
    [InlineData("nested", """{"nested":null}""", "nested.1.0.sure")]
    public async Task A_null_in_a_non_null_field_moves_up_to_the_next_nullable_position(string field, string data, string path)
    {
        var hub = Hub().Value("Query.item", Bad).Value("Query.sureItem", Bad);
        foreach (var list in new[] { "items", "sureItems", "allSure" }) hub.Value("Query." + list, new[] { Good, Bad, Good });
        hub.Value("Query.nested", new[] { new[] { Good }, new[] { Bad, Good } });
        var answer = await hub.AnswerAsync($"{{ {field} {{ sure }} }}");
        Assert.Equal(data, Data(answer));
        Assert.Equal([path + ": There is no value for non-null field \"Item.sure\"."], await hub.ErrorsAsync($"{{ {field} {{ sure }} }}"));
    }

    [Theory]
    [InlineData("names", """{"names":["a",null,"b",null]}""", null)]
    [InlineData("sureNames", """{"sureNames":null}""", "sureNames.1")]
    [InlineData("allSureNames", "null", "allSureNames.1")]
    public async Task A_null_item_where_items_are_non_null_makes_the_list_null(string field, string data, string? path)
    {
        var hub = Hub().Value("Query." + field, new[] { "a", null, "b", null });
        Assert.Equal(data, Data(await hub.AnswerAsync($"{{ {field} }}")));
        var errors = await hub.ErrorsAsync($"{{ {field} }}");
        if (path is null) Assert.Empty(errors);
        else Assert.Equal([$"{path}: There is no value for non-null item of field \"Query.{field}\"."], errors);
    }

    [Theory]
    [InlineData("matrix", """{"matrix":[["a"],null,[],null]}""", "matrix.1.1")]
    [InlineData("sureMatrix", "null", "sureMatrix.1.1")]
    public async Task Inner_lists_become_null_before_outer_ones(string field, string data, string path)
    {
        var hub = Hub().Value("Query." + field, new[] { ["a"], ["b", null, null], [], (string?[]?)null });
        Assert.Equal(data, Data(await hub.AnswerAsync($"{{ {field} }}")));
        Assert.Equal([$"{path}: There is no value for non-null item of field \"Query.{field}\"."], await hub.ErrorsAsync($"{{ {field} }}"));
    }

    [Fact]
    public async Task A_null_list_and_an_empty_list_are_no_errors() => Assert.Equal(
        """{"sureNames":null,"allSure":[]}""",
        await Hub().Value("Query.sureNames", (string[]?)null).Value("Query.allSure", Array.Empty<Item>())
            .DataAsync("{ sureNames allSure { sure } }"));

    [Fact]
    public async Task A_null_object_in_a_non_null_field_is_an_error_at_that_field()
    {
        var hub = Hub().Value("Query.item", Good);
        Assert.Equal(
            ["item.sureChild: There is no value for non-null field \"Item.sureChild\"."],
            await hub.ErrorsAsync("{ item { sureChild { name } } }"));
    }

    [Fact]
    public async Task A_null_climbs_through_several_non_null_levels()
    {
        var hub = Hub().Value("Query.item", new Item("parent", null));
        Assert.Equal("""{"item":null}""", Data(await hub.AnswerAsync("{ item { name sureChild { name sure } } }")));
        Assert.Equal("""{"item":{"child":null}}""", Data(await hub.AnswerAsync("{ item { child { name sure } } }")));
        Assert.Equal("""{"item":null}""", Data(await hub.AnswerAsync("{ item { name children { sure } } }")));
        Assert.Equal(
            ["item.children.1.sure: There is no value for non-null field \"Item.sure\"."],
            await hub.ErrorsAsync("{ item { children { sure } } }"));
    }

    [Fact]
    public async Task Only_one_error_is_listed_for_each_null_that_moved_up()
    {
        var hub = Hub().Value("Query.items", new[] { Bad, Good, Bad });
        Assert.Equal(
            ["items.0.first: There is no value for non-null field \"Item.sure\".",
                "items.2.first: There is no value for non-null field \"Item.sure\"."],
            await hub.ErrorsAsync("{ items { first: sure second: sure children { sure } } }"));
    }

    [Fact]
    public async Task An_error_of_a_resolver_stands_at_every_parent_with_its_code()
    {
        var hub = Hub().Value("Query.items", new[] { Good, null, Good });
        Assert.Equal(
            """{"errors":[{"message":"Consent is missing","locations":[{"line":2,"column":22}],"path":["all","""
            + """0,"x"],"extensions":{"code":"CONSENT_REQUIRED"}},"""
            + """{"message":"Consent is missing","locations":[{"line":2,"column":22}],"path":["all",2,"x"],"extensions":"""
            + """{"code":"CONSENT_REQUIRED"}}]"""
            + ""","data":{"all":[{"x":null,"name":"good"},null,{"x":null,"name":"good"}]}}""",
            await hub.AnswerAsync("{ all: items { ...F } }\nfragment F on Item { x: fails name }"));
    }

    [Fact]
    public async Task An_exception_is_an_internal_error_that_only_the_host_hears_of()
    {
        var seen = new List<string>();
        var hub = Hub(new EngineOptions { OnInternalError = (e, field) => seen.Add(field!.Definition.Coordinate + ": " + e.Message) });
        hub.Value("Query.items", new[] { Good, Good });
        var answer = await hub.AnswerAsync("{ items { sureFails } }");
        Assert.Equal("""{"items":[null,null]}""", Data(answer));
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"INTERNAL_SERVER_ERROR\"", answer, StringComparison.Ordinal);
        Assert.Equal("Item.sureFails: secret of the host", Assert.Single(seen));
    }

    [Fact]
    public async Task An_error_of_single_rows_leaves_the_others()
    {
        var hub = Hub().Value("Query.items", new[] { Good, Bad, Good });
        hub.Resolve("Item.name", (_, _) => new(new ResolvedField
        {
            Values = new ArrayColumn<string>(["a", "b", "c"]),
            Errors = [new RowError(1, new GraphQLError("Hidden", "CONSENT_REQUIRED"))],
        }));
        Assert.Equal(["items.1.name: Hidden"], await hub.ErrorsAsync("{ items { name } }"));
        Assert.Equal("""{"items":[{"name":"a"},{"name":null},{"name":"c"}]}""", Data(await hub.AnswerAsync("{ items { name } }")));
    }

    [Fact]
    public async Task An_error_of_a_row_hides_the_errors_inside_its_list()
    {
        var hub = Hub().Value("Query.item", Bad);
        hub.Resolve("Query.sureItems", (_, _) => new(new ResolvedField
        {
            Layers = [new ListLayer([0, 1])],
            Rows = ObjectRowSet.Of([Bad], hub.Schema),
            Errors = [new RowError(0, new GraphQLError("Hidden", "CONSENT_REQUIRED"))],
        }));
        Assert.Equal(["sureItems: Hidden"], await hub.ErrorsAsync("{ sureItems { sure } }"));
    }

    [Fact]
    public async Task An_object_that_stands_at_several_places_has_its_error_at_each()
    {
        var hub = Hub();
        hub.Resolve("Query.items", (_, _) => new(ResolvedField.Many(ObjectRowSet.Of([Good, Bad], hub.Schema), [0, 4], [1, 0, 1, -1])));
        Assert.Equal("""{"items":[null,{"sure":"ok"},null,null]}""", Data(await hub.AnswerAsync("{ items { sure } }")));
        Assert.Equal(
            ["items.0.sure: There is no value for non-null field \"Item.sure\".",
                "items.2.sure: There is no value for non-null field \"Item.sure\"."],
            await hub.ErrorsAsync("{ items { sure } }"));
    }

    [Fact]
    public async Task An_answer_lists_a_limited_number_of_errors_and_says_so()
    {
        var hub = Hub().Value("Query.items", Enumerable.Repeat(Good, 1000).ToArray());
        var result = await hub.ExecuteAsync("{ items { fails sureFails } }");
        Assert.Equal(50, result.Errors.Count);
        Assert.Equal(true, result.Extensions!["errorsCut"]);
        var few = Hub().Value("Query.items", Enumerable.Repeat(Good, 50).ToArray());
        Assert.Null((await few.ExecuteAsync("{ items { fails } }")).Extensions);
    }

    [Fact]
    public async Task The_search_for_paths_through_shared_objects_is_bounded()
    {
        var hub = new TestHub("type Query { first: Int!, nodes: [Node!] } type Node { nodes: [Node!], fails: Int }");
        hub.Value("Query.first", (int?)null);
        foreach (var nodes in new[] { "Query.nodes", "Node.nodes" })
            hub.Resolve(nodes, (_, _) => new(ResolvedField.Many(ObjectRowSet.Of([Good], hub.Schema), [0, 200], new int[200])));
        hub.Resolve("Node.fails", (_, _) => throw new GraphQLException(new GraphQLError("Failed", "FAILED")));
        var result = await hub.ExecuteAsync("{ first nodes { nodes { nodes { fails } } } }");
        Assert.True(result.IsDataNull);
        Assert.Equal("There is no value for non-null field \"Query.first\".", Assert.Single(result.Errors).Message);
        Assert.Equal(true, result.Extensions!["errorsCut"]);
    }
}
