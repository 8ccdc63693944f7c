using DataHub.Testing;

namespace DataHub.Tests.Planning;

/// <summary>Query, answer and the SQL that answered it, side by side in __snapshots__.</summary>
public sealed class QueryShapeTests(HubFixture hub) : IClassFixture<HubFixture>
{
    public static TheoryData<string> Names => [.. Shapes.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Query_gives_the_answer_and_the_sql_of_its_golden_file(string name)
    {
        var (document, caller) = Shapes.All[name];
        var answer = await hub.AskAsync(document, caller);
        Assert.Empty(hub.Failures);
        GoldenFile.Match($"{name}.txt", answer.Golden(document));
    }
}
