using DataHub.Testing;
using DataHub.Tests.Planning;

namespace DataHub.Tests.Training;

public sealed class TrainingQueryTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly Dictionary<string, GoldenQuery> Queries = new(StringComparer.Ordinal)
    {
        ["programmes"] = new(Callers.Dashboard, "{ trainingProgrammes { nodes { code name targetPerYear participants passed } totalCount } }"),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Query_gives_the_answer_and_the_sql_of_its_golden_file(string name) => Queries[name].MatchAsync(hub, name);
}
