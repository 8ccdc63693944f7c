using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataHub.GraphQL.Cost;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Limits;
using DataHub.Testing;

namespace DataHub.GraphQL.Tests.Execution;

/// <summary>Answers that are written while they are executed, against the same answers made at once.</summary>
public sealed class StreamedAnswerTests
{
    private const string Sdl = """
        type Query { things(first: Int!): ThingConnection!, open(first: Int!): OpenConnection, flat(first: Int!): [Thing!]!, one: Thing }
        type ThingConnection { nodes: [Thing!]!, edges: [ThingEdge!]!, count: Int!, last: String }
        type ThingEdge { cursor: String!, node: Thing! }
        type OpenConnection { nodes: [Thing] }
        type Thing { id: ID!, name: String, twin: Thing, parts(size: Int): [Part!]!, safe: [Part!]!, fragile: Part!, weak: Part }
        type Part { id: ID!, whole: Thing }
        """;

    private sealed record Thing(int Number)
    {
        public string Id => $"t{Number}";

        public string? Name => Number % 5 == 0 ? null : $"Thing \"{Number}\"";

        public Thing? Twin => Number % 3 == 0 ? null : new Thing(Number + 1);
    }

    private sealed record Part(string Id, Thing? Whole);

    /// <summary>Rows that are there at once, given a chunk at a time.</summary>
    private sealed class Rest(Func<int, int, ResolvedField> part, int from, int end, int size) : ListChunks
    {
        private int at = from;

        public int Calls { get; private set; }

        public Action<int>? Before { get; init; }

        public override bool HasMore => at < end;

        public override ValueTask<ResolvedField> NextAsync(CancellationToken cancellation)
        {
            Calls++;
            Before?.Invoke(at);
            var start = at;
            at = Math.Min(end, at + size);
            return new(part(start, at));
        }
    }

    private sealed class Connection(Hub hub, int count, ResolveContext context) : RowSet
    {
        public override int Count => 1;

        public override ResolvedField Read(FieldSelection field) => field.Definition.Name switch
        {
            "count" => ResolvedField.Leaf(new ConstantColumn<int>(count, 1)),
            "last" => ResolvedField.Leaf(new ConstantColumn<string>($"t{count - 1}", 1)),
            "nodes" => hub.Chunked(context, field, count, (from, to) => ResolvedField.Many(hub.Things(from, to), [0, to - from])),
            "edges" => hub.Chunked(context, field, count, (from, to) => ResolvedField.Many(new Edges(hub.Things(from, to)), [0, to - from])),
            _ => throw new InvalidOperationException(),
        };
    }

    private sealed class Edges(ObjectRowSet<Thing> things) : RowSet
    {
        public override int Count => things.Count;

        public override ResolvedField Read(FieldSelection field) => field.Definition.Name == "node"
            ? ResolvedField.One(things)
            : ResolvedField.Leaf(things.Column<string>("id"));
    }

    private sealed class Safe(Func<ResolveContext, RowSet, ResolvedField> resolve) : FieldResolver
    {
        public override bool KeepsToType => true;

        public override ValueTask<ResolvedField> ResolveAsync(ResolveContext context, RowSet parents) => new(resolve(context, parents));
    }

    /// <summary>Things by number, chunks of four.</summary>
    private sealed class Hub : IExecutionContext
    {
        public const int ChunkSize = 4;

        private readonly TestHub hub;

        public Hub(EngineOptions? options = null)
        {
            hub = new TestHub(Sdl, options);
            foreach (var list in new[] { "Query.things", "Query.open" })
                hub.Resolve(list, (context, _) => new(ResolvedField.One(new Connection(this, context.Field.Argument<int>("first"), context))));
            hub.Resolve("Query.flat", (context, _) => new(Chunked(
                context, context.Field, context.Field.Argument<int>("first"), (from, to) => ResolvedField.Many(Things(from, to), [0, to - from]))));
            hub.Value("Query.one", new Thing(7));
            hub.Field("Thing.parts").Resolver = new Safe((context, parents) => Parts("parts", parents));
            hub.Field("Thing.safe").Resolver = new Safe((context, parents) => Parts("safe", parents));
            hub.Each<Thing, Part?>("Thing.fragile", thing => thing.Number == 6 ? null : new Part($"f{thing.Number}", null));
            hub.Resolve("Thing.weak", (_, parents) => new(Weak((ObjectRowSet<Thing>)parents)));
        }

