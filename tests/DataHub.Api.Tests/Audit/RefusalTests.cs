using System.Globalization;
using System.Net;
using DataHub.Api.Tests.Identity;
using DataHub.Api.Tests.ServerSentEvents;
using DataHub.Api.Tests.WebSockets;
using DataHub.Testing;

namespace DataHub.Api.Tests.Audit;

/// <summary>Refusals have their entries too; a ceiling of persons withholds the answer that would pass it.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private const string Plans = "DataHub:Budgets:Plans";
    private LedgerHost served = null!;

    public async Task InitializeAsync()
    {
        served = await LedgerHost.StartAsync(hasPartners: true, ($"{Plans}:daily:PersonsPerDay", "3"), ($"{Plans}:tight:RequestsPerMinute", "2"));
        await served.Hub.Partners.Changes.RegisterAsync(Partnership.Of("002", "BANK", "daily") with { Plan = "daily" }, "test");
        await served.Hub.Partners.Changes.RegisterAsync(Partnership.Of("008", "BANK", "tight") with { Plan = "tight" }, "test");
        await served.Hub.Partners.Changes.RegisterAsync(Partnership.Of("009", "BANK", "ended") with { Suspended = "test" }, "test");
    }

    public Task DisposeAsync() => served.DisposeAsync().AsTask();

    [Fact]
    public async Task An_answer_about_too_many_persons_is_withheld_whole_and_entered_as_refused()
    {
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("daily", "query Two { businesses(first: 2) { nodes { owner { name } } } }")).Status);
        var refused = await AskAsync("daily", "query Four { businesses(first: 4) { nodes { owner { name } } } }");
        Assert.Equal((HttpStatusCode.TooManyRequests, "SUBJECT_QUOTA"), (refused.Status, refused.Code));
        Assert.DoesNotContain("Orang", refused.Body, StringComparison.Ordinal);
        Assert.InRange(int.Parse(Assert.Single(refused.Message.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture), 1, 86_400);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("daily", "query Three { businesses(first: 3) { nodes { owner { name } } } }")).Status);
        Assert.Equal(
            ["LOOK ANSWERED - daily Two p1,2 b", "REFUSAL REFUSED SUBJECT_QUOTA daily Four p1,2,3,4 b", "LOOK ANSWERED - daily Three p1,2,3 b"],
            await served.EntriesAsync());
    }

    [Fact]
    public async Task Businesses_without_their_owners_count_as_well()
    {
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("daily", "{ businesses(first: 3) { nodes { capital } } }")).Status);
        Assert.Equal("SUBJECT_QUOTA", (await AskAsync("daily", "{ businesses(first: 4) { nodes { capital } } }")).Code);
    }

    [Fact]
    public async Task A_stream_of_events_ends_when_the_day_is_full()
    {
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("daily", "{ businesses(first: 2) { nodes { owner { name } } } }")).Status);
        using var socket = await TestSocket.OpenAsync(served.Host, Token("daily"));
        await socket.SubscribeAsync("1", "subscription { businessChanged(nibs: [\"0000000000008\", \"0000000000009\"]) { business { owner { name } } } }");
        Assert.Contains("Orang 8", await TellUntilAsync(8, socket.ReceiveAsync()), StringComparison.Ordinal);
        string last;
        do last = await TellUntilAsync(9, socket.ReceiveAsync());
        while (last.Contains("Orang 8", StringComparison.Ordinal));
        Assert.Contains("SUBJECT_QUOTA", last, StringComparison.Ordinal);
        Assert.DoesNotContain("Orang", last, StringComparison.Ordinal);
        Assert.Contains("REFUSAL REFUSED SUBJECT_QUOTA daily - p9 b", await served.EntriesAsync());
    }

    [Fact]
    public async Task Who_has_no_access_is_entered_over_each_transport()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync("ended", "{ me { client } }")).Status);
        using var events = await EventStream.PostAsync(served.Host, "{ me { client } }", Token("ended"));
        Assert.Equal(HttpStatusCode.Forbidden, events.Status);
        using var socket = await TestSocket.ConnectAsync(served.Host);
        await socket.InitialiseAsync(Token("ended"));
        Assert.Equal(4403, (await socket.ClosedAsync()).Code);
        var entries = await served.EntriesAsync();
        Assert.Equal(3, entries.Count);
        Assert.All(entries, entry => Assert.Matches("^REFUSAL REFUSED [A-Z_]+ ended - p b$", entry));
    }

    [Fact]
    public async Task A_flood_does_not_fill_the_ledger_and_its_number_is_kept()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AskAsync("tight", "{ me { client } }")));
        var refused = answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests);
        Assert.InRange(refused, 40, 48);
        Assert.Equal(["REFUSAL REFUSED RATE_LIMITED tight - p b"], await served.EntriesAsync());
        await served.Hub.Ledger.DisposeAsync();
        Assert.Equal(2, (await served.EntriesAsync()).Count);
        Assert.Equal(refused - 1, await served.RunAsync("select rows from audit.entry order by id desc limit 1"));
    }

    private string Token(string client) => new TokenForge(served.Host).Claim("azp", client).Claim("sub", client)
        .Claim("scp", "registry.read credit.read kur.decide market.read").Claim("org", served.Hub.Partners.Directory.Find(client)!.Partner.Code).Sign();

    private Task<Answer> AskAsync(string client, string query) => served.Host.QueryAsAsync(Token(client), query);

    private async Task<string> TellUntilAsync(int business, Task<string> heard)
    {
        for (var tries = 0; tries < 50 && !heard.IsCompleted; tries++)
        {
            await served.RunAsync(string.Create(
                CultureInfo.InvariantCulture, $"insert into changes.outbox (kind, business_id, attributes) values ('BUSINESS_CHANGED', {business}, array['name'])"));
            await Task.WhenAny(heard, Task.Delay(200));
        }
        return await heard;
    }
}
