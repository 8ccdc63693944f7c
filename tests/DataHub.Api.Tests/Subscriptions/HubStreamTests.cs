using System.Text.Json;

namespace DataHub.Api.Tests.Subscriptions;

/// <summary>The hub's own streams from a feed's file to npm's clients: loader, outbox, notification, host, both transports.</summary>
public sealed class HubStreamTests
{
    private const int Checks = 4;

    [NodeFact]
    public async Task What_is_loaded_reaches_those_who_follow_it()
    {
        var folder = await NpmFolder.ReadyAsync();
        await using var hub = await ServedHub.StartAsync();
        string[] load = ["dotnet", ServedHub.Program, "feed", "load", "--data", hub.Folder.Path];
        var output = await Programs.RunAsync(folder, hub.Variables, "node", ["streams.mjs", hub.Address, hub.Folder.Path, .. load]);
        var results = JsonDocument.Parse(output).RootElement;
        Assert.Equal(Checks, results.GetArrayLength());
        var failed = results.EnumerateArray().Where(r => r.GetProperty("reason").ValueKind != JsonValueKind.Null);
        Assert.Empty(string.Join("\n", failed.Select(r => $"{r.GetProperty("name")}: {r.GetProperty("reason")}")));
    }
}
