using System.Runtime.CompilerServices;
using DataHub.Access;
using DataHub.Testing;

namespace DataHub.Tests.Planning;

/// <summary>An operation whose query, answer and SQL are kept side by side in __snapshots__.</summary>
internal sealed record GoldenQuery(Caller Caller, string Document)
{
    public async Task MatchAsync(HubFixture hub, string name, [CallerFilePath] string testFile = "")
    {
        var answer = await hub.AskAsync(Document, Caller);
        Assert.Empty(hub.Failures);
        GoldenFile.Match($"{name}.txt", answer.Golden(Document), testFile);
    }
}
