using DataHub.Testing;
using DataHub.Tests.Planning;

namespace DataHub.Tests.Credit;

/// <summary>Conditions, orders, pages and sums of loans below businesses.</summary>
public sealed class LoanListTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly Dictionary<string, GoldenQuery> Queries = new(StringComparer.Ordinal)
    {
        ["loans_filtered_ordered_and_cut_for_each_business"] = new(Callers.Steward,
            """
            { businesses(first: 3) { nodes { nib
                loans(where: { kind: { eq: MIKRO }, outstanding: { gt: "0" } }, order: [{ lender: { name: DESC } }, { plafon: ASC }], first: 2) {
                  nodes { plafon lender { name } } pageInfo { hasNextPage hasPreviousPage } totalCount sumPlafon sumOutstanding } } } }
            """),
        ["loans_from_the_end"] = new(Callers.Steward,
            """
            { businessesByNib(nibs: ["0000000000001", "0000000000002", "0000000000003"]) { loans(last: 2, order: [{ plafon: ASC }]) { nodes { plafon } pageInfo { hasNextPage hasPreviousPage } } } }
            """),
        ["loans_sums_alone"] = new(Callers.Steward,
            """
            { businesses(first: 3) { nodes { nib loans { sumPlafon sumOutstanding totalCount } } } }
            """),
        ["loans_sums_of_the_bank_itself"] = new(Callers.Bank,
            """
            { business(nib: "0000000000001") { loans(first: 1) { sumPlafon totalCount nodes { plafon } } } }
            """),
        ["loans_by_lender_and_place"] = new(Callers.Steward,
            """
            { business(nib: "0000000000001") { loans(where: { lender: { code: { in: ["002"] }, name: { contains: "rakyat" } }, regency: { code: { eq: "18.01" } }, kolektibilitas: { lte: 2 }, certainty: { eq: CERTAIN } }) { nodes { nomorAkad akadOn } } } }
            """),
        ["loans_by_dates"] = new(Callers.Steward,
            """
            { business(nib: "0000000000001") { loans(where: { akadOn: { in: ["2024-03-02", "2024-03-04"] }, dueOn: { neq: "2026-03-02" } }) { nodes { akadOn dueOn } } } }
            """),
        ["no_loans_of_nobody"] = new(Callers.Steward,
            """
            { businesses(where: { loans: { any: false } }, first: 1) { nodes { loans { sumPlafon totalCount nodes { plafon } } } } }
            """),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Query_gives_the_answer_and_the_sql_of_its_golden_file(string name) => Queries[name].MatchAsync(hub, name);
}
