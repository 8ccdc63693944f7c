using System.Globalization;
using System.Net;
using System.Text.Json;
using DataHub.Api.Tests.WebSockets;
using DataHub.Testing;

namespace DataHub.Api.Tests.Audit;

/// <summary>Each look that comes over the wire has its entry, whatever way it came.</summary>
public sealed class LedgerOverTheWireTests : IAsyncLifetime
{
    private const string Seen = "LOOK ANSWERED - bank-sandbox";
    private LedgerHost served = null!;

    public async Task InitializeAsync() => served = await LedgerHost.StartAsync(
        settings: [("DataHub:Http:MaxBatch", "10"), ("DataHub:Budgets:Plans:default:MaxPage", "2000"), ("DataHub:Budgets:Plans:default:Capacity", "100000"),
            ("DataHub:Budgets:Plans:default:RestoreRate", "1000")]);

    public Task DisposeAsync() => served.DisposeAsync().AsTask();

    [Fact]
    public async Task Each_request_of_a_batch_has_its_entry_and_aliases_are_one()
    {
        string[] queries = [Look("A", 1), "query B { a: business(nib: \\\"0000000000002\\\") { owner { name } } b: business(nib: \\\"0000000000003\\\") { owner { name } } }", "{ secrets }"];
        var answer = await served.Host.SendAsync(served.Host.Post($"[{string.Join(',', queries.Select(q => $"{{\"query\":\"{q}\"}}"))}]", "application/json"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal([$"{Seen} A p1 b", $"{Seen} B p2,3 b", "REFUSAL REFUSED GRAPHQL_VALIDATION_FAILED bank-sandbox - p b"], await served.EntriesAsync());
    }

    [Fact]
    public async Task A_hundred_at_once_leave_a_hundred_entries()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => served.Host.QueryAsync(Look($"Q{i}", 1 + (i % 9)).Replace("\\", "", StringComparison.Ordinal))));
        var answered = answers.Select((answer, i) => (answer, i)).Where(a => a.answer.Status == HttpStatusCode.OK).Select(a => $"{Seen} Q{a.i} p{1 + (a.i % 9)} b");
        var entries = await served.EntriesAsync();
        Assert.NotEmpty(entries);
        Assert.Equal(answered.Order(StringComparer.Ordinal), entries.Order(StringComparer.Ordinal));
        Assert.Null((await served.VerifyAsync()).Fault);
    }

    [Fact]
    public async Task Who_hangs_up_leaves_an_entry()
    {
        using var life = new CancellationTokenSource();
        await using (var locked = await TableLock.TakeAsync(served.Source, "registry.person"))
        {
            var asking = served.Host.Client.SendAsync(served.Host.Post($"{{\"query\":\"{Look("Gone", 1)}\"}}"), life.Token);
            await locked.WaitForAsync(1);
            await life.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        }
        // Whether its row was read before it was noticed is open.
        Assert.Matches("^LOOK (FAILED|ANSWERED) - bank-sandbox Gone p", Assert.Single(await served.EntriesAsync(1)));
    }

    [Fact]
    public async Task What_is_asked_and_followed_over_a_socket_is_entered()
    {
        using var socket = await TestSocket.OpenAsync(served.Host);
        await socket.SubscribeAsync("1", Look("Asked", 2).Replace("\\", "", StringComparison.Ordinal));
        Assert.Contains("Orang 2", await socket.ReceiveAsync(), StringComparison.Ordinal);
        Assert.Contains("complete", await socket.ReceiveAsync(), StringComparison.Ordinal);
        Assert.Equal([$"{Seen} Asked p2 b"], await served.EntriesAsync());
        await socket.SubscribeAsync("2", "subscription Followed { businessChanged(nibs: [\"0000000000003\"]) { business { owner { name } } } }");
        await TellUntilAsync(socket.ReceiveAsync());
        Assert.Equal("EVENT ANSWERED - bank-sandbox Followed p3 b", (await served.EntriesAsync())[1]);
        await socket.SubscribeAsync("3", "{ secrets }");
        while (!(await socket.ReceiveAsync()).Contains("\"id\":\"3\"", StringComparison.Ordinal)) continue;
        Assert.Contains("REFUSAL REFUSED GRAPHQL_VALIDATION_FAILED bank-sandbox - p b", await served.EntriesAsync());
    }

    [Fact]
    public async Task All_rows_of_a_streamed_page_are_entered_before_its_first_byte()
    {
        await served.RunAsync("insert into registry.business (name, status, regency_code, origin_feed, origin_key) select 'Usaha ' || n, (select status from registry.business limit 1), '18.01', 'OSS', 'k' || n from generate_series(1, 1200) n");
        var answer = await served.Host.QueryAsAsync(served.Host.Token("steward-sandbox"), "query Long { businesses(first: 1100) { nodes { name } } }");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Body);
        Assert.Equal(1100, answer.Json.GetProperty("data").GetProperty("businesses").GetProperty("nodes").GetArrayLength());
        Assert.Equal(1100L, await served.RunAsync("select count(distinct b) from audit.entry, unnest(businesses) b where operation = 'Long'"));
        Assert.Equal(1100, await served.RunAsync("select cardinality(businesses) from audit.entry where operation = 'Long' and kind = 'LOOK'"));
    }

    [Fact]
    public async Task Entries_hold_no_values_and_no_tokens()
    {
        var token = served.Host.Token();
        var body = JsonSerializer.Serialize(new { query = "query V($nib: NIB!) { business(nib: $nib) { owner { name nik } } }", variables = new { nib = "0000000000001" } });
        var answer = await served.Host.SendAsync(RunningHost.PostAs(token, body, "application/graphql-response+json"));
        Assert.Contains("Siti", answer.Body, StringComparison.Ordinal);
        var row = (string)(await served.RunAsync("select e::text from audit.entry e"))!;
        Assert.All([Samples.FirstNik, "0000000000001", token, "Siti"], secret => Assert.DoesNotContain(secret, row, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("update audit.entry set client = 'somebody' where seq = 2", 2)]
    [InlineData("delete from audit.entry where seq = 3", 3)]
    [InlineData("delete from audit.entry where seq > 3", 4)]
    public async Task Tampering_is_found(string change, int broken)
    {
        for (var i = 1; i <= 5; i++) await served.Host.QueryAsync(Look("T", i).Replace("\\", "", StringComparison.Ordinal));
        Assert.Null((await served.VerifyAsync()).Fault);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => served.RunAsync(change));
        // Who owns the database can put the trigger aside.
        await served.RunAsync($"set audit.maintenance = 'on'; {change}; reset audit.maintenance");
        Assert.Equal(broken, (await served.VerifyAsync()).Fault?.Sequence);
    }

    private async Task TellUntilAsync(Task<string> heard)
    {
        for (var tries = 0; tries < 50 && !heard.IsCompleted; tries++)
        {
            await served.RunAsync("insert into changes.outbox (kind, business_id, attributes) values ('BUSINESS_CHANGED', 3, array['name'])");
            await Task.WhenAny(heard, Task.Delay(200));
        }
        Assert.Contains("Orang 3", await heard, StringComparison.Ordinal);
    }

    private static string Look(string name, int nib) =>
        string.Create(CultureInfo.InvariantCulture, $"query {name} {{ business(nib: \\\"{nib:D13}\\\") {{ owner {{ name }} }} }}");
}
