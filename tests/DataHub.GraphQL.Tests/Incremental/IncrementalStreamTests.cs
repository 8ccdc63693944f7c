using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Incremental;

/// <summary>Section 7 of the proposal: what the payloads are.</summary>
public sealed class IncrementalStreamTests
{
    [Fact]
    public async Task A_deferred_fragment_follows_the_rest() => await ExpectAsync(
        "{ item { id ... @defer(label: \"more\") { name } } }",
        """{"data":{"item":{"id":"i1"}},"pending":[{"id":"0","path":["item"],"label":"more"}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","data":{"name":"Item 1"}}],"completed":[{"id":"0"}]}""");

    [Fact]
    public async Task Later_items_follow_the_first() => await ExpectAsync(
        "{ items @stream(initialCount: 2) { id } }",
        """{"data":{"items":[{"id":"i5"},{"id":"i6"}]},"pending":[{"id":"0","path":["items"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"0","items":[{"id":"i7"},{"id":"i8"}]}],"completed":[{"id":"0"}]}""");

    [Fact]
    public async Task A_fragment_inside_another_is_pending_when_that_is_completed() => await ExpectAsync(
        "{ item { id ... @defer { name ... @defer { size } } } }",
        """{"data":{"item":{"id":"i1"}},"pending":[{"id":"0","path":["item"]}],"hasNext":true}""",
        """{"hasNext":true,"pending":[{"id":"1","path":["item"]}],"incremental":[{"id":"0","data":{"name":"Item 1"}}],"completed":[{"id":"0"}]}""",
        """{"hasNext":false,"incremental":[{"id":"1","data":{"size":1}}],"completed":[{"id":"1"}]}""");

    [Fact]
    public async Task What_two_fragments_share_is_delivered_once_and_the_place_below_is_a_subPath() => await ExpectAsync(
        "{ item { ... @defer { next { id name } } } ... @defer { item { next { id size } } } }",
        """{"data":{"item":{}},"pending":[{"id":"0","path":[]},{"id":"1","path":["item"]}],"hasNext":true}""",
        """{"hasNext":false,"incremental":[{"id":"1","data":{"next":{"id":"i3"}}},{"id":"1","subPath":["next"],"data":{"name":null}},"""
        + """{"id":"0","subPath":["item","next"],"data":{"size":3}}],"completed":[{"id":"0"},{"id":"1"}]}""");

    [Fact]
    public async Task What_is_asked_at_once_as_well_is_not_delivered_again() => await ExpectAsync(
        "{ item { id name } ... @defer { item { id name } } }", """{"data":{"item":{"id":"i1","name":"Item 1"}}}""");

    [Fact]
    public async Task Errors_stand_with_their_data_or_with_what_failed()
    {
        var payloads = await Payloads.OfAsync(
            Things.Hub(), "{ item { next { id } ... @defer { next { must } } ... @defer { other { ... on Item { must } } } } }");
        var last = payloads.All[1];
        Assert.Equal("""["item","other","must"]""", last["incremental"]![0]!["errors"]![0]!["path"]!.ToJsonString());
        Assert.Equal("""{"other":null}""", last["incremental"]![0]!["data"]!.ToJsonString());
        var failed = last["completed"]!.AsArray().Single(c => c!["errors"] is not null)!;
        Assert.Equal("""["item","next","must"]""", failed["errors"]![0]!["path"]!.ToJsonString());
        Assert.Equal(ErrorCodes.NonNull, (string)failed["errors"]![0]!["extensions"]!["code"]!);
    }

    [Fact]
    public async Task A_null_among_later_items_fails_the_list_and_names_its_place_in_it()
    {
        var hub = Things.Hub().Value<Things.Item[]>("Query.items", [new(1), new(2), new(3)]);
        var payloads = await Payloads.OfAsync(hub, "{ items @stream(initialCount: 1) { must } }");
        Assert.Null(payloads.All[1]["incremental"]);
        Assert.Equal("""["items",2,"must"]""", payloads.All[1]["completed"]![0]!["errors"]![0]!["path"]!.ToJsonString());
    }

    [Fact]
    public async Task Fifty_objects_with_a_deferred_fragment_take_one_run()
    {
        var items = Enumerable.Range(0, 50).Select(i => new Things.Item(i)).ToArray();
        var hub = Things.Hub().Value("Query.items", items).Each<Things.Item, Things.Item?>("Item.next", item => item.Next);
        var payloads = await Payloads.OfAsync(hub, "{ items { id ... @defer { next { id } } } }");
        Assert.Equal(1, hub.Calls("Item.next"));
        Assert.Equal(2, payloads.All.Count);
        Assert.Equal(50, payloads.All[1]["incremental"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_flood_of_defers_is_refused_before_anything_runs()
    {
        var hub = Things.Hub(new EngineOptions { IncrementalDelivery = true, MaxDeferrals = 3 });
        var payloads = await Payloads.OfAsync(hub, "{ " + string.Concat(Enumerable.Repeat("... @defer { item { id } } ", 4)) + "}");
        Assert.Equal(ErrorCodes.TooManyDeliveries, (string)payloads.Errors[0]["extensions"]!["code"]!);
        Assert.Equal(3, (int)payloads.Errors[0]["extensions"]!["limit"]!);
        Assert.Equal(0, hub.Calls("Query.item"));
    }

    [Fact]
    public async Task More_places_than_are_allowed_are_refused_at_the_start_and_end_the_stream_later()
    {
        var hub = Things.Hub(new EngineOptions { IncrementalDelivery = true, MaxDeliveries = 3 });
        var atOnce = await Payloads.OfAsync(hub, "{ items { ... @defer { id } } }");
        Assert.Equal(ErrorCodes.TooManyDeliveries, (string)atOnce.Errors[0]["extensions"]!["code"]!);
        var later = await Payloads.OfAsync(hub, "{ ... @defer { items { ... @defer { id } } } }");
        Assert.Equal(ErrorCodes.TooManyDeliveries, (string)later.All[1]["completed"]![0]!["errors"]![0]!["extensions"]!["code"]!);
    }

    [Fact]
    public async Task Cancellation_stops_what_is_to_come()
    {
        using var source = new CancellationTokenSource();
        var hub = Things.Hub();
        var document = hub.Engine.Prepare("{ item { id ... @defer { next { id } } } }");
        var result = await hub.Engine.ExecuteIncrementallyAsync(document, new OperationRequest(), hub, source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var payload in result.Subsequent!) Assert.Fail($"A payload came: {payload}");
        });
    }

    private static async Task ExpectAsync(string query, params string[] expected)
    {
        var payloads = await Payloads.OfAsync(Things.Hub(), query);
        Assert.Equal(expected, payloads.All.Select(p => p.ToJsonString()));
    }
}
