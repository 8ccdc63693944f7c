using System.Text.Json;
using DataHub.Api.Tests.Identity;

namespace DataHub.Api.Tests.Subscriptions;

/// <summary>The reference clients of both protocols, npm's graphql-ws and graphql-sse.</summary>
public sealed class NpmClientTests
{
    [NodeTheory]
    [InlineData("websocket.mjs", 10)]
    [InlineData("events.mjs", 6)]
    public async Task Every_check_of_the_client_holds(string script, int checks)
    {
        await using var host = await RunningHost.StartAsync();
        var shortToken = new TokenForge(host).Time("exp", 4).Sign();
        var output = await Npm.RunAsync(script, $"{host.Address}graphql", host.Token(), shortToken);
        var results = JsonDocument.Parse(output).RootElement;
        Assert.Equal(checks, results.GetArrayLength());
        var failed = results.EnumerateArray().Where(r => r.GetProperty("reason").ValueKind != JsonValueKind.Null);
        Assert.Empty(failed.Select(r => $"{r.GetProperty("name")}: {r.GetProperty("reason")}"));
    }
}
