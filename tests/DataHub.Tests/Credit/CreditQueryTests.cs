using DataHub.Testing;
using DataHub.Tests.Planning;

namespace DataHub.Tests.Credit;

public sealed class CreditQueryTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly Dictionary<string, GoldenQuery> Queries = new(StringComparer.Ordinal)
    {
        ["bank_sees_its_own_loans"] = new(Callers.Bank, """{ business(nib: "0000000000001") { name owner { name } loans { totalCount nodes { nomorAkad lender { code } } } } }"""),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Query_gives_the_answer_and_the_sql_of_its_golden_file(string name) => Queries[name].MatchAsync(hub, name);
}
