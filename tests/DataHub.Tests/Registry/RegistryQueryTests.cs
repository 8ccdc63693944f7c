using DataHub.Testing;
using DataHub.Tests.Planning;

namespace DataHub.Tests.Registry;

public sealed class RegistryQueryTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Page = "{ nodes { name registeredOn } pageInfo { hasNextPage hasPreviousPage } }";

    private static readonly Dictionary<string, GoldenQuery> Queries = new(StringComparer.Ordinal)
    {
        ["business_eight_fields"] = new(Callers.Steward, """{ business(nib: "0000000000001") { id nib name scale kbli registeredOn status capital } }"""),
        ["business_superseded_nib"] = new(Callers.Steward, """{ business(nib: "9999999999999") { nib licences { nib issuedOn status isCurrent } } }"""),
        ["business_unknown_nib"] = new(Callers.Steward, """{ business(nib: "1111111111111") { nib loans { totalCount } } }"""),
        ["business_deep"] = new(Callers.Steward,
            """
            { business(nib: "0000000000001") {
                nib name sector { code name } district { code name regency { code name bpsCode } } regency { name }
                owner { name nik gender }
                certificates { nodes { kind number status expiresOn } }
                loans { nodes { nomorAkad kind plafon outstanding lender { code name } regency { name } } totalCount }
                trainings { nodes { startedOn passed programme { code name topic participants } } }
                products { nodes { name price listings { nodes { price sold shop { platform name } } } } }
            } }
            """),
        ["businesses_by_nib_in_order_asked"] = new(Callers.Steward, """{ businessesByNib(nibs: ["0000000000003", "1111111111111", "0000000000001", "0000000000003"]) { nib loans(first: 2) { nodes { plafon } pageInfo { hasNextPage } } } }"""),
        ["businesses_by_regency_scale_kbli"] = new(Callers.Steward,
            """
            { businesses(where: { regency: { code: { eq: "18.01" } }, scale: { eq: MIKRO }, kbli: { startsWith: "107" } }, order: [{ name: ASC }], first: 50) {
                nodes { name kbli district { name } regency { name } productsCount } } }
            """),
        ["businesses_default_order_with_total"] = new(Callers.Steward, "{ businesses(first: 3) { totalCount edges { node { nib } } pageInfo { hasNextPage hasPreviousPage } } }"),
        ["businesses_total_only"] = new(Callers.Steward, "{ businesses { totalCount } }"),
        ["businesses_ordered_by_nullable_name_descending"] = new(Callers.Steward, $"{{ businesses(first: 4, order: [{{ name: DESC }}]) {Page} }}"),
        ["businesses_last"] = new(Callers.Steward, $"{{ businesses(last: 3, order: [{{ registeredOn: ASC }}]) {Page} }}"),
        ["businesses_filter_logic"] = new(Callers.Steward,
            """
            { businesses(where: { and: [{ or: [{ sector: { code: { eq: "G" } } }, { status: { eq: DICABUT } }] }, { not: { district: { code: { eq: "18.01.04" } } } }] }, order: [{ nib: ASC }]) {
                nodes { nib status } } }
            """),
        ["businesses_search_by_name"] = new(Callers.Steward, """{ businesses(where: { name: { contains: "pisang" } }) { nodes { name } } }"""),
        ["businesses_pattern_characters_are_literal"] = new(Callers.Steward, """{ businesses(where: { name: { contains: "%_\\" } }) { totalCount nodes { name } } }"""),
        ["businesses_by_owner_gender_and_date"] = new(Callers.Steward,
            """{ businesses(where: { owner: { gender: { eq: PEREMPUAN } }, registeredOn: { gte: "2024-02-01", lt: "2024-04-01" } }) { nodes { nib registeredOn } } }"""),
        ["businesses_with_certificates_without_shops"] = new(Callers.Steward, "{ businesses(where: { certificates: { any: true }, shops: { any: false } }) { nodes { nib } } }"),
        ["businesses_without_nib_or_scale"] = new(Callers.Steward, "{ businesses(where: { nib: { eq: null }, scale: { eq: null } }) { nodes { id name } } }"),
        ["businesses_not_equal_counts_the_unknown"] = new(Callers.Steward, "{ businesses(where: { scale: { neq: MIKRO } }) { nodes { name scale } } }"),
        ["businesses_in_lists"] = new(Callers.Steward, """{ businesses(where: { nib: { in: ["0000000000002", "0000000000004"] }, scale: { in: [MIKRO, KECIL] } }) { nodes { nib } } }"""),
        ["regions_below_a_code"] = new(Callers.University, """{ regions(parent: "18.72") { code name level bpsCode regency { name } } }"""),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Query_gives_the_answer_and_the_sql_of_its_golden_file(string name) => Queries[name].MatchAsync(hub, name);
}