        public List<Rest> Rests { get; } = [];

        /// <summary>Called before each further chunk with the number of its first thing.</summary>
        public Action<int>? BeforeChunk { get; set; }

        /// <summary>Called before parts are read, with the number of their first thing.</summary>
        public Action<int>? BeforeParts { get; set; }

        public GraphQLError? Failure { get; set; }

        public GraphQLEngine Engine => hub.Engine;

        public ValueTask DispatchAsync(CancellationToken cancellation) => default;

        public ObjectRowSet<Thing> Things(int from, int to) =>
            ObjectRowSet.Of([.. Enumerable.Range(from, to - from).Select(n => new Thing(n))], hub.Schema);

        public ResolvedField Chunked(ResolveContext context, FieldSelection list, int count, Func<int, int, ResolvedField> part)
        {
            if (count <= ChunkSize || !context.TakesChunksOf(list)) return part(0, count);
            var rest = new Rest(part, ChunkSize, count, ChunkSize) { Before = BeforeChunk };
            Rests.Add(rest);
            var first = part(0, ChunkSize);
            return new ResolvedField { Layers = first.Layers, Rows = first.Rows, More = rest };
        }

        private ResolvedField Parts(string kind, RowSet parents)
        {
            var things = ((ObjectRowSet<Thing>)parents).Items;
            BeforeParts?.Invoke(things[0].Number);
            var starts = new int[things.Count + 1];
            var parts = new List<Part>();
            for (var i = 0; i < things.Count; i++)
            {
                for (var p = 0; p < things[i].Number % 3; p++) parts.Add(new Part($"{kind}{things[i].Number}-{p}", p == 0 ? things[i] : null));
                starts[i + 1] = parts.Count;
            }
            return ResolvedField.Many(ObjectRowSet.Of(parts, hub.Schema), starts);
        }

        // Every fourth thing has an error of its own where its weak part should be.
        private ResolvedField Weak(ObjectRowSet<Thing> things) => new()
        {
            Rows = ObjectRowSet.Of([.. things.Items.Select(t => new Part($"w{t.Number}", null))], hub.Schema),
            Errors = [.. Enumerable.Range(0, things.Count).Where(i => things.Items[i].Number % 4 == 1)
                .Select(i => new RowError(i, new GraphQLError("No weak part.", "WEAK")))],
        };

        public async Task<ExecutionResult> ExecuteAsync(string query, bool mayStream, CancellationToken cancellation = default) =>
            await Engine.ExecuteAsync(Engine.Prepare(query), new OperationRequest { MayStream = mayStream }, this, cancellation);

        public async Task<string> WholeAsync(string query) => TestHub.Json(await ExecuteAsync(query, mayStream: false));
    }

    /// <summary>The answer as it left, chunk by chunk.</summary>
    private static async Task<(string Text, int Flushes)> SendAsync(ExecutionResult result, CancellationToken cancellation = default)
    {
        await using var stream = Assert.IsType<AnswerStream>(result.Stream);
        using var beginning = new ResponseBuffer();
        Assert.Same(result, result.WriteTo(beginning));
        var output = new ArrayBufferWriter<byte>();
        var flushes = 0;
        await stream.WriteAsync(
            beginning,
            output,
            token =>
            {
                token.ThrowIfCancellationRequested();
                flushes++;
                return default;
            },
            cancellation);
        return (Encoding.UTF8.GetString(output.WrittenSpan), flushes);
    }

    private static async Task<string> StreamedAsync(Hub hub, string query) => (await SendAsync(await hub.ExecuteAsync(query, mayStream: true))).Text;

