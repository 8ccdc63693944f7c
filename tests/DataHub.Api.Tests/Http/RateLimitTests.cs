using System.Globalization;
using System.Net;
using System.Text.Json;
using DataHub.Api.Http;
using DataHub.GraphQL.Errors;
using DataHub.Testing;

namespace DataHub.Api.Tests.Http;

public sealed class RateLimitTests : IAsyncLifetime
{
    private const string Ten = "{ rows(first: 8) { number } }";
    private readonly ManualTime time = new();
    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await RunningHost.StartAsync(
        new Dictionary<string, string?>
        {
            ["DataHub:Budgets:Plans:default:Capacity"] = "100",
            ["DataHub:Budgets:Plans:default:RestoreRate"] = "4",
            ["DataHub:Budgets:Plans:small:Capacity"] = "12",
            ["DataHub:Budgets:Plans:small:RestoreRate"] = "0.5",
            ["DataHub:Budgets:Clients:partner-sandbox"] = "small",
        },
        budgetTime: time);

    public Task DisposeAsync() => host.DisposeAsync().AsTask();

    [Fact]
    public async Task Every_answer_to_a_known_client_tells_how_its_budget_stands()
    {
        var answer = await host.QueryAsync(Ten);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        // Of eight rows there are three: ten were asked for, five were used.
        Assert.Equal(
            """{"requested":10,"actual":5,"refunded":5,"remaining":95,"restoreRate":4}""",
            answer.Json.GetProperty("extensions").GetProperty("cost").GetRawText());
        AssertBudget(answer, "\"default\";q=100;w=25", "\"default\";r=95;t=2");
        Assert.False(answer.Message.Headers.Contains("Retry-After"));
        AssertBudget(await host.SendAsync(host.Post("{", accept: "text/html")), "\"default\";q=100;w=25", "\"default\";r=95;t=2");
        AssertBudget(await host.SendAsync(host.Post("no json")), "\"default\";q=100;w=25", "\"default\";r=95;t=2");
        AssertBudget(await host.QueryAsync("{ nothing }"), "\"default\";q=100;w=25", "\"default\";r=84;t=4");
    }

    [Fact]
    public async Task A_stranger_hears_nothing_of_budgets()
    {
        var answer = await host.QueryAsAsync("no token");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.False(answer.Message.Headers.Contains("RateLimit"));
    }

