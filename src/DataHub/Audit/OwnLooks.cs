using DataHub.Consent;
using DataHub.Planning;
using Npgsql;

namespace DataHub.Audit;

/// <summary>A look at a person's data, as that person is told of it.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Name of the organisation, or the client where it has none.</param>
/// <param name="Purpose">What for; null for a change that the hub made by itself.</param>
/// <param name="CaseNumber">Number of the organisation's own file; null when it gave none.</param>
/// <param name="Sentence">The same in a sentence, in Indonesian.</param>
public sealed record OwnLook(DateTimeOffset At, string Who, string? Purpose, string? CaseNumber, string Sentence);

/// <summary>Which entries of the ledger a person is told of.</summary>
internal static class OwnLooks
{
    private static readonly Identifier Row = new("e");

    /// <summary>
    /// What is about a person's business is about the person, and so is what was entered of them under a number that has since turned out to be
    /// theirs. What the law keeps secret for a time is told when that is over.
    /// </summary>
    public static Fragment Rule(Identifier row, SqlValue person)
    {
        var self = Fragment.Of($"array(select {person}::bigint union all select r.person_id from registry.person_redirect r where r.survivor_id = {person})");
        var own = Fragment.Of($"array(select b.id from registry.business b where b.owner_id = {person})");
        return Fragment.Of(
            $"""
            (audit.marks({row}.persons) && audit.sought({self}) and {row}.persons && {self}
            or audit.marks({row}.businesses) && audit.sought({own}) and {row}.businesses && {own})
            and {row}.kind <> 'PART' and {row}.outcome <> 'REFUSED'
            and not exists (select from audit.secrecy s where s.organisation = {row}.organisation and (s.purpose is null or s.purpose = {row}.purpose)
            and (s.case_number is null or s.case_number = {row}.case_number) and {row}.at + s.notify_after > now())
            """);
    }

    /// <summary>The newest looks at a person's data, at most so many.</summary>
    public static async Task<IReadOnlyList<OwnLook>> ReadAsync(
        NpgsqlConnection connection, long person, ConsentTerms terms, int most, CancellationToken cancellation)
    {
        var consents = await OwnConsents.ReadAsync(connection, person, terms, cancellation);
        var rule = Rule(Row, SqlValue.Long(person));
        var statement = Fragment.Of(
            $"select e.at, coalesce(l.name, e.organisation, e.client), e.kind, e.purpose, e.case_number, e.outcome, e.fields, e.organisation from audit.entry e left join credit.lender l on l.code = e.organisation where {rule} order by e.at desc, e.id desc limit {SqlValue.Long(most)}").ToStatement();
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { statement.ToCommand() } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var looks = new List<OwnLook>();
        while (await reader.ReadAsync(cancellation))
        {
            var purpose = reader.IsDBNull(3) ? null : reader.GetString(3);
            var told = consents.Told(
                reader.GetFieldValue<string[]>(6), reader.GetDateTime(0), reader.IsDBNull(7) ? null : reader.GetString(7), purpose);
            var sentence = AccessSentence.Of(reader.GetString(1), reader.GetString(2), purpose, reader.GetString(5), told);
            var number = reader.IsDBNull(4) ? null : reader.GetString(4);
            looks.Add(new OwnLook(reader.GetFieldValue<DateTimeOffset>(0), reader.GetString(1), purpose, number, sentence));
        }
        return looks;
    }
}
