using DataHub.Testing;
using DataHub.Tests.Planning;

namespace DataHub.Tests.Access;

public sealed class AccessQueryTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly Dictionary<string, GoldenQuery> Queries = new(StringComparer.Ordinal)
    {
        ["own_data"] = new(Callers.Owner(1), "{ me { client scopes purpose person { name nik } businesses { nib annualSales loans { nodes { nomorAkad } } trainings { nodes { passed } } } loans { totalCount } trainings { totalCount } } }"),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Query_gives_the_answer_and_the_sql_of_its_golden_file(string name) => Queries[name].MatchAsync(hub, name);
}