    [Theory]
    [InlineData("{ things(first: 30) { nodes { id name } } }")]
    [InlineData("{ things(first: 30) { last nodes { id } count } }")]
    [InlineData("{ things(first: 29) { edges { cursor node { name twin { id twin { id } } } } last } }")]
    [InlineData("{ things(first: 30) { nodes { parts(size: 1) { id whole { name safe { id } } } twin { parts { id } } } } one { id safe { id } } }")]
    [InlineData("{ a: things(first: 9) { nodes { id } } one { name } b: things(first: 13) { last rows: nodes { name } } c: things(first: 2) { nodes { id } } }")]
    [InlineData("{ ...Q things(first: 10) { count } } fragment Q on Query { things(first: 10) { ... on ThingConnection { nodes { ...T } } } } fragment T on Thing { id __typename }")]
    [InlineData("{ flat(first: 11) { id safe { id } } one { id } }")]
    [InlineData("{ open(first: 11) { nodes { fragile { id } } } }")]
    public async Task A_streamed_answer_has_the_bytes_of_the_same_answer_made_at_once(string query)
    {
        var hub = new Hub();
        var whole = await hub.WholeAsync(query);
        if (!whole.Contains("\"errors\"", StringComparison.Ordinal)) Assert.Equal(whole, await StreamedAsync(hub, query));
        else AssertSame(whole, await StreamedAsync(hub, query));
        Assert.NotEmpty(hub.Rests);
    }

    [Theory]
    [InlineData("{ things(first: 30) { nodes { id weak { id } } } }")]
    [InlineData("{ a: things(first: 9) { edges { node { id weak { id } } } } b: things(first: 13) { nodes { weak { id } twin { weak { id } } } } }")]
    [InlineData("{ flat(first: 11) { weak { id } } }")]
    public async Task Errors_of_every_chunk_have_their_places_in_the_whole_list(string query)
    {
        var hub = new Hub();
        var whole = await hub.WholeAsync(query);
        Assert.Contains("WEAK", whole, StringComparison.Ordinal);
        AssertSame(whole, await StreamedAsync(hub, query));
    }

    [Fact]
    public async Task Each_chunk_is_sent_before_the_next_is_read_and_below_it_only_its_own_rows_are_asked_for()
    {
        var hub = new Hub();
        var log = new List<string>();
        hub.BeforeChunk = from => log.Add($"chunk {from}");
        hub.BeforeParts = from => log.Add($"parts {from}");
        var result = await hub.ExecuteAsync("{ things(first: 10) { nodes { parts { id } } } }", mayStream: true);
        Assert.Equal(["parts 0"], log);
        var (_, flushes) = await SendAsync(result);
        Assert.Equal(["parts 0", "chunk 4", "parts 4", "chunk 8", "parts 8"], log);
        // The beginning, two chunks, the end.
        Assert.Equal(4, flushes);
    }

