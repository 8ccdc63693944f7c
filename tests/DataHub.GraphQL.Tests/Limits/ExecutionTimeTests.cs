using System.Text.Json;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Limits;
using DataHub.GraphQL.Tests.Execution;
using DataHub.Testing;

namespace DataHub.GraphQL.Tests.Limits;

/// <summary>What an answer has, and says, when the time was over before it was whole.</summary>
public sealed class ExecutionTimeTests
{
    private const string Sdl = """
        type Query { fast: Item, slow: Item, must: Item!, items: [Item!]!, stubborn: Int }
        type Item { number: Int, sure: Int!, slow: Int, sub: Item, never: Int }
        type Mutation { first: Int, second: Int }
        """;

    private readonly TaskCompletionSource stuck = new();

    [Fact]
    public async Task The_parts_that_are_ready_come_and_the_others_say_why_they_are_missing()
    {
        var answer = await AskAsync(Hub(), "{ slow { number } fast { number } }");
        Assert.Equal("""{"slow":null,"fast":{"number":7}}""", answer.GetProperty("data").GetRawText());
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("""["slow"]""", error.GetProperty("path").GetRawText());
        Assert.Equal("EXECUTION_TIMEOUT", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(20, error.GetProperty("extensions").GetProperty("limit").GetInt32());
    }

    [Fact]
    public async Task Below_and_beside_what_is_ready_only_what_is_at_hand_is_taken()
    {
        var hub = Hub();
        var answer = await AskAsync(hub, "{ slow { number } fast { __typename number sub { number never } } }");
        Assert.Equal("""{"slow":null,"fast":{"__typename":"Item","number":7,"sub":null}}""", answer.GetProperty("data").GetRawText());
        Assert.Equal(["slow", "fast.sub"], Paths(answer));
        Assert.Equal(0, hub.Calls("Item.sub"));
        Assert.Equal(0, hub.Calls("Item.never"));
    }

    [Fact]
    public async Task Nulls_move_up_as_those_of_any_error()
    {
        Assert.Equal("null", (await AskAsync(Hub(), "{ must { number } fast { number } }")).GetProperty("data").GetRawText());
        var answer = await AskAsync(Hub(), "{ slow { number } items { number sub { number } } }");
        Assert.Equal("""{"slow":null,"items":[{"number":1,"sub":null},{"number":2,"sub":null}]}""", answer.GetProperty("data").GetRawText());
        Assert.Equal(["slow", "items.0.sub", "items.1.sub"], Paths(answer));
    }

    [Fact]
    public async Task A_resolver_that_does_not_stop_is_left_behind()
    {
        var answer = await AskAsync(Hub(), "{ stubborn fast { number } }");
        Assert.Equal("""{"stubborn":null,"fast":{"number":7}}""", answer.GetProperty("data").GetRawText());
        stuck.SetResult();
    }

    [Fact]
    public async Task Of_a_mutation_the_fields_behind_the_one_that_took_too_long_are_not_run()
    {
        var hub = Hub();
        var answer = await AskAsync(hub, "mutation { first second }");
        Assert.Equal(["first", "second"], Paths(answer));
        Assert.Equal((1, 0), (hub.Calls("Mutation.first"), hub.Calls("Mutation.second")));
    }

    [Fact]
    public async Task A_client_may_allow_less_and_not_more()
    {
        var generous = Hub(new Limit(600_000));
        var result = await ExecuteAsync(generous, "{ slow { number } }", TimeSpan.FromMilliseconds(15));
        Assert.Equal(15L, Assert.Single(result.Errors).Extensions!["limit"]);
        result = await ExecuteAsync(Hub(), "{ slow { number } }", TimeSpan.FromHours(1));
        Assert.Equal(20L, Assert.Single(result.Errors).Extensions!["limit"]);
        result = await ExecuteAsync(Hub(new Limit(1, LimitMode.Off)), "{ slow { number } }", TimeSpan.FromMilliseconds(15));
        Assert.Equal(15L, Assert.Single(result.Errors).Extensions!["limit"]);
    }

    [Fact]
    public async Task The_host_is_told_once_for_each_execution()
    {
        var told = 0;
        var hub = Hub(options: new EngineOptions { OnOutOfTime = () => told++ });
        await AskAsync(hub, "{ fast { number } }");
        await AskAsync(hub, "{ slow { number } a: slow { number } }");
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task What_was_put_off_says_so_as_well()
    {
        var hub = Hub(options: new EngineOptions { IncrementalDelivery = true });
        var result = await hub.Engine.ExecuteIncrementallyAsync(
            hub.Engine.Prepare("{ fast { number ... @defer { slow } } }"), new OperationRequest(), hub, CancellationToken.None);
        var payloads = new List<string>();
        await foreach (var payload in result.Subsequent!)
        {
            var buffer = new System.Buffers.ArrayBufferWriter<byte>();
            payload.WriteTo(buffer);
            payloads.Add(System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan));
        }
        Assert.Contains("EXECUTION_TIMEOUT", Assert.Single(payloads), StringComparison.Ordinal);
        Assert.Contains("\"data\":{\"slow\":null}", payloads[0], StringComparison.Ordinal);
        Assert.Contains("\"hasNext\":false", payloads[0], StringComparison.Ordinal);
    }

    /// <summary>A hub whose time is over as soon as a resolver waits and all others of its level were started.</summary>
    private TestHub Hub(Limit? limit = null, EngineOptions? options = null)
    {
        var alarm = new Alarm();
        options = (options ?? new EngineOptions()) with
        {
            Limits = new OperationLimits { ExecutionTime = limit ?? new Limit(20) },
            Time = alarm,
        };
        var hub = new TestHub(Sdl, options);
        string[] waiting = ["Query.slow", "Query.must", "Query.stubborn", "Item.slow", "Mutation.first"];
        hub.OnDispatch = () =>
        {
            if (waiting.Any(w => hub.Calls(w) > 0)) alarm.Ring();
            return Task.CompletedTask;
        };
        return hub
            .Value("Query.fast", new Item(7))
            .Value("Query.items", new[] { new Item(1), new Item(2) })
            .Resolve("Query.slow", NeverAsync)
            .Resolve("Query.must", NeverAsync)
            .Resolve("Query.stubborn", async (_, _) =>
            {
                await stuck.Task;
                throw new InvalidOperationException("Nobody waits for this.");
            })
            .Value("Item.sub", new Item(8))
            .Value("Item.never", 9)
            .Resolve("Item.slow", NeverAsync)
            .Resolve("Mutation.first", NeverAsync)
            .Value("Mutation.second", 2);
    }

    private static async ValueTask<ResolvedField> NeverAsync(ResolveContext context, RowSet parents)
    {
        await Task.Delay(Timeout.Infinite, context.Cancellation);
        throw new InvalidOperationException("The delay has no end.");
    }

    private static async Task<JsonElement> AskAsync(TestHub hub, string query) =>
        JsonDocument.Parse(TestHub.Json(await ExecuteAsync(hub, query, null))).RootElement;

    private static async Task<ExecutionResult> ExecuteAsync(TestHub hub, string query, TimeSpan? time) =>
        await hub.Engine.ExecuteAsync(hub.Engine.Prepare(query), new OperationRequest { Time = time }, hub, CancellationToken.None);

    private static IEnumerable<string> Paths(JsonElement answer) =>
        answer.GetProperty("errors").EnumerateArray().Select(e => string.Join('.', e.GetProperty("path").EnumerateArray()));

    private sealed record Item(int Number)
    {
        public int Sure => Number;
    }
}
