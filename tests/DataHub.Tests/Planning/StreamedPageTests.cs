using System.Buffers;
using System.Text;
using System.Text.Json;
using DataHub.Access;
using DataHub.Access.Budgets;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Limits;
using DataHub.Planning;
using DataHub.Testing;

namespace DataHub.Tests.Planning;

/// <summary>Pages of 10,000 rows out of a real database, written while they are read.</summary>
public sealed class StreamedPageTests(StreamedPageTests.ManyRows hub) : IClassFixture<StreamedPageTests.ManyRows>
{
    public sealed class ManyRows : HubFixture
    {
        public const int Businesses = 12_000;

        protected override async Task FillAsync()
        {
            await base.FillAsync();
            Hub.Budgets.Settings = new BudgetSettings(
                [BudgetPlan.Default with { Name = "export", MaxPage = 10_000, Capacity = 100_000_000 }], [KeyValuePair.Create(Callers.Steward.Client, "export")]);
            await RunAsync(Rows);
        }
    }

    // Names repeat and are missing here and there, so that orders have ties and nulls.
    private const string Rows = """
        insert into registry.business (origin_feed, origin_key, name, registered_on)
        select 'OSS', 'many-' || n, case when n % 11 = 0 then null else 'Usaha "' || n % 997 || '"' end, case when n % 7 = 0 then null else date '2020-01-01' + n % 1500 end
        from generate_series(1, 12000) n;
        """;

    [Theory]
    [InlineData("{ businesses(first: 10000) { nodes { id name } } }")]
    [InlineData("{ businesses(first: 501) { pageInfo { hasNextPage endCursor startCursor hasPreviousPage } nodes { id } totalCount } }")]
    [InlineData("{ businesses(last: 1700, order: [{ name: DESC }]) { edges { cursor node { id name registeredOn } } pageInfo { hasPreviousPage startCursor endCursor } } }")]
    [InlineData("{ businesses(first: 3000, order: [{ registeredOn: ASC }, { name: DESC }], where: { name: { contains: \"7\" } }) { totalCount nodes { name registeredOn } } }")]
    [InlineData("{ businesses(first: 1200) { nodes { id regency { name } owner { name } loans(first: 3) { nodes { plafon } totalCount } licences { nib isCurrent } products(first: 2) { nodes { name listings { nodes { price } } } } } } }")]
    [InlineData("{ a: businesses(first: 700) { nodes { nib } } b: businesses(last: 900) { edges { node { ...B } } } business(nib: \"0000000000002\") { name products(first: 3) { nodes { name } } } } fragment B on Business { __typename id name }")]
    public async Task A_streamed_page_has_the_bytes_of_the_page_read_at_once(string document)
    {
        var whole = await SendAsync(document, mayStream: false);
        var streamed = await SendAsync(document, mayStream: true);
        Assert.True(streamed.IsStreamed);
        Assert.DoesNotContain("\"errors\"", whole.Text, StringComparison.Ordinal);
        // What is left in the budget depends on the moment.
        Assert.Equal(whole.Text[..whole.Text.LastIndexOf("\"remaining\"", StringComparison.Ordinal)], streamed.Text[..streamed.Text.LastIndexOf("\"remaining\"", StringComparison.Ordinal)]);
    }

    [Theory]
    [InlineData("{ businesses(first: 500) { nodes { id } } }")]
    [InlineData("{ businesses(first: 10000) { nodes { id } edges { cursor } } }")]
    [InlineData("{ businesses(first: 10000) { totalCount pageInfo { endCursor } } }")]
    [InlineData("{ businesses(first: 10000, where: { nib: { eq: \"0000000000002\" } }) { nodes { id } } }")]
    [InlineData("{ trainingProgrammes(first: 10000) { nodes { name } } }")]
    public async Task Small_pages_and_pages_asked_for_twice_are_not_streamed(string document) => Assert.False((await SendAsync(document, mayStream: true)).IsStreamed);

