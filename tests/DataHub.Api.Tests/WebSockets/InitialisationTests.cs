using System.Text.Json;
using DataHub.Api.Tests.Identity;

namespace DataHub.Api.Tests.WebSockets;

public sealed class InitialisationTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly RunningHost host = fixture.Host;

    private static string Init(object? payload) => JsonSerializer.Serialize(new { type = "connection_init", payload });

    private static string Init(params (string Name, string Value)[] payload) => Init(payload.ToDictionary(p => p.Name, p => p.Value));

    private async Task<(int Code, string Reason)> CloseOfAsync(string message)
    {
        using var socket = await TestSocket.ConnectAsync(host);
        await socket.SendAsync(message);
        return await socket.ClosedAsync();
    }

    [Fact]
    public async Task The_acknowledgement_tells_the_purpose_and_the_end_of_the_token()
    {
        using var socket = await TestSocket.ConnectAsync(host);
        var expires = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 300);
        await socket.InitialiseAsync(new TokenForge(host).Claim("exp", expires.ToUnixTimeSeconds()).Sign());
        Assert.Equal(
            $$$"""{"type":"connection_ack","payload":{"purpose":"KUR_ELIGIBILITY","expiresAt":"{{{expires:yyyy-MM-ddTHH:mm:ssZ}}}"}}""",
            await socket.ReceiveAsync());
    }

    [Theory]
    [InlineData("authorization", "x-purpose")]
    [InlineData("Authorization", "X-Purpose")]
    [InlineData("AUTHORIZATION", "x-Purpose")]
    public async Task Token_and_purpose_come_in_the_payload_under_the_names_of_the_headers(string authorization, string purpose)
    {
        using var socket = await TestSocket.ConnectAsync(host);
        var token = new TokenForge(host).Claim("scp", "kur.decide research.read").Sign();
        await socket.SendAsync(Init((authorization, $"Bearer {token}"), (purpose, "RESEARCH")));
        Assert.Contains("\"purpose\":\"RESEARCH\"", await socket.ReceiveAsync(), StringComparison.Ordinal);
        await socket.SubscribeAsync("1", "{ who { purpose scopes } }");
        Assert.Equal(
            """{"id":"1","type":"next","payload":{"data":{"who":{"purpose":"RESEARCH","scopes":["RESEARCH_READ"]}}}}""",
            await socket.ReceiveAsync());
    }

    [Theory]
    [InlineData("""{"id":"1","type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"id":"1","type":"subscribe","payload":{"query":"{ __schema { types { name } } }"}}""")]
    public async Task Nothing_is_answered_before_it(string message) => Assert.Equal((4401, "Unauthorized"), await CloseOfAsync(message));

    [Fact]
    public async Task A_token_is_needed()
    {
        const string Missing = "The request needs an access token: Authorization: Bearer <token>.";
        Assert.Equal((4403, Missing), await CloseOfAsync("""{"type":"connection_init"}"""));
        Assert.Equal((4403, Missing), await CloseOfAsync("""{"type":"connection_init","payload":null}"""));
        Assert.Equal((4403, Missing), await CloseOfAsync("""{"type":"connection_init","payload":{"authorization":{"Bearer":1}}}"""));
        Assert.Equal((4403, Missing), await CloseOfAsync(Init(("token", host.Token()))));
        Assert.Equal((4403, Missing), await CloseOfAsync(Init(("authorization", host.Token()))));
    }

    [Fact]
    public async Task A_token_in_the_handshake_does_not_count()
    {
        using var socket = await TestSocket.ConnectAsync(
            host, configure: o => o.SetRequestHeader("Authorization", $"Bearer {host.Token()}"));
        await socket.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal(4403, (await socket.ClosedAsync()).Code);
    }

    [Fact]
    public async Task A_token_that_does_not_hold_is_refused()
    {
        Assert.Equal((4403, "The access token is not valid."), await CloseOfAsync(Init(("authorization", "Bearer nonsense"))));
        var unsigned = new TokenForge(host).Header("alg", "none").SignWith(_ => []);
        Assert.Equal((4403, "The access token is not valid."), await CloseOfAsync(Init(("authorization", $"Bearer {unsigned}"))));
        var old = new TokenForge(host).Time("iat", -600).Time("exp", -300).Sign();
        Assert.Equal((4403, "The access token has expired."), await CloseOfAsync(Init(("authorization", $"Bearer {old}"))));
        var two = await CloseOfAsync(Init(("authorization", $"Bearer {host.Token()}"), ("Authorization", $"Bearer {host.Token()}")));
        Assert.Equal(4403, two.Code);
    }

    [Fact]
    public async Task The_time_that_clocks_may_differ_by_opens_no_socket()
    {
        var over = new TokenForge(host).Time("iat", -600).Time("exp", -5).Sign();
        Assert.True((await host.QueryAsAsync(over)).HasData);
        Assert.Equal((4403, "The access token has expired."), await CloseOfAsync(Init(("authorization", $"Bearer {over}"))));
    }

    [Fact]
    public async Task Rights_and_purpose_must_hold()
    {
        var nothing = new TokenForge(host).Claim("scp", "unknown.scope").Sign();
        Assert.Equal(
            (4403, "FORBIDDEN: The access token holds no scope that this hub knows."),
            await CloseOfAsync(Init(("authorization", $"Bearer {nothing}"))));
        var foreign = await CloseOfAsync(Init(("authorization", $"Bearer {host.Token()}"), ("x-purpose", "RESEARCH")));
        Assert.Equal((4403, "PURPOSE_NOT_ALLOWED: The header X-Purpose may name one of: KUR_ELIGIBILITY."), foreign);
        var several = new TokenForge(host).Claim("scp", "kur.decide research.read").Sign();
        Assert.Equal((4403, "PURPOSE_REQUIRED: The header X-Purpose must name one of: KUR_ELIGIBILITY, RESEARCH."),
            await CloseOfAsync(Init(("authorization", $"Bearer {several}"))));
    }

    [Fact]
    public async Task It_comes_once()
    {
        using var socket = await TestSocket.OpenAsync(host);
        await socket.InitialiseAsync(host.Token());
        Assert.Equal((4429, "Too many initialisation requests"), await socket.ClosedAsync());
    }

    [Fact]
    public async Task It_comes_in_time()
    {
        await using var hasty = await RunningHost.StartAsync(
            new Dictionary<string, string?> { ["DataHub:Subscriptions:InitTime"] = "00:00:00.3" });
        using var silent = await TestSocket.ConnectAsync(hasty);
        Assert.Equal((4408, "Connection initialisation timeout"), await silent.ClosedAsync());
        using var chatty = await TestSocket.ConnectAsync(hasty);
        await chatty.SendAsync("""{"type":"ping"}""");
        Assert.Equal(4408, (await chatty.ClosedAsync()).Code);
    }

    [Fact]
    public async Task It_is_short() => Assert.Equal(1009, (await CloseOfAsync(Init(("authorization", new string('x', 20_000))))).Code);

    [Fact]
    public async Task One_caller_holds_so_many_sockets_and_no_more()
    {
        await using var small = await RunningHost.StartAsync(
            new Dictionary<string, string?> { ["DataHub:Subscriptions:MaxPerCaller"] = "2" });
        using var first = await TestSocket.OpenAsync(small);
        using var second = await TestSocket.OpenAsync(small);
        using var third = await TestSocket.ConnectAsync(small);
        // A fresh token is still the same caller.
        await third.InitialiseAsync(small.Token());
        Assert.Equal((1013, "Too many connections are open"), await third.ClosedAsync());
        using var other = await TestSocket.OpenAsync(small, small.Token("university-sandbox"));
        await first.Raw.CloseAsync(System.Net.WebSockets.WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        using var fourth = await OpenWhenThereIsRoomAsync(small);
    }

    private static async Task<TestSocket> OpenWhenThereIsRoomAsync(RunningHost host)
    {
        // The place is given back a moment after the closing handshake.
        for (var attempt = 0; ; attempt++)
        {
            var socket = await TestSocket.ConnectAsync(host);
            await socket.InitialiseAsync(host.Token());
            try
            {
                await socket.ReceiveAsync();
                return socket;
            }
            catch (InvalidOperationException) when (attempt < 50)
            {
                socket.Dispose();
                await Task.Delay(20);
            }
        }
    }
}
