using System.Net.WebSockets;
using DataHub.Api.Tests.Identity;
using DataHub.Testing;

namespace DataHub.Api.Tests.WebSockets;

public sealed class LifetimeTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private const string Ticks = "subscription { ticked { number } }";

    private static Task<RunningHost> HostAsync(params (string Name, string Value)[] settings) =>
        RunningHost.StartAsync(settings.ToDictionary(s => $"DataHub:Subscriptions:{s.Name}", s => (string?)s.Value));

    [Fact]
    public async Task The_socket_ends_with_the_token()
    {
        await using var host = await HostAsync();
        using var socket = await TestSocket.OpenAsync(host, new TokenForge(host).Time("exp", 2).Sign());
        await socket.SubscribeAsync("1", Ticks);
        await host.Hub.Events.WaitForAsync(1);
        Assert.Equal((4403, "The access token has expired."), await socket.ClosedAsync());
        await host.Hub.Events.WaitForAsync(0);
    }

    [Fact]
    public async Task A_silent_client_is_asked_and_stays_when_it_answers()
    {
        await using var host = await HostAsync(("PingInterval", "00:00:00.1"), ("PongTime", "00:00:05"));
        using var socket = await TestSocket.OpenAsync(host);
        for (var round = 0; round < 3; round++)
        {
            Assert.Equal("""{"type":"ping"}""", await socket.ReceiveAsync());
            await socket.SendAsync("""{"type":"pong"}""");
        }
    }

    [Fact]
    public async Task A_client_that_does_not_answer_is_let_go_of()
    {
        await using var host = await HostAsync(("PingInterval", "00:00:00.1"), ("PongTime", "00:00:00.2"));
        using var socket = await TestSocket.OpenAsync(host);
        Assert.Equal("""{"type":"ping"}""", await socket.ReceiveAsync());
        Assert.Equal((1001, "The client does not answer"), await socket.ClosedAsync());
    }

    [Fact]
    public async Task A_message_that_never_ends_is_no_sign_of_life()
    {
        await using var host = await HostAsync(("PingInterval", "00:00:00.2"), ("PongTime", "00:00:00.2"));
        using var socket = await TestSocket.OpenAsync(host);
        var closed = socket.ClosedAsync();
        while (!closed.IsCompleted && socket.Raw.State == WebSocketState.Open)
        {
            await socket.SendAsync(" "u8.ToArray(), isLast: false);
            await Task.Delay(20);
        }
        Assert.Equal(1001, (await closed).Code);
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_let_go_of_and_little_waits_for_it()
    {
        await using var host = await HostAsync(("SlowClientTime", "00:00:01"), ("MaxWaitingBytes", "200000"));
        using var socket = await TestSocket.OpenAsync(host);
        await socket.SubscribeAsync("1", "subscription { flooded(size: 100000) }");
        await host.Hub.Events.WaitForAsync(1);
        await host.Hub.Events.WaitForAsync(0);
        // What stood in the buffers of the two sockets, in Kestrel's and in the queue: the source was not asked for more.
        Assert.InRange(host.Hub.Events.Flooded, 2, 200);
        // No close frame gets past the message that the client does not read.
        await Assert.ThrowsAsync<WebSocketException>(socket.ClosedAsync);
    }

    [Fact]
    public async Task A_client_that_reads_slowly_gets_everything()
    {
        await using var host = await HostAsync(("SlowClientTime", "00:00:05"), ("MaxWaitingMessages", "2"));
        using var socket = await TestSocket.OpenAsync(host);
        await socket.SubscribeAsync("1", Ticks);
        await host.Hub.Events.WaitForAsync(1);
        for (var i = 0; i < 20; i++) host.Hub.Events.Send(i);
        for (var i = 0; i < 20; i++)
        {
            if (i % 5 == 0) await Task.Delay(50);
            Assert.Contains($"\"number\":{i}}}", await socket.ReceiveAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Others_are_answered_while_one_does_not_read()
    {
        await using var host = await HostAsync(("SlowClientTime", "00:00:10"));
        using var slow = await TestSocket.OpenAsync(host);
        for (var i = 0; i < 50; i++) await slow.SubscribeAsync($"{i}", "subscription { flooded(size: 100000) }");
        await host.Hub.Events.WaitForAsync(50);
        using var quick = await TestSocket.OpenAsync(host);
        await quick.SubscribeAsync("1", "{ hello }");
        Assert.Contains("Hello world", await quick.ReceiveAsync(), StringComparison.Ordinal);
        slow.Raw.Abort();
        await host.Hub.Events.WaitForAsync(0);
    }

    [Fact]
    public async Task A_client_that_vanishes_ends_its_sources()
    {
        await using var host = await HostAsync();
        using var socket = await TestSocket.OpenAsync(host);
        for (var i = 0; i < 5; i++) await socket.SubscribeAsync($"{i}", Ticks);
        await host.Hub.Events.WaitForAsync(5);
        socket.Raw.Abort();
        await host.Hub.Events.WaitForAsync(0);
    }

    [Fact]
    public async Task Clients_are_told_when_the_hub_stops()
    {
        await using var host = await HostAsync();
        using var socket = await TestSocket.OpenAsync(host);
        await socket.SubscribeAsync("1", Ticks);
        await host.Hub.Events.WaitForAsync(1);
        var closed = socket.ClosedAsync();
        await host.StopAsync();
        Assert.Equal((1012, "The hub is shutting down"), await closed);
        Assert.Equal(0, host.Hub.Events.Subscribers);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_SQL_of_an_event_is_cancelled_when_nobody_waits_for_it(bool sendsComplete)
    {
        await using var host = await RunningHost.StartAsync(connectionString: database.Database.ConnectionString);
        using var socket = await TestSocket.OpenAsync(host);
        await socket.SubscribeAsync("1", "subscription { ticked { sleeps } }");
        await host.Hub.Events.WaitForAsync(1);
        host.Hub.Events.Send(1);
        await WaitForSleepersAsync(1);
        if (sendsComplete) await socket.CompleteAsync("1");
        else socket.Raw.Abort();
        await WaitForSleepersAsync(0);
        await host.Hub.Events.WaitForAsync(0);
    }

    private async Task WaitForSleepersAsync(long count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            await using var command = database.Database.DataSource.CreateCommand(
                "select count(*) from pg_stat_activity where datname = current_database() and state = 'active' and query = 'select pg_sleep(60)'");
            if (await command.ExecuteScalarAsync(patience.Token) is long active && active == count) return;
            await Task.Delay(10, patience.Token);
        }
    }
}