    [Fact]
    public async Task What_changes_while_the_answer_is_written_is_not_in_it()
    {
        await hub.RunAsync("insert into registry.business (origin_feed, origin_key, name) values ('OSS', 'once', 'Muncul Sekali')");
        const string Document = "{ businesses(last: 2000) { nodes { id name } pageInfo { endCursor } } }";
        var before = await SendAsync(Document, mayStream: false);
        var streamed = await SendAsync(Document, mayStream: true, afterFlush: flush => flush == 2
            ? hub.RunAsync("update registry.business set name = 'Berganti' where name = 'Muncul Sekali'; insert into registry.business (origin_feed, origin_key, name) values ('OSS', 'new', 'Baru')")
            : Task.CompletedTask);
        Assert.Equal(DataOf(before.Text), DataOf(streamed.Text));
        var after = await SendAsync(Document, mayStream: false);
        Assert.Contains("Berganti", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_lost_in_the_middle_gives_json_with_whole_rows_and_the_reason()
    {
        var pid = 0;
        var streamed = await SendAsync("{ businesses(first: 5000) { nodes { id loans { totalCount } } totalCount } }", mayStream: true, afterFlush: async flush =>
        {
            if (flush == 3) pid = await KillReadersAsync();
        });
        Assert.NotEqual(0, pid);
        using var json = JsonDocument.Parse(streamed.Text);
        var businesses = json.RootElement.GetProperty("data").GetProperty("businesses");
        Assert.Equal(1500, businesses.GetProperty("nodes").GetArrayLength());
        Assert.InRange(businesses.GetProperty("totalCount").GetInt32(), ManyRows.Businesses, 2 * ManyRows.Businesses);
        var error = Assert.Single(json.RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal("DATABASE_UNAVAILABLE", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("""["businesses","nodes",1500]""", error.GetProperty("path").GetRawText());
        Assert.InRange(json.RootElement.GetProperty("extensions").GetProperty("cost").GetProperty("actual").GetDouble(), 3000, 8000);
    }

    [Fact]
    public async Task A_client_that_hangs_up_ends_the_reading_and_frees_the_connection()
    {
        using var client = new CancellationTokenSource();
        var statements = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(
            "{ businesses(first: 10000) { nodes { id name } } }", mayStream: true, cancellation: client.Token, afterFlush: flush =>
            {
                if (flush == 2) client.Cancel();
                return Task.CompletedTask;
            },
            onSent: request => statements = request.Session.Sent.Count));
        // The keys and two or three chunks of twenty.
        Assert.InRange(statements, 2, 4);
    }

    [Fact]
    public async Task The_memory_held_does_not_grow_with_the_rows()
    {
        const string Nested = "nodes { id name registeredOn regency { name } loans(first: 3) { nodes { plafon } } licences { nib } }";
        var few = await PeakAsync($"{{ businesses(first: 1500) {{ {Nested} }} }}");
        var many = await PeakAsync($"{{ businesses(first: 10000) {{ {Nested} }} }}");
        // Seven times the rows: what is held for each of them is its key and its sort keys.
        Assert.True(many - few < 2_000_000, $"1,500 rows held {few:N0} bytes, 10,000 held {many:N0}.");
    }

    /// <summary>The most that is alive after a flush, beyond what was before.</summary>
    private async Task<long> PeakAsync(string document)
    {
        await SendAsync(document, mayStream: true, isKept: false);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        await SendAsync(document, mayStream: true, isKept: false, afterFlush: flush =>
        {
            if (flush % 4 == 2) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            return Task.CompletedTask;
        });
        return most;
    }

    private async Task<int> KillReadersAsync()
    {
        await using var command = hub.DataSource.CreateCommand(
            "select coalesce(max(pid), 0), bool_or(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'");
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private async Task<(string Text, bool IsStreamed)> SendAsync(
        string document,
        bool mayStream,
        Func<int, Task>? afterFlush = null,
        bool isKept = true,
        Action<HubRequest>? onSent = null,
        CancellationToken cancellation = default)
    {
        await using var request = hub.Hub.Open(Callers.Steward);
        var result = await hub.Hub.Engine.ExecuteAsync(
            hub.Hub.Engine.Prepare(document), new OperationRequest { MayStream = mayStream }, request, cancellation);
        var output = new ArrayBufferWriter<byte>();
        if (result.Stream is not { } stream)
        {
            result.WriteTo(output);
            return (Encoding.UTF8.GetString(output.WrittenSpan), false);
        }
        var flushes = 0;
        using var beginning = new ResponseBuffer();
        Assert.Same(result, result.WriteTo(beginning));
        try
        {
            await stream.WriteAsync(
                beginning,
                output,
                async token =>
                {
                    if (!isKept) output.ResetWrittenCount();
                    if (afterFlush is not null) await afterFlush(++flushes);
                    token.ThrowIfCancellationRequested();
                },
                cancellation);
        }
        finally
        {
            onSent?.Invoke(request);
            await stream.DisposeAsync();
        }
        return (Encoding.UTF8.GetString(output.WrittenSpan), true);
    }

    private static string DataOf(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("data").GetRawText();
    }
}
