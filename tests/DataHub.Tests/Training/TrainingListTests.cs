using DataHub.Testing;
using DataHub.Tests.Planning;

namespace DataHub.Tests.Training;

/// <summary>Conditions, orders and sums of training.</summary>
public sealed class TrainingListTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly Dictionary<string, GoldenQuery> Queries = new(StringComparer.Ordinal)
    {
        ["trainings_with_hours"] = new(Callers.Steward,
            """
            { businesses(first: 3) { nodes { trainings(where: { passed: { eq: true } }, order: [{ programme: { name: ASC } }, { startedOn: ASC }]) { sumHours totalCount nodes { startedOn programme { name } } } } } }
            """),
        ["trainings_of_programmes_without_a_target"] = new(Callers.Steward,
            """
            { businesses(where: { trainings: { some: { programme: { targetPerYear: { eq: null } } } } }) { nodes { nib trainings(where: { programme: { topic: { eq: null } } }) { nodes { programme { code } } } } } }
            """),
        ["programmes_by_topic"] = new(Callers.Dashboard,
            """
            { trainingProgrammes(where: { or: [{ topic: { contains: "wira" } }, { targetPerYear: { gte: 100 } }] }, order: [{ targetPerYear: DESC }], last: 1) { totalCount nodes { code } } }
            """),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Query_gives_the_answer_and_the_sql_of_its_golden_file(string name) => Queries[name].MatchAsync(hub, name);
}
