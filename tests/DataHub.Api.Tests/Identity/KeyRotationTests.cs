using System.Net;
using DataHub.Api.Identity.Keys;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataHub.Api.Tests.Identity;

/// <summary>What becomes of an authority's keys under way: changed, withdrawn, out of reach. The time is the test's.</summary>
public sealed class KeyRotationTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Outage = TimeSpan.FromHours(12);

    private readonly SetClock clock = new();
    private readonly HttpClient client = new();
    private OutsideIssuer issuer = null!;
    private AuthorityKeys keys = null!;

    public async Task InitializeAsync()
    {
        issuer = await OutsideIssuer.StartAsync();
        // Of the clock's time none goes by while a test waits for the authority.
        var wait = TimeSpan.FromSeconds(30);
        var times = new KeyTimes(Refresh, Retry, Outage, clock) { Patience = wait, FirstPatience = wait };
        keys = new AuthorityKeys(Authority.At(issuer.Address, [issuer.Address]), client, times, NullLogger.Instance);
    }

    public async Task DisposeAsync() => await issuer.DisposeAsync();

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task A_new_key_is_found_when_a_token_names_it_but_not_before_the_least_time()
    {
        Assert.NotNull(await FindAsync("first"));
        issuer.Published = ["first", "second"];
        Assert.Null(await FindAsync("second"));
        clock.Now += Retry;
        Assert.NotNull(await FindAsync("second"));
        Assert.NotNull(await FindAsync("first"));
        Assert.Equal(2, issuer.Fetches);
    }

    [Fact]
    public async Task A_key_that_is_withdrawn_ends_when_the_keys_are_fetched_again()
    {
        Assert.NotNull(await FindAsync("first"));
        issuer.Published = ["second"];
        clock.Now += Refresh - TimeSpan.FromSeconds(1);
        Assert.NotNull(await FindAsync("first"));
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(await FindAsync("first"));
        Assert.NotNull(await FindAsync("second"));
    }

    [Fact]
    public async Task Tokens_that_name_keys_that_nobody_knows_do_not_make_the_hub_ask_more_often()
    {
        for (var i = 0; i < 50; i++)
        {
            Assert.Null(await FindAsync($"unknown-{i}"));
            clock.Now += TimeSpan.FromSeconds(1);
        }
        Assert.Equal(2, issuer.Fetches);
    }

    [Fact]
    public async Task Requests_that_come_at_once_share_one_fetch()
    {
        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => FindAsync("first"))));
        Assert.All(found, Assert.NotNull);
        Assert.Equal(1, issuer.Fetches);
    }

    [Fact]
    public async Task While_the_authority_is_away_the_last_keys_serve_for_a_bounded_time()
    {
        Assert.NotNull(await FindAsync("first"));
        issuer.IsAway = true;
        for (var time = Refresh; time < Outage; time += TimeSpan.FromHours(1))
        {
            Assert.NotNull(await FindAsync("first"));
            Assert.Null(await FindAsync("second"));
            clock.Now += TimeSpan.FromHours(1);
        }
        await Assert.ThrowsAsync<InvalidOperationException>(() => FindAsync("first"));
        issuer.IsAway = false;
        clock.Now += Retry;
        Assert.NotNull(await FindAsync("first"));
    }

    [Theory]
    [InlineData("use", "enc")]
    [InlineData("alg", "RS512")]
    [InlineData("d", "AQAB")]
    [InlineData("issuer", "https://other.example")]
    [InlineData("key_ops", new[] { "encrypt" })]
    public async Task A_key_that_is_not_for_this_is_passed_over(string member, object value)
    {
        issuer.KeyMembers[member] = value;
        Assert.Null(await FindAsync("first"));
    }

    [Fact]
    public async Task Metadata_of_another_issuer_are_not_taken()
    {
        issuer.Name = "https://other.example";
        await Assert.ThrowsAsync<InvalidOperationException>(() => FindAsync("first"));
        Assert.Equal(0, issuer.Fetches);
    }

    [Fact]
    public async Task A_key_serves_one_algorithm()
    {
        Assert.NotNull(await keys.FindAsync("first", "RS256", default));
        Assert.Null(await keys.FindAsync("first", "ES256", default));
    }

    [Fact]
    public async Task A_running_hub_follows_the_change_of_keys()
    {
        await using var host = await RunningHost.StartAsync(
            new Dictionary<string, string?>
            {
                ["Oidc:Authority"] = issuer.Address,
                ["Oidc:Audience"] = "hub",
                ["DataHub:Identity:KeyRetry"] = "00:00:01",
                ["DataHub:Partners:Unregistered"] = "ByToken",
            },
            environment: "Production");
        string Sign(string keyId)
        {
            issuer.KeyId = keyId;
            var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            return issuer.Sign(
                new { iss = issuer.Address, aud = "hub", sub = "s", azp = "x", scp = "research.read", iat = now, exp = now + 60 });
        }
        Assert.Equal(HttpStatusCode.OK, (await host.QueryAsAsync(Sign("first"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.QueryAsAsync(Sign("second"))).Status);
        issuer.Published = ["first", "second"];
        await Task.Delay(TimeSpan.FromSeconds(1.2));
        Assert.Equal(HttpStatusCode.OK, (await host.QueryAsAsync(Sign("second"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.QueryAsAsync(Sign("first"))).Status);
    }

    private async Task<VerificationKey?> FindAsync(string keyId) => await keys.FindAsync(keyId, "RS256", default);

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