    [Theory]
    [InlineData("application/graphql-response+json")]
    [InlineData("application/json")]
    public async Task A_spent_budget_is_429_with_the_time_to_wait(string accept)
    {
        Assert.Equal(HttpStatusCode.OK, (await host.QueryAsync("{ rows(first: 98) { number } }")).Status);
        var reads = host.Hub.Reads;
        var refused = await host.QueryAsync("{ rows(first: 97) { number } }", accept);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.False(refused.HasData);
        Assert.Equal(ErrorCodes.RateLimited, refused.Code);
        // Ninety-five are left, less a fifth of a unit for the plan.
        var details = refused.Json.GetProperty("errors")[0].GetProperty("extensions");
        Assert.Equal((99, 94), (Number(details, "requested"), Number(details, "remaining")));
        Assert.Equal((4, 2), (Number(details, "restoreRate"), Number(details, "retryAfter")));
        Assert.Equal(
            """{"requested":99,"remaining":94,"restoreRate":4}""",
            refused.Json.GetProperty("extensions").GetProperty("cost").GetRawText());
        Assert.Equal("2", Assert.Single(refused.Message.Headers.GetValues("Retry-After")));
        AssertBudget(refused, "\"default\";q=100;w=25", "\"default\";r=94;t=2");
        Assert.Equal(reads, host.Hub.Reads);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.OK, (await host.QueryAsync("{ rows(first: 97) { number } }", accept)).Status);
    }

    [Fact]
    public async Task A_fresh_token_draws_on_the_same_budget_and_other_clients_are_not_concerned()
    {
        await DrainAsync();
        var (first, second) = (host.Token("bank-sandbox"), host.Token("bank-sandbox"));
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await host.QueryAsAsync(first, Ten)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await host.QueryAsAsync(second, Ten)).Status);
        var elsewhere = host.Post(JsonSerializer.Serialize(new { query = Ten }));
        elsewhere.Headers.Add("X-Forwarded-For", "203.0.113.9");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await host.SendAsync(elsewhere)).Status);
        var other = await host.QueryAsAsync(host.Token("university-sandbox"), Ten);
        Assert.Equal(HttpStatusCode.OK, other.Status);
        AssertBudget(other, "\"default\";q=100;w=25", "\"default\";r=95;t=2");
    }

    [Fact]
    public async Task A_client_may_have_a_plan_of_its_own()
    {
        var answer = await host.QueryAsAsync(host.Token("partner-sandbox"), Ten);
        AssertBudget(answer, "\"small\";q=12;w=24", "\"small\";r=7;t=10");
    }

    [Fact]
    public async Task What_no_budget_can_hold_is_refused_for_good()
    {
        var answer = await host.QueryAsync("{ rows(first: 99) { number } }");
        Assert.Equal((HttpStatusCode.BadRequest, ErrorCodes.CostTooHigh), (answer.Status, answer.Code));
        Assert.False(answer.Message.Headers.Contains("Retry-After"));
        Assert.Equal(0, host.Hub.Reads);
    }

    [Fact]
    public async Task Invalid_documents_drain_the_budget_until_they_are_not_looked_at_any_more()
    {
        await DrainAsync();
        var refused = await host.QueryAsync("{ nothing }");
        Assert.Equal((HttpStatusCode.TooManyRequests, ErrorCodes.RateLimited), (refused.Status, refused.Code));
        var cost = refused.Json.GetProperty("extensions").GetProperty("cost");
        Assert.Equal((1, 0), (Number(cost, "requested"), Number(cost, "remaining")));
        var wait = int.Parse(Assert.Single(refused.Message.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture);
        time.Advance(TimeSpan.FromSeconds(wait));
        Assert.Equal(ErrorCodes.Validation, (await host.QueryAsync("{ nothing }")).Code);
    }

    [Fact]
    public async Task The_cost_can_be_asked_without_running()
    {
        const string query = "query($n: Int!) { rows(first: $n) { number } }";
        var request = host.Post(JsonSerializer.Serialize(new { query, variables = new { n = 1000 } }));
        request.Headers.Add("X-Explain", "cost");
        var answer = await host.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("data").ValueKind);
        var cost = answer.Json.GetProperty("extensions").GetProperty("cost");
        Assert.Equal((1002, 99, 100), (Number(cost, "requested"), Number(cost, "remaining"), Number(cost, "capacity")));
        Assert.Equal("rows", cost.GetProperty("fields")[0].GetProperty("path").GetString());
        Assert.Equal(0, host.Hub.Reads);
    }

    [Theory]
    [InlineData("everything")]
    [InlineData("")]
    public async Task What_cannot_be_explained_is_refused(string explain)
    {
        var request = host.Post(JsonSerializer.Serialize(new { query = Ten }));
        request.Headers.TryAddWithoutValidation("X-Explain", explain);
        var answer = await host.SendAsync(request);
        Assert.Equal((HttpStatusCode.BadRequest, HttpErrorCodes.BadRequest), (answer.Status, answer.Code));
        Assert.Equal(0, host.Hub.Reads);
    }

    [Theory]
    [InlineData("Plans:default:Capacity", "much")]
    [InlineData("Plans:default:RestoreRate", "0")]
    [InlineData("Plans:default:MaxPage", "10001")]
    [InlineData("Plans:default:MaxPage", "100.5")]
    [InlineData("Clients:bank-sandbox", "gold")]
    public async Task Settings_that_do_not_hold_together_keep_the_hub_from_starting(string name, string value)
    {
        var settings = new Dictionary<string, string?> { [$"DataHub:Budgets:{name}"] = value };
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => RunningHost.StartAsync(settings));
        Assert.StartsWith("Setting DataHub:Budgets: ", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Leaves the bank's budget in debt: a document of 7,000 characters that cannot be read costs 150.</summary>
    private async Task DrainAsync() => Assert.Equal(ErrorCodes.Syntax, (await host.QueryAsync("{" + new string(' ', 7_000))).Code);

    private static int Number(JsonElement json, string name) => (int)json.GetProperty(name).GetDouble();

    private static void AssertBudget(Answer answer, string policy, string limit)
    {
        Assert.Equal(policy, Assert.Single(answer.Message.Headers.GetValues("RateLimit-Policy")));
        Assert.Equal(limit, Assert.Single(answer.Message.Headers.GetValues("RateLimit")));
    }
}
