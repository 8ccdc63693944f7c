using System.Buffers;
using System.Text.Json;
using DataHub.Access;
using DataHub.Database;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Planning;

/// <summary>
/// What becomes of statements when the time is over, the client leaves, or the connection was lost. The slow statement is one that waits for
/// a table which the test holds; the time is over when the test says so.
/// </summary>
public sealed class TimeBudgetTests(HubFixture fixture) : IClassFixture<HubFixture>, IAsyncLifetime
{
    private const string Fast = "fast: business(nib: \"0000000000002\") { name }";
    private const string Slow = "slow: business(nib: \"0000000000001\") { name products(first: 2) { nodes { name } } }";
    private const int PoolSize = 2;

    private readonly Alarm time = new();
    private readonly List<Exception> failures = [];
    private ReadSource connections = null!;
    private Hub hub = null!;

    public Task InitializeAsync()
    {
        connections = ReadSource.Connect(fixture.Database.ConnectionString, PoolSize);
        hub = HubFactory.Create(new HubParts(fixture.DataSource, HubFixture.FixedKeys, time, (exception, _) => failures.Add(exception))
        {
            Reading = connections,
            Database = new DatabaseSettings { PoolSize = PoolSize, MaxWaiting = 1 },
        });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await hub.DisposeAsync();
        await connections.DisposeAsync();
    }

