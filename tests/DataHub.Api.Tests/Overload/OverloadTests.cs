using System.Net;
using DataHub.Api.Tests.WebSockets;
using DataHub.Testing;

namespace DataHub.Api.Tests.Overload;

/// <summary>More requests than the database works for: some wait, the others are refused at once and told when to come back.</summary>
public sealed class OverloadTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task What_cannot_wait_is_503_and_nothing_else_suffers()
    {
        await using var served = await ServedSamples.StartAsync(database.Database.ConnectionString);
        await using var table = await TableLock.TakeAsync(database.DataSource, "market.product");
        var running = Enumerable.Range(0, ServedSamples.PoolSize).Select(_ => served.AskAsync(ServedSamples.Slow)).ToArray();
        await table.WaitForAsync(ServedSamples.PoolSize);
        var waiting = served.AskAsync(ServedSamples.Fast);
        while (served.Gate.Waiting == 0) await Task.Delay(5);

        foreach (var accept in new[] { "application/json", "application/graphql-response+json" })
        {
            var refused = await served.Host.SendAsync(ServedSamples.Request(served.Token(), ServedSamples.Fast, accept));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "OVERLOADED", accept), (refused.Status, refused.Code, refused.MediaType));
            Assert.Equal(TimeSpan.FromSeconds(3), refused.Message.Headers.RetryAfter!.Delta);
            Assert.False(refused.HasData);
        }
        using var socket = await TestSocket.OpenAsync(served.Host, served.Token());
        await socket.SubscribeAsync("1", ServedSamples.Fast);
        var message = await socket.ReceiveAsync();
        Assert.StartsWith("""{"id":"1","type":"error",""", message, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"OVERLOADED\"", message, StringComparison.Ordinal);

        // What needs no turn: the contract, readiness, tokens of owners.
        Assert.Equal(HttpStatusCode.OK, (await served.AskAsync("{ __typename }")).Status);
        Assert.Equal(HttpStatusCode.OK, (await served.Host.Client.GetAsync("/health/ready")).StatusCode);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "owner-sandbox",
            ["client_secret"] = "sandbox",
        });
        Assert.Equal(HttpStatusCode.OK, (await served.Host.Client.PostAsync("/connect/token", form)).StatusCode);

        await table.DisposeAsync();
        Assert.All(await Task.WhenAll([.. running, waiting]), answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(HttpStatusCode.OK, (await served.AskAsync(ServedSamples.Fast)).Status);
    }
}
