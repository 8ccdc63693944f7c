using DataHub.Access;

namespace DataHub.Database.Walls;

/// <summary>Which rows of a table a kind of consumers sees, where not all.</summary>
/// <param name="Table">The table, with its schema.</param>
/// <param name="Kind">Whose rows.</param>
/// <param name="Condition">What holds for them, over the table's columns.</param>
public sealed record WallPolicy(string Table, ConsumerKind Kind, string Condition);

/// <summary>
/// The tables with row-level security. Every role that may read such a table without being named here sees all of its rows, by a policy
/// that is the constant true: PostgreSQL drops that before it plans, so that it costs nothing and keeps no index from being used.
/// </summary>
public static class WallPolicies
{
    // In a sub-select it is asked for once a statement, not once a row. A setting that ended with an earlier transaction is an empty text.
    private const string Organisation = $"(select nullif(current_setting('{RowSetting.Organisation}', true), ''))";
    private const string Person = $"(select nullif(current_setting('{RowSetting.Person}', true), '')::bigint)";

    // An owner, and the numbers that have turned out to be the owner's.
    private const string Self = $"array(select {Person} union all select r.person_id from registry.person_redirect r where r.survivor_id = {Person})";

    // The table of businesses has a policy for owners itself, so these are an owner's own.
    private const string OfOwnBusiness = "exists (select from registry.business b where b.id = business_id)";

    private const string OwnBusinesses = "array(select b.id from registry.business b)";

    /// <summary>The policies. Owners search no table by text: what a policy costs there is paid by nobody else.</summary>
    public static IReadOnlyList<WallPolicy> All { get; } =
    [
        new("credit.loan", ConsumerKind.Bank, $"lender_code = {Organisation}"),
        new("credit.loan", ConsumerKind.Owner, $"person_id = {Person} and certainty = 'CERTAIN'"),
        new("access.consent", ConsumerKind.Bank, $"organisation = {Organisation}"),
        new("access.consent", ConsumerKind.Partner, $"organisation = {Organisation}"),
        new("access.consent", ConsumerKind.Dashboard, $"organisation = {Organisation}"),
        new("audit.entry", ConsumerKind.Owner, $"{IsAbout("persons", Self)} or {IsAbout("businesses", OwnBusinesses)}"),
        new("rights.request", ConsumerKind.Owner, $"person_id = {Person}"),
        new("registry.business", ConsumerKind.Owner, $"owner_id = {Person}"),
        new("registry.person", ConsumerKind.Owner, $"id = {Person}"),
        new("registry.licence", ConsumerKind.Owner, OfOwnBusiness),
        new("training.participation", ConsumerKind.Owner, $"person_id = {Person}"),
        new("market.certificate", ConsumerKind.Owner, OfOwnBusiness),
        new("market.product", ConsumerKind.Owner, OfOwnBusiness),
        new("market.shop", ConsumerKind.Owner, OfOwnBusiness),
        new("market.exhibition_participation", ConsumerKind.Owner, OfOwnBusiness),
        new("market.procurement_contract", ConsumerKind.Owner, OfOwnBusiness),
        new("market.partnership", ConsumerKind.Owner, OfOwnBusiness),
        new("market.listing", ConsumerKind.Owner, "exists (select from market.product p where p.id = product_id)"),
    ];

    // The first half is what the index finds, see audit.marks.
    private static string IsAbout(string column, string ids) => $"audit.marks({column}) && audit.sought({ids}) and {column} && {ids}";

    /// <summary>Tables with row-level security.</summary>
    public static IReadOnlyList<string> Tables { get; } = [.. All.Select(policy => policy.Table).Distinct().Order(StringComparer.Ordinal)];
}
