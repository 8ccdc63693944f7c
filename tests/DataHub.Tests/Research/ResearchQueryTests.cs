using DataHub.Testing;
using DataHub.Tests.Planning;

namespace DataHub.Tests.Research;

public sealed class ResearchQueryTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly Dictionary<string, GoldenQuery> Queries = new(StringComparer.Ordinal)
    {
        ["statistics_by_regency_and_scale"] = new(Callers.University, "{ statistics(by: [REGENCY, SCALE]) { rows { regency { code name } scale count sumAnnualSales sumWorkers suppressed } suppressedRows threshold } }"),
        ["statistics_by_sector_and_gender"] = new(Callers.University, "{ statistics(by: [SECTOR, GENDER]) { rows { sector { code name } gender count suppressed } } }"),
        ["statistics_where"] = new(Callers.University, """{ statistics(by: [STATUS], where: { regencies: ["18.01"], scales: [MIKRO] }) { rows { status count } suppressedRows } }"""),
        ["statistics_exact"] = new(Callers.University, "{ statistics(by: [REGENCY, GENDER], exact: true) { rows { regency { code } gender count sumAnnualSales suppressed } source } }"),
        ["statistics_exact_counts_only"] = new(Callers.University, "{ statistics(by: [REGISTRATION_YEAR], exact: true) { rows { registrationYear count } source } }"),
        ["statistics_of_nothing"] = new(Callers.University, """{ statistics(by: [DISTRICT], where: { sectors: [] }) { rows { district { name } count } source suppressedRows } }"""),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Query_gives_the_answer_and_the_sql_of_its_golden_file(string name) => Queries[name].MatchAsync(hub, name);
}