    [Theory]
    [InlineData("{ things(first: 4) { nodes { id } } }", "no more than a chunk")]
    [InlineData("{ things(first: 9) { nodes { fragile { id } } } }", "what may be null there would make null what was sent")]
    [InlineData("{ things(first: 9) { nodes { parts { whole { id } } twin { fragile { id } } safe { id } } } }", null)]
    [InlineData("{ things(first: 9) { nodes { parts { whole { fragile { id } } } } } }", null)]
    [InlineData("{ things(first: 9) { edges { node { fragile { id } } } } }", "the same below an edge")]
    public async Task A_list_is_streamed_only_when_no_null_can_move_above_it(string query, string? why)
    {
        var result = await new Hub().ExecuteAsync(query, mayStream: true);
        Assert.Equal(why is null, result.Stream is not null);
        if (result.Stream is not null) await result.Stream.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_streamed_to_those_who_take_the_answer_at_once()
    {
        var hub = new Hub();
        Assert.Null((await hub.ExecuteAsync("{ things(first: 30) { nodes { id } } }", mayStream: false)).Stream);
        Assert.Empty(hub.Rests);
    }

    [Fact]
    public async Task When_the_source_goes_away_the_lists_end_and_the_answer_is_closed_with_the_reason()
    {
        var hub = new Hub();
        hub.BeforeChunk = from =>
        {
            if (from < 8) return;
            hub.Failure = new GraphQLError("The data is away.", "AWAY");
            throw new InvalidOperationException("connection lost");
        };
        var answer = await StreamedAsync(hub, "{ a: things(first: 20) { nodes { id } count } b: things(first: 9) { nodes { id } } }");
        Assert.Equal(
            """
            {"data":{"a":{"nodes":[{"id":"t0"},{"id":"t1"},{"id":"t2"},{"id":"t3"},{"id":"t4"},{"id":"t5"},{"id":"t6"},{"id":"t7"}],"count":20},
            "b":{"nodes":[{"id":"t0"},{"id":"t1"},{"id":"t2"},{"id":"t3"}]}},
            "errors":[{"message":"The data is away.","locations":[{"line":1,"column":26}],"path":["a","nodes",8],"extensions":{"code":"AWAY"}},
            {"message":"The data is away.","locations":[{"line":1,"column":69}],"path":["b","nodes",4],"extensions":{"code":"AWAY"}}]}
            """.Replace("\n", "", StringComparison.Ordinal),
            answer);
    }

    [Fact]
    public async Task A_chunk_that_was_broken_into_is_left_out_as_a_whole()
    {
        var hub = new Hub();
        hub.BeforeParts = from =>
        {
            if (from == 4) hub.Failure = new GraphQLError("The data is away.", "AWAY");
        };
        var answer = JsonNode.Parse(await StreamedAsync(hub, "{ things(first: 20) { nodes { id parts { id } } } }"))!;
        Assert.Equal(4, answer["data"]!["things"]!["nodes"]!.AsArray().Count);
        Assert.Equal("AWAY", (string)Assert.Single(answer["errors"]!.AsArray())!["extensions"]!["code"]!);
    }

    [Fact]
    public async Task What_fails_inside_ends_the_list_and_is_told_to_the_log_only()
    {
        var logged = new List<Exception>();
        var hub = new Hub(new EngineOptions { OnInternalError = (exception, _) => logged.Add(exception) });
        hub.BeforeChunk = _ => throw new InvalidOperationException("secret");
        var answer = await StreamedAsync(hub, "{ things(first: 20) { nodes { id } } }");
        Assert.Contains("INTERNAL_SERVER_ERROR", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Assert.Equal("secret", Assert.Single(logged).Message);
    }

    [Fact]
    public async Task A_null_that_was_promised_not_to_come_ends_the_list_before_the_chunk_it_is_in()
    {
        var hub = new Hub();
        hub.BeforeParts = from =>
        {
            if (from >= 8) throw new GraphQLException(new GraphQLError("No parts.", "PARTS"));
        };
        var answer = JsonNode.Parse(await StreamedAsync(hub, "{ things(first: 20) { nodes { id parts { id } } } }"))!;
        Assert.Equal(8, answer["data"]!["things"]!["nodes"]!.AsArray().Count);
        Assert.Equal(
            ["things.nodes.8.parts PARTS", "things.nodes.8 NULL_IN_NON_NULL_FIELD"],
            answer["errors"]!.AsArray().Select(e => $"{string.Join('.', e!["path"]!.AsArray())} {e["extensions"]!["code"]}"));
    }

    [Fact]
    public async Task An_answer_that_grows_over_its_limit_ends_within_it_but_for_the_error()
    {
        var hub = new Hub(new EngineOptions { Limits = new OperationLimits { ResponseBytes = new Limit(200) } });
        var answer = await StreamedAsync(hub, "{ things(first: 50) { nodes { id } count } }");
        var json = JsonNode.Parse(answer)!;
        Assert.InRange(json["data"]!["things"]!["nodes"]!.AsArray().Count, 8, 19);
        Assert.Equal(50, (int)json["data"]!["things"]!["count"]!);
        Assert.InRange(answer.IndexOf(",\"errors\"", StringComparison.Ordinal), 100, 200);
        Assert.Equal("LIMIT_RESPONSE_BYTES", (string)Assert.Single(json["errors"]!.AsArray())!["extensions"]!["code"]!);
    }

    [Fact]
    public async Task An_answer_whose_beginning_is_too_large_is_refused_before_a_byte_is_sent()
    {
        var hub = new Hub(new EngineOptions { Limits = new OperationLimits { ResponseBytes = new Limit(40) } });
        var result = await hub.ExecuteAsync("{ things(first: 50) { nodes { id } } }", mayStream: true);
        await using var stream = result.Stream;
        using var buffer = new ResponseBuffer();
        Assert.False(result.WriteTo(buffer).HasData);
    }

    [Fact]
    public async Task The_cost_is_settled_at_the_end_as_for_the_whole_answer()
    {
        const string Query = "{ things(first: 30) { nodes { id parts { id } twin { id } } } one { id } }";
        var budget = new Purse();
        var hub = new Hub(new EngineOptions { Budget = budget });
        var whole = await hub.ExecuteAsync(Query, mayStream: false);
        var streamed = await hub.ExecuteAsync(Query, mayStream: true);
        Assert.Null(streamed.Cost!.Actual);
        await SendAsync(streamed);
        Assert.Equal(whole.Cost!.Actual!.Value, streamed.Cost!.Actual!.Value, 9);
        Assert.Equal(whole.Cost.Actual.Value + streamed.Cost.Actual.Value, budget.Spent, 9);
    }

    [Fact]
    public async Task When_the_client_hangs_up_nothing_more_is_read_and_nothing_is_given_back()
    {
        using var client = new CancellationTokenSource();
        var budget = new Purse();
        var hub = new Hub(new EngineOptions { Budget = budget });
        hub.BeforeChunk = from =>
        {
            if (from == 8) client.Cancel();
        };
        var result = await hub.ExecuteAsync("{ things(first: 400) { nodes { id } } }", mayStream: true, client.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(result, client.Token));
        Assert.Equal(2, Assert.Single(hub.Rests).Calls);
        Assert.Equal(result.Cost!.Requested, budget.Spent);
    }

    [Fact]
    public async Task When_the_time_is_over_the_whole_chunks_that_are_ready_come_and_nothing_is_given_back()
    {
        var (alarm, budget, late) = (new Alarm(), new Purse(), 0);
        var hub = new Hub(new EngineOptions { Time = alarm, Budget = budget, OnOutOfTime = () => late++ });
        hub.BeforeParts = from =>
        {
            if (from == 8) alarm.Ring();
        };
        var answer = JsonNode.Parse(await StreamedAsync(hub, "{ things(first: 40) { nodes { id parts { id } } count } }"))!;
        Assert.Equal(8, answer["data"]!["things"]!["nodes"]!.AsArray().Count);
        Assert.Equal(40, (int)answer["data"]!["things"]!["count"]!);
        var error = Assert.Single(answer["errors"]!.AsArray())!;
        Assert.Equal(("EXECUTION_TIMEOUT", "things.nodes.8"), ((string)error["extensions"]!["code"]!, string.Join('.', error["path"]!.AsArray())));
        Assert.Equal((double)answer["extensions"]!["cost"]!["requested"]!, budget.Spent);
        Assert.Equal(1, late);
    }

    [Fact]
    public async Task More_errors_than_are_listed_are_told_to_be_more()
    {
        var hub = new Hub(new EngineOptions { Limits = new OperationLimits() with { MaxErrors = 3 } });
        var answer = JsonNode.Parse(await StreamedAsync(hub, "{ things(first: 40) { nodes { weak { id } } } }"))!;
        Assert.Equal(3, answer["errors"]!.AsArray().Count);
        Assert.True((bool)answer["extensions"]!["errorsCut"]!);
    }

    /// <summary>Equal but for the order of the errors and the place of <c>errors</c>, which a stream knows last.</summary>
    private static void AssertSame(string whole, string streamed)
    {
        using JsonDocument one = JsonDocument.Parse(whole), other = JsonDocument.Parse(streamed);
        Assert.Equal(one.RootElement.GetProperty("data").GetRawText(), other.RootElement.GetProperty("data").GetRawText());
        Assert.Equal(Errors(one), Errors(other));

        static List<string> Errors(JsonDocument document) =>
            [.. document.RootElement.GetProperty("errors").EnumerateArray().Select(e => e.GetRawText()).Order(StringComparer.Ordinal)];
    }

    private sealed class Purse : CostBudget
    {
        public double Spent { get; private set; }

        public override bool TryTake(double cost, IExecutionContext request, out CostBalance balance)
        {
            balance = Return(-cost, request);
            return true;
        }

        public override CostBalance Return(double cost, IExecutionContext request)
        {
            Spent -= cost;
            return new CostBalance(1_000_000 - Spent, 1_000_000, 1);
        }
    }
}
