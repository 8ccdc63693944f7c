using DataHub.Testing;
using DataHub.Tests.Planning;

namespace DataHub.Tests.Access;

/// <summary>Conditions on what the caller itself has.</summary>
public sealed class OwnListTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly Dictionary<string, GoldenQuery> Queries = new(StringComparer.Ordinal)
    {
        ["own_loans_by_kind"] = new(Callers.Owner(1),
            """
            { me { businesses { nib loans(where: { plafon: { gte: "10000000" } }, order: [{ plafon: DESC }], first: 1) { sumPlafon totalCount nodes { plafon } } trainings(where: { hours: { gt: 1 } }) { totalCount sumHours } } loans { sumOutstanding } } }
            """),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Query_gives_the_answer_and_the_sql_of_its_golden_file(string name) => Queries[name].MatchAsync(hub, name);
}
