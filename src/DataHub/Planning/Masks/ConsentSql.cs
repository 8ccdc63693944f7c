using DataHub.GraphQL.Errors;

namespace DataHub.Planning;

/// <summary>The check of consent as part of the statement that reads the value, so that both are of one moment.</summary>
internal static class ConsentSql
{
    /// <summary>Code of the error at the path of a field that is null for want of consent.</summary>
    public const string Code = "CONSENT_REQUIRED";

    /// <summary>Name of the column that says whether there is consent. The space keeps it apart from any column's.</summary>
    public static string Given(ConsentField field) => $"consent {field.Name}";

    /// <summary>Name of the column that has the value.</summary>
    public static string Value(ConsentField field) => $"consented {field.Name}";

    /// <summary>Joins one row, whose <c>given</c> is true with consent and null without.</summary>
    public static Fragment Join(ConsentField field, Identifier row, Identifier consent) => Fragment.Of(
        $"left join lateral (select true as given where exists (select from access.consent c where {Holds(field, row)})) {consent} on true");

    // The clock, not the start of the transaction: a consent ends while a long answer is read.
    private static Fragment Holds(ConsentField field, Identifier row) => Fragment.Of(
        $"c.person_id = {row}.{new Identifier(field.PersonColumn)} and c.organisation = {SqlValue.OrganisationOfCaller} and c.purpose = {SqlValue.PurposeOfCaller} and {SqlValue.Text(field.Coordinate)} = any(c.fields) and c.valid_from <= clock_timestamp() and c.valid_until > clock_timestamp() and not exists (select from access.consent_withdrawal w where w.consent_id = c.id)");

    /// <summary>The error; it says the same whether there is a value or not.</summary>
    public static GraphQLError Required(ConsentField field) =>
        new($"The person concerned has given this organisation no consent to have \"{field.Coordinate}\" for this purpose.", Code);
}
