using System.Globalization;
using System.Net;
using DataHub.Access;
using DataHub.Testing;

namespace DataHub.Api.Tests.Partners;

/// <summary>Requests a minute and persons a day, by client and organisation.</summary>
public sealed class RequestRateTests : IAsyncLifetime
{
    private const string Plans = "DataHub:Budgets:Plans";
    private const string Query = "{ me { client } }";

    private PartnerHost served = null!;

    public async Task InitializeAsync()
    {
        served = await PartnerHost.StartAsync(
            ("DataHub:Http:MaxBatch", "10"),
            ($"{Plans}:tight:RequestsPerMinute", "6"),
            ($"{Plans}:tight:OrganisationRequestsPerMinute", "9"),
            ($"{Plans}:daily:PersonsPerDay", "3"),
            ($"{Plans}:daily:SubjectsPerDay", "50"));
        await served.Changes.RegisterAsync(Partnership.Of("002", "BANK", "one", "two") with { Plan = "tight" }, "test");
        await served.Changes.RegisterAsync(Partnership.Of("008", "BANK", "daily") with { Plan = "daily" }, "test");
        await served.Changes.RegisterAsync(Partnership.Of("009", "BANK", "free"), "test");
    }

    public Task DisposeAsync() => served.DisposeAsync().AsTask();

    [Fact]
    public async Task A_client_that_sends_too_many_is_told_when_to_come_back_and_others_are_served()
    {
        for (var i = 0; i < 6; i++) Assert.Equal(HttpStatusCode.OK, (await served.AskAsync("one", Query)).Status);
        // Neither a fresh token nor an address header is another client.
        var refused = await served.AskFromAsync("one", ("X-Forwarded-For", "203.0.113.99"));
        Assert.Equal((HttpStatusCode.TooManyRequests, "RATE_LIMITED", "application/graphql-response+json"), (refused.Status, refused.Code, refused.MediaType));
        Assert.InRange(int.Parse(Header(refused, "Retry-After"), CultureInfo.InvariantCulture), 1, 10);
        Assert.Contains("\"requests\";q=6;w=60, \"organisation-requests\";q=9;w=60", Header(refused, "RateLimit-Policy"), StringComparison.Ordinal);
        Assert.Contains("\"requests\";r=0;t=", Header(refused, "RateLimit"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await served.AskAsync("free", Query)).Status);
        Assert.Equal(HttpStatusCode.OK, (await served.AskAsync("two", Query)).Status);
    }

    [Fact]
    public async Task All_clients_of_an_organisation_share_its_minute()
    {
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await served.AskAsync("one", Query)).Status);
        for (var i = 0; i < 4; i++) Assert.Equal(HttpStatusCode.OK, (await served.AskAsync("two", Query)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await served.AskAsync("two", Query)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await served.AskAsync("one", Query)).Status);
    }

    [Fact]
    public async Task Each_request_of_a_batch_counts()
    {
        var ten = string.Join(',', Enumerable.Repeat($$"""{"query":"{{Query}}"}""", 10));
        var batch = await served.Host.SendAsync(RunningHost.PostAs(served.Token("one"), $"[{ten}]", "application/json"));
        Assert.Equal(4, batch.Json.EnumerateArray().Count(answer => !answer.TryGetProperty("data", out _)));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await served.AskAsync("one", Query)).Status);
    }

    [Fact]
    public async Task A_flood_of_one_client_leaves_the_others_unaffected()
    {
        var flood = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => served.AskAsync("one", Query)));
        Assert.InRange(flood.Count(answer => answer.Status == HttpStatusCode.OK), 6, 8);
        Assert.All(flood.Where(answer => answer.Status != HttpStatusCode.OK), answer => Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => served.AskAsync("free", Query))), answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
    }

    [Fact]
    public async Task Whose_day_is_full_gets_nothing_more_before_the_next_day_in_Lampung()
    {
        var caller = new Caller("daily", "daily", "008", new HashSet<string> { "KUR_DECIDE" }, "KUR_ELIGIBILITY", null);
        Assert.Null(served.Hub.Partners.Quota.Count(caller, [1, 2]));
        var answer = await served.AskAsync("daily", Query);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.EndsWith("\"subjects\";q=50;w=86400, \"persons\";q=3;w=86400", Header(answer, "RateLimit-Policy"), StringComparison.Ordinal);
        Assert.Contains("\"subjects\";r=48;t=", Header(answer, "RateLimit"), StringComparison.Ordinal);
        Assert.Contains("\"persons\";r=1;t=", Header(answer, "RateLimit"), StringComparison.Ordinal);
        Assert.Null(served.Hub.Partners.Quota.Count(caller, [3]));
        var refused = await served.AskAsync("daily", Query);
        Assert.Equal((HttpStatusCode.TooManyRequests, "SUBJECT_QUOTA"), (refused.Status, refused.Code));
        Assert.InRange(int.Parse(Header(refused, "Retry-After"), CultureInfo.InvariantCulture), 1, 86_400);
        served.Clock.Advance(served.Hub.Partners.Quota.UntilTomorrow);
        Assert.Equal(HttpStatusCode.OK, (await served.AskAsync("daily", Query)).Status);
    }

    private static string Header(Answer answer, string name) => string.Join(", ", answer.Message.Headers.GetValues(name));
}
