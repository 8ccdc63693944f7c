namespace DataHub.Database.Walls;

/// <summary>
/// All that the contract's fields do not account for by themselves. A test takes out one after the other, and each is missed.
/// </summary>
public static class WallExceptions
{
    private const string Law = "the law as tables: no personal data, and decisions name the articles they rest on";

    private const string Reference = "lists of authorities, without personal data: what was taken back is left out";

    private const string Inputs =
        "inputs of decisions: who calls names the applicants, nothing can be searched for; the tables below stay closed";

    private const string Given = "whether the person has consented; row-level security leaves each organisation what was given to it";

    /// <summary>The table.</summary>
    public static IReadOnlyList<WallException> All { get; } =
    [
        new("Query.node", "registry.business_redirect", ["business_id", "survivor_id"], "ids of merged businesses answer for the survivor"),
        new("BusinessChange.business", "registry.business_redirect", ["business_id", "survivor_id"],
            "ids of merged businesses answer for the survivor"),
        new("Business.formerIds", "registry.business_redirect", ["business_id", "survivor_id"], "ids of merged businesses answer for the survivor"),
        new("Query.linkDecisions", "linkage.decision", ["waits"], "a condition that is no field: which decisions wait for a second steward"),
        new("TrainingProgramme.participants", "training.programme_figure", ["programme_id", "participants"],
            "counts without small ones, of rows that stay closed"),
        new("TrainingProgramme.passed", "training.programme_figure", ["programme_id", "passed"],
            "counts without small ones, of rows that stay closed"),
        new("Me.trainings", "training.certain_participation", ["source_key"], "the row rule: an owner's are those joined with certainty"),
        new("Person.nik", "registry.person", ["nik_cipher"], "the hub shows the last four digits of what only it can decrypt"),
        new("Person.name", "registry.person", ["name"], "the hub makes the stand-in of it"),
        new("Business.capital", "registry.business", ["capital"], "the hub makes the band of it"),
        new("Query.regions", "registry.region", ["retired_at"], Reference),
        new("Query.kbliChanges", "registry.kbli_concordance", ["retired_at"], Reference),
        new("Query.lenders", "credit.lender", ["retired_at"], Reference),
        new("RightsRequest.article", "rights.request_kind", ["kind", "article"], "which article of the law a kind of request rests on"),
        new("Me.accessLog", "audit.secrecy", ["organisation", "purpose", "case_number", "notify_after"],
            "which looks the law keeps from their person for a time"),
        new("Me.accessLog", "registry.person_redirect", ["person_id", "survivor_id"], "under which numbers an owner was known before"),
        new("Me.accessLog", "audit.entry",
            [
                "id", "at", "kind", "actor_person", "organisation", "client", "purpose", "case_number", "outcome", "fields", "persons",
                "businesses",
            ],
            "an owner's are the entries about them, by row-level security"),
        .. new[] { "audit.blocks(bigint[])", "audit.marks(bigint[])", "audit.sought(bigint[])" }.Select(function =>
            new WallException("Me.accessLog", function, [], "how entries are found by whom they are about; of the numbers it is given alone")),
        new("Query.ledgerEntries", "audit.chain", ["id", "name"], "names of the chains"),
        new("Query.ledgerEntries", "audit.entry",
            [
                "id", "chain", "seq", "at", "kind", "organisation", "client", "purpose", "case_number", "operation", "document",
                "fields", "persons", "businesses", "rows", "outcome", "code",
            ],
            "stewards read the ledger; whom an entry is about is counted, not shown"),
        .. new[] { "Business.annualSales", "Business.phone", "Business.email" }.Select(WallException.ByConsent).SelectMany(Consent),
        .. new[] { "Query.statistics" }.SelectMany(Figures),
        .. new[] { "Query.kurEligibility", "Query.kurEligibilities" }.SelectMany(Decisions),
        .. new[] { "Query.kurEligibility", "Query.kurEligibilities", "Query.kurSettings" }.SelectMany(Laws),
    ];

    private static IEnumerable<WallException> Figures(string coordinate) =>
    [
        new(coordinate, "research.business_figure",
            [
                "regency_code", "district_code", "scale", "kbli_version", "sector_code", "status", "registered_on", "annual_sales", "workers",
                "gender",
            ],
            "exact counts are made from the businesses; the view shows neither which one a row is nor whose"),
        new(coordinate, "research.roll_up_figure",
            [
                "dimensions", "regency_code", "district_code", "scale", "kbli_version", "sector_code", "gender", "status",
                "registration_year", "businesses", "sales_known", "annual_sales", "workers_known", "workers",
            ],
            "groups are summed from kept ones; small ones are left out by the statement"),
        new(coordinate, "research.roll_up_time", ["as_of"], "when the kept groups were last brought up to date"),
    ];

    private static IEnumerable<WallException> Consent(string coordinate) =>
    [
        new(coordinate, "access.consent", ["id", "person_id", "organisation", "purpose", "fields", "valid_from", "valid_until"], Given),
        new(coordinate, "access.consent_withdrawal", ["consent_id"], Given),
    ];

    private static IEnumerable<WallException> Decisions(string coordinate) =>
    [
        new(coordinate, "credit.kur_businesses_by_nib(text[])", [], Inputs),
        new(coordinate, "credit.kur_businesses_by_nik(bytea[])", [], Inputs),
        new(coordinate, "credit.kur_loans(bigint[], bigint[])", [], Inputs),
        new(coordinate, "credit.kur_trainings(bigint[])", [], Inputs),
    ];

    private static IEnumerable<WallException> Laws(string coordinate) =>
    [
        new(coordinate, "credit.kur_regime", ["code", "regulation", "valid_from", "valid_to", "decides"], Law),
        new(coordinate, "credit.kur_rule", ["regime", "id", "position", "title", "article", "confidence"], Law),
        new(coordinate, "credit.kur_parameter", ["regime", "name", "value", "article"], Law),
        new(coordinate, "credit.kur_rate", ["regime", "kind", "sector_class", "akad_number", "rate", "article"], Law),
        new(coordinate, "credit.kur_rate_override", ["regime", "region_code", "akad_from", "akad_to", "year", "rate", "article"], Law),
        new(coordinate, "credit.kur_activity", ["kbli_version", "prefix", "activity", "reason"], Law),
        new(coordinate, "credit.kur_setting", ["name", "value", "reason", "set_by", "since"], Law),
    ];
}
