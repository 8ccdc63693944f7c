using System.Net;
using System.Net.Sockets;
using System.Text;
using DataHub.Api.Tests.ServerSentEvents;
using DataHub.Api.Tests.WebSockets;
using DataHub.Testing;

namespace DataHub.Api.Tests.Overload;

/// <summary>A client that leaves ends the statement that runs for it, as PostgreSQL itself sees it, whichever way it came and went.</summary>
public sealed class LeavingClientTests(ServedFixture fixture) : IClassFixture<ServedFixture>
{
    private readonly ServedSamples served = fixture.Served;

    [Fact]
    public async Task A_connection_that_is_closed()
    {
        await using (var table = await TableLock.TakeAsync(fixture.DataSource, "market.product"))
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, served.Host.Address.Port);
            var body = $$"""{"query":"{{ServedSamples.Slow.Replace("\"", "\\\"", StringComparison.Ordinal)}}"}""";
            await socket.SendAsync(Encoding.ASCII.GetBytes(
                $"POST /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {served.Token()}\r\nContent-Type: application/json\r\n"
                + $"Content-Length: {body.Length}\r\n\r\n{body}"));
            await table.WaitForAsync(1);
            socket.Close();
            await table.WaitForAsync(0);
        }
        await WorksAsync();
    }

    [Fact]
    public async Task An_operation_that_is_completed_on_a_socket()
    {
        await using (var table = await TableLock.TakeAsync(fixture.DataSource, "market.product"))
        {
            using var socket = await TestSocket.OpenAsync(served.Host, served.Token());
            await socket.SubscribeAsync("1", ServedSamples.Slow);
            await table.WaitForAsync(1);
            await socket.CompleteAsync("1");
            await table.WaitForAsync(0);
            await socket.SubscribeAsync("1", ServedSamples.Fast);
            Assert.Contains("Warung Makan 2", await socket.ReceiveAsync(), StringComparison.Ordinal);
        }
        await WorksAsync();
    }

    [Fact]
    public async Task A_stream_of_events_that_is_closed()
    {
        await using (var table = await TableLock.TakeAsync(fixture.DataSource, "market.product"))
        {
            using (await EventStream.PostAsync(served.Host, ServedSamples.Slow, served.Token())) await table.WaitForAsync(1);
            await table.WaitForAsync(0);
        }
        await WorksAsync();
    }

    [Fact]
    public async Task A_request_that_only_waits_for_its_turn()
    {
        await using (var table = await TableLock.TakeAsync(fixture.DataSource, "market.product"))
        {
            var running = Enumerable.Range(0, ServedSamples.PoolSize).Select(_ => served.AskAsync(ServedSamples.Slow)).ToArray();
            await table.WaitForAsync(ServedSamples.PoolSize);
            using var gone = new CancellationTokenSource();
            var waiting = served.AskAsync(ServedSamples.Fast, gone.Token);
            while (served.Gate.Waiting == 0) await Task.Delay(5);
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
            while (served.Gate.Waiting > 0) await Task.Delay(5);
            await table.DisposeAsync();
            Assert.All(await Task.WhenAll(running), answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        }
        await WorksAsync();
    }

    // As many as there are connections, so that each of them is used.
    private async Task WorksAsync()
    {
        await served.QuietAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, ServedSamples.PoolSize).Select(_ => served.AskAsync(ServedSamples.Slow)));
        Assert.All(answers, answer => Assert.Equal("""{"data":{"business":{"products":{"nodes":[{"name":"Produk 001"}]}}}""", answer.Body.Split(",\"extensions\"")[0]));
    }
}
