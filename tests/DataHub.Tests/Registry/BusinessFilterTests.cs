using DataHub.Testing;
using DataHub.Tests.Planning;

namespace DataHub.Tests.Registry;

/// <summary>Conditions and orders of businesses across their relations.</summary>
public sealed class BusinessFilterTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly Dictionary<string, GoldenQuery> Queries = new(StringComparer.Ordinal)
    {
        ["businesses_with_a_loan_of_a_kind"] = new(Callers.Steward,
            """
            { businesses(where: { loans: { some: { kind: { eq: MIKRO }, plafon: { gte: "20000000" } } } }) { totalCount nodes { nib } } }
            """),
        ["businesses_with_a_loan_of_the_bank_itself"] = new(Callers.Bank,
            """
            { businesses(where: { loans: { some: { kind: { eq: MIKRO }, plafon: { gte: "20000000" } } } }) { totalCount nodes { nib } } }
            """),
        ["businesses_without_loans_of_the_bank_itself"] = new(Callers.Bank,
            """
            { businesses(where: { loans: { none: { plafon: { gt: "15000000" } }, any: true } }) { nodes { nib loans { nodes { plafon } } } } }
            """),
        ["businesses_all_of_whose_certificates_are_in_force"] = new(Callers.Partner,
            """
            { businesses(where: { certificates: { all: { status: { eq: IN_FORCE } }, any: true } }) { nodes { nib certificates { nodes { kind status } } } } }
            """),
        ["businesses_none_of_whose_certificates_is_expired"] = new(Callers.Partner,
            """
            { businesses(where: { certificates: { none: { status: { eq: EXPIRED } } } }, last: 3) { totalCount nodes { nib } } }
            """),
        ["businesses_with_offers_in_a_marketplace"] = new(Callers.Partner,
            """
            { businesses(where: { products: { some: { price: { lte: "2000" }, listings: { some: { shop: { platform: { eq: "Shopee" } } } } } } }) { nodes { nib } } }
            """),
        ["businesses_with_offers_in_an_unknown_shop"] = new(Callers.Partner,
            """
            { businesses(where: { products: { some: { listings: { some: { shop: { name: { eq: null } } } } } } }) { nodes { nib } } }
            """),
        ["businesses_by_names_of_regency_and_sector"] = new(Callers.Dashboard,
            """
            { businesses(where: { regency: { name: { contains: "lampung selatan" } }, sector: { name: { startsWith: "Manu" } } }) { nodes { nib regency { name } sector { name } } } }
            """),
        ["businesses_by_owner_name"] = new(Callers.Steward,
            """
            { businesses(where: { owner: { name: { contains: "SITI" }, gender: { neq: LAKI_LAKI } } }) { nodes { nib owner { name } } } }
            """),
        ["businesses_whose_district_has_no_name"] = new(Callers.Steward,
            """
            { businesses(where: { district: { name: { eq: null } } }, first: 2) { totalCount nodes { nib district { name } } } }
            """),
        ["businesses_by_sales_workers_and_capital"] = new(Callers.Steward,
            """
            { businesses(where: { annualSales: { gte: "36000000", lt: "120000000" }, workers: { in: [3, 5, 9, 100] }, capital: { neq: "5000000" } }) { nodes { nib annualSales workers capital } } }
            """),
        ["businesses_of_which_sales_are_not_known"] = new(Callers.Steward,
            """
            { businesses(where: { or: [{ annualSales: { eq: null } }, { not: { annualSalesYear: { gte: 2025 } } }] }) { nodes { nib annualSales annualSalesYear } } }
            """),
        ["businesses_by_criterion_legal_form_and_edition"] = new(Callers.Dashboard,
            """
            { businesses(where: { scaleCriterion: { eq: BUSINESS_CAPITAL }, legalForm: { eq: "Perorangan" }, kbliVersion: { in: ["2020", "2025"] } }, first: 2) { totalCount nodes { nib } } }
            """),
        ["businesses_in_an_empty_list"] = new(Callers.Dashboard,
            """
            { none: businesses(where: { scale: { in: [] } }) { totalCount } others: businesses(where: { not: { scale: { in: [] } } }) { totalCount } nothing: businesses(where: { or: [] }) { totalCount } all: businesses(where: { and: [] }) { totalCount } }
            """),
        ["businesses_whose_owners_were_trained"] = new(Callers.Steward,
            """
            { businesses(where: { trainings: { some: { programme: { code: { eq: "P01" } }, hours: { gte: 24 }, passed: { eq: true } } } }) { nodes { nib } } }
            """),
        ["businesses_with_contracts_or_partners"] = new(Callers.Dashboard,
            """
            { businesses(where: { or: [{ procurementContracts: { some: { value: { gte: "1000000" }, buyer: { contains: "dinas" } } } }, { partnerships: { some: { offtaker: { eq: true } } } }] }) { nodes { nib } } }
            """),
        ["businesses_with_rated_shops"] = new(Callers.Partner,
            """
            { businesses(where: { shops: { some: { rating: { gt: 4.5 }, certainty: { in: [PROBABLE, CERTAIN] } } } }) { nodes { nib shops(where: { rating: { gt: 4.5 } }) { nodes { name rating } } } } }
            """),
        ["businesses_that_exhibited"] = new(Callers.Dashboard,
            """
            { businesses(where: { exhibitions: { some: { exhibition: { place: { contains: "bandar" }, startedOn: { lt: "2023-01-01" } } } } }) { nodes { nib } } }
            """),
        ["businesses_ordered_by_name_of_regency"] = new(Callers.Dashboard,
            """
            { businesses(order: [{ regency: { name: DESC } }, { name: ASC }], first: 5) { nodes { name regency { name } } pageInfo { hasNextPage } } }
            """),
        ["businesses_ordered_by_owner"] = new(Callers.Bank,
            """
            { businesses(order: [{ owner: { gender: ASC } }, { owner: { name: DESC } }], last: 4) { nodes { nib owner { name gender } } } }
            """),
        ["businesses_ordered_by_scale_and_sales"] = new(Callers.Steward,
            """
            { businesses(order: [{ scale: ASC }, { annualSales: DESC }], first: 6) { nodes { nib scale annualSales } } }
            """),
        ["businesses_ordered_by_codes_of_places"] = new(Callers.Dashboard,
            """
            { businesses(order: [{ regency: { code: ASC } }, { district: { code: DESC } }, { sector: { code: ASC } }], first: 4) { nodes { nib } } }
            """),
        ["businesses_with_cursors"] = new(Callers.Dashboard,
            """
            { up: businesses(order: [{ name: ASC }], first: 2) { pageInfo { startCursor endCursor } } down: businesses(order: [{ registeredOn: DESC }], first: 2) { edges { cursor } } place: businesses(order: [{ district: { name: DESC } }], first: 2) { pageInfo { endCursor } } }
            """),
        ["businesses_after_a_name"] = new(Callers.Dashboard,
            """
            { businesses(order: [{ name: ASC }], first: 20, after: "FEJ58I4upDviPwNz8MMJB5YbQA5LAsmxRfePVWeVl2GevOmVZTCFsrpJW6NQ5k0ZuVCC3w") { nodes { name } pageInfo { hasNextPage hasPreviousPage } } }
            """),
        ["businesses_before_a_date"] = new(Callers.Dashboard,
            """
            { businesses(order: [{ registeredOn: DESC }], last: 1, before: "-sqgCNEvt_iceWcBRbRZZzWvDTyFnEaLRjSbr3n9TMHBCxIB3Z0bLlhx0A2S1JU") { nodes { registeredOn } pageInfo { hasNextPage hasPreviousPage } } }
            """),
        ["businesses_after_a_missing_district"] = new(Callers.Dashboard,
            """
            { businesses(order: [{ district: { name: DESC } }], first: 5, after: "0vJnXiDiRFUAGkLNVt1e0npf0Xrmpbvlh937VEmtJOo0cnWoTno") { nodes { nib district { name } } pageInfo { hasNextPage } } }
            """),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Query_gives_the_answer_and_the_sql_of_its_golden_file(string name) => Queries[name].MatchAsync(hub, name);
}
