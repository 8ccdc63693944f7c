using DataHub.Access;
using DataHub.Testing;

namespace DataHub.Tests.Planning;

/// <summary>Operations whose golden files are kept.</summary>
internal static class Shapes
{
    private const string Page = "{ nodes { name registeredOn } pageInfo { hasNextPage hasPreviousPage } }";

    public static Dictionary<string, (string Document, Caller Caller)> All { get; } = new(StringComparer.Ordinal)
    {
        ["business_eight_fields"] = Steward("""{ business(nib: "0000000000001") { id nib name scale kbli registeredOn status capital } }"""),
        ["business_superseded_nib"] = Steward("""{ business(nib: "9999999999999") { nib licences { nib issuedOn status isCurrent } } }"""),
        ["business_unknown_nib"] = Steward("""{ business(nib: "1111111111111") { nib loans { totalCount } } }"""),
        ["business_deep"] = Steward(
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
        ["business_everything_else"] = Steward(
            """
            { business(nib: "0000000000001") {
                productsCount shops { nodes { platform name rating turnover12Months openedOn certainty } }
                exhibitions { nodes { sales exhibition { name place } } }
                procurementContracts { nodes { number buyer value signedOn } }
                partnerships { nodes { pattern partnerNib partnerName value offtaker } }
                provenance { feed attributes sourceDate receivedAt rule certainty }
            } }
            """),
        ["businesses_by_nib_in_order_asked"] = Steward("""{ businessesByNib(nibs: ["0000000000003", "1111111111111", "0000000000001", "0000000000003"]) { nib loans(first: 2) { nodes { plafon } pageInfo { hasNextPage } } } }"""),
        ["businesses_by_regency_scale_kbli"] = Steward(
            """
            { businesses(where: { regency: { code: { eq: "18.01" } }, scale: { eq: MIKRO }, kbli: { startsWith: "107" } }, order: [{ name: ASC }], first: 50) {
                nodes { name kbli district { name } regency { name } productsCount } } }
            """),
        ["businesses_default_order_with_total"] = Steward("{ businesses(first: 3) { totalCount edges { node { nib } } pageInfo { hasNextPage hasPreviousPage } } }"),
        ["businesses_total_only"] = Steward("{ businesses { totalCount } }"),
        ["businesses_ordered_by_nullable_name_descending"] = Steward($"{{ businesses(first: 4, order: [{{ name: DESC }}]) {Page} }}"),
        ["businesses_last"] = Steward($"{{ businesses(last: 3, order: [{{ registeredOn: ASC }}]) {Page} }}"),
        ["businesses_filter_logic"] = Steward(
            """
            { businesses(where: { and: [{ or: [{ sector: { code: { eq: "G" } } }, { status: { eq: DICABUT } }] }, { not: { district: { code: { eq: "18.01.04" } } } }] }, order: [{ nib: ASC }]) {
                nodes { nib status } } }
            """),
        ["businesses_search_by_name"] = Steward("""{ businesses(where: { name: { contains: "pisang" } }) { nodes { name } } }"""),
        ["businesses_pattern_characters_are_literal"] = Steward("""{ businesses(where: { name: { contains: "%_\\" } }) { totalCount nodes { name } } }"""),
        ["businesses_by_owner_gender_and_date"] = Steward(
            """{ businesses(where: { owner: { gender: { eq: PEREMPUAN } }, registeredOn: { gte: "2024-02-01", lt: "2024-04-01" } }) { nodes { nib registeredOn } } }"""),
        ["businesses_with_certificates_without_shops"] = Steward("{ businesses(where: { certificates: { any: true }, shops: { any: false } }) { nodes { nib } } }"),
        ["businesses_without_nib_or_scale"] = Steward("{ businesses(where: { nib: { eq: null }, scale: { eq: null } }) { nodes { id name } } }"),
        ["businesses_not_equal_counts_the_unknown"] = Steward("{ businesses(where: { scale: { neq: MIKRO } }) { nodes { name scale } } }"),
        ["businesses_in_lists"] = Steward("""{ businesses(where: { nib: { in: ["0000000000002", "0000000000004"] }, scale: { in: [MIKRO, KECIL] } }) { nodes { nib } } }"""),
        ["seller_found"] = Partner(
            """{ sellerVerification(nib: "0000000000001") { nib found licensed name status registeredOn kbli regency { name } certificates { kind number status } } }"""),
        ["seller_superseded"] = Partner("""{ sellerVerification(nib: "9999999999999") { found licensed name status } }"""),
        ["seller_not_found"] = Partner("""{ sellerVerification(nib: "1111111111111") { nib found licensed name regency { name } certificates { kind } } }"""),
        ["statistics_by_regency_and_scale"] = University("{ statistics(by: [REGENCY, SCALE]) { rows { regency { code name } scale count sumAnnualSales sumWorkers suppressed } suppressedRows threshold } }"),
        ["statistics_by_sector_and_gender"] = University("{ statistics(by: [SECTOR, GENDER]) { rows { sector { code name } gender count suppressed } } }"),
        ["statistics_where"] = University("""{ statistics(by: [STATUS], where: { regencies: ["18.01"], scales: [MIKRO] }) { rows { status count } suppressedRows } }"""),
        ["programmes"] = (Document: "{ trainingProgrammes { nodes { code name targetPerYear participants passed } totalCount } }", Callers.Dashboard),
        ["feed_runs"] = Steward("{ feedRuns { nodes { feed fileName status startedAt finishedAt received created quarantined failure } } }"),
        ["regions_below_a_code"] = University("""{ regions(parent: "18.72") { code name level bpsCode regency { name } } }"""),
        ["own_data"] = (Document: "{ me { client scopes purpose person { name nik } businesses { nib annualSales loans { nodes { nomorAkad } } trainings { nodes { passed } } } } }", Callers.Owner(1)),
        ["bank_sees_its_own_loans"] = (Document: """{ business(nib: "0000000000001") { name owner { name } loans { totalCount nodes { nomorAkad lender { code } } } } }""", Callers.Bank),
    };

    private static (string, Caller) Steward(string document) => (document, Callers.Steward);

    private static (string, Caller) Partner(string document) => (document, Callers.Partner);

    private static (string, Caller) University(string document) => (document, Callers.University);
}