    [Fact]
    public async Task The_fast_field_comes_and_the_slow_one_says_that_the_time_was_over()
    {
        JsonElement answer;
        await using (var table = await TableLock.TakeAsync(fixture.DataSource, "market.product"))
        {
            var asked = AskAsync($"{{ {Fast} {Slow} }}");
            await table.WaitForAsync(1);
            time.Ring();
            answer = await asked;
            Assert.Equal(0, await table.WaitingAsync());
        }
        Assert.Equal("""{"fast":{"name":"Warung Makan 2"},"slow":null}""", answer.GetProperty("data").GetRawText());
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("EXECUTION_TIMEOUT", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("""["slow","products"]""", error.GetProperty("path").GetRawText());
        Assert.Empty(failures);
        await EverythingIsFreeAsync();
    }

    [Fact]
    public async Task Of_statements_in_one_round_trip_those_that_were_answered_count()
    {
        JsonElement answer;
        await using (var table = await TableLock.TakeAsync(fixture.DataSource, "market.product"))
        {
            var asked = AskAsync(
                """
                {
                  a: business(nib: "0000000000001") { certificates(first: 3) { nodes { number } } }
                  b: business(nib: "0000000000002") { products(first: 1) { nodes { name } } }
                }
                """);
            await table.WaitForAsync(1);
            time.Ring();
            answer = await asked;
        }
        var data = answer.GetProperty("data");
        Assert.Equal(2, data.GetProperty("a").GetProperty("certificates").GetProperty("nodes").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, data.GetProperty("b").ValueKind);
        await EverythingIsFreeAsync();
    }

    [Fact]
    public async Task A_client_that_leaves_takes_its_statement_with_it()
    {
        await using (var table = await TableLock.TakeAsync(fixture.DataSource, "market.product"))
        {
            using var gone = new CancellationTokenSource();
            var asked = AskAsync($"{{ {Slow} }}", cancellation: gone.Token);
            await table.WaitForAsync(1);
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
            Assert.Equal(0, await table.WaitingAsync());
        }
        await EverythingIsFreeAsync();
    }

    [Fact]
    public async Task A_decision_that_takes_too_long_is_cancelled_as_well()
    {
        const string Query = """
            { kurEligibility(input: { nib: "0000000000001", kind: MIKRO, amount: "10000000" }) { outcome } fast: business(nib: "0000000000002") { name } }
            """;
        await using var table = await TableLock.TakeAsync(fixture.DataSource, "credit.loan");
        var asked = AskAsync(Query, Callers.Bank);
        await table.WaitForAsync(1);
        time.Ring();
        var answer = await asked;
        Assert.Equal("EXECUTION_TIMEOUT", Code(answer));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").ValueKind);
        await table.WaitForAsync(0);
        await EverythingIsFreeAsync();
    }

    [Fact]
    public async Task Requests_wait_for_their_turn_and_are_refused_before_any_statement()
    {
        await using var table = await TableLock.TakeAsync(fixture.DataSource, "market.product");
        var running = Enumerable.Range(0, PoolSize).Select(_ => AskAsync($"{{ {Slow} }}")).ToArray();
        await table.WaitForAsync(PoolSize);
        await using var waiting = hub.Open(Callers.Steward);
        var patient = ExecuteAsync(waiting, $"{{ {Fast} }}");
        await using var refused = hub.Open(Callers.Bank);
        await ExecuteAsync(refused, $"{{ {Fast} }}");
        Assert.IsType<OverloadedException>(refused.Outage);
        Assert.Empty(refused.Session.Sent);
        await table.DisposeAsync();
        await Task.WhenAll(running);
        Assert.False((await patient).Errors.Any());
        Assert.Null(waiting.Outage);
        Assert.Empty(failures);
    }

    [Fact]
    public async Task A_request_whose_time_is_over_while_it_waits_had_no_answer()
    {
        for (var i = 0; i < PoolSize; i++) await hub.Gate.EnterAsync(new GateKey("others", false), CancellationToken.None);
        await using var waiting = hub.Open(Callers.Steward);
        var patient = ExecuteAsync(waiting, $"{{ {Fast} }}");
        time.Ring();
        await patient;
        Assert.IsType<OverloadedException>(waiting.Outage);
        Assert.Empty(waiting.Session.Sent);
        for (var i = 0; i < PoolSize; i++) hub.Gate.Leave();
        await EverythingIsFreeAsync();
    }

    [Fact]
    public async Task Connections_that_broke_in_the_pool_are_replaced_without_an_error()
    {
        await using (var table = await TableLock.TakeAsync(fixture.DataSource, "market.product"))
        {
            var running = Enumerable.Range(0, PoolSize).Select(_ => AskAsync($"{{ {Slow} }}")).ToArray();
            await table.WaitForAsync(PoolSize);
            await table.DisposeAsync();
            await Task.WhenAll(running);
        }
        for (var round = 0; round < 2; round++)
        {
            await fixture.RunAsync(
                """
                select pg_terminate_backend(pid, 10000) from pg_stat_activity
                where datname = current_database() and application_name = 'datahub requests'
                """);
            var answers = await Task.WhenAll(Enumerable.Range(0, PoolSize).Select(_ => AskAsync($"{{ {Fast} {Slow} }}")));
            Assert.All(answers, answer => Assert.False(answer.TryGetProperty("errors", out _), answer.GetRawText()));
        }
        await EverythingIsFreeAsync();
    }

    /// <summary>No connection of the pool is in a transaction or has anything left of those before, and all work.</summary>
    private async Task EverythingIsFreeAsync()
    {
        Assert.Equal((0, 0), (hub.Gate.InUse, hub.Gate.Waiting));
        var all = new List<NpgsqlConnection>();
        for (var i = 0; i < PoolSize; i++)
        {
            all.Add(await connections.DataSource.OpenConnectionAsync());
            await using var command = new NpgsqlCommand(
                "select current_setting('transaction_isolation') || ' ' || current_setting('statement_timeout')", all[i]);
            Assert.Equal("repeatable read 0", await command.ExecuteScalarAsync());
        }
        await using (var command = fixture.DataSource.CreateCommand(
            """
            select count(*)::int from pg_stat_activity
            where datname = current_database() and application_name = 'datahub requests' and state <> 'idle'
            """))
            Assert.Equal(0, await command.ExecuteScalarAsync());
        foreach (var connection in all) await connection.DisposeAsync();
        var answer = await AskAsync($"{{ {Fast} {Slow} }}");
        Assert.False(answer.TryGetProperty("errors", out _), answer.GetRawText());
    }

    private static string? Code(JsonElement answer) =>
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private async Task<JsonElement> AskAsync(string document, Caller? caller = null, CancellationToken cancellation = default)
    {
        await using var request = hub.Open(caller ?? Callers.Steward);
        var result = await ExecuteAsync(request, document, cancellation);
        var buffer = new ArrayBufferWriter<byte>();
        result.WriteTo(buffer);
        using var json = JsonDocument.Parse(buffer.WrittenMemory);
        return json.RootElement.Clone();
    }

    private static async Task<ExecutionResult> ExecuteAsync(HubRequest request, string document, CancellationToken cancellation = default) =>
        await request.View.Engine.ExecuteAsync(request.View.Engine.Prepare(document), new OperationRequest(), request, cancellation);
}
