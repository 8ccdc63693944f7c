using DataHub.Testing;
using DataHub.Tests.Planning;

namespace DataHub.Tests.Feeds;

public sealed class FeedsQueryTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly Dictionary<string, GoldenQuery> Queries = new(StringComparer.Ordinal)
    {
        ["feed_runs"] = new(Callers.Steward, "{ feedRuns { nodes { feed fileName status startedAt finishedAt received created quarantined failure } } }"),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Query_gives_the_answer_and_the_sql_of_its_golden_file(string name) => Queries[name].MatchAsync(hub, name);
}
