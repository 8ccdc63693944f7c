using DataHub.Access;
using DataHub.Shared;
using Npgsql;
using NpgsqlTypes;

namespace DataHub.Consent;

/// <summary>A consent to be given.</summary>
/// <param name="Person">Whose; null: nobody was named.</param>
/// <param name="Organisation">The recipient.</param>
/// <param name="Purpose">As the contract's enum names it.</param>
/// <param name="Fields">Schema coordinates.</param>
/// <param name="ValidFrom">UTC; null: now.</param>
/// <param name="ValidUntil">UTC.</param>
/// <param name="Evidence">What proves it.</param>
/// <param name="NoticeVersion">Edition of the notice.</param>
public sealed record GiveConsentInput(
    long? Person, string Organisation, string Purpose, IReadOnlyList<string> Fields, DateTime? ValidFrom, DateTime ValidUntil, Evidence Evidence,
    string NoticeVersion);

/// <summary>The consent as entered, or what was wrong.</summary>
public sealed record GiveConsentPayload(Consent? Consent, IReadOnlyList<MutationError> Errors);

/// <summary>Enters a consent. One that overlaps another for the same recipient and purpose is refused: a withdrawal would leave the other.</summary>
internal sealed class GiveConsent(NpgsqlDataSource source, ConsentTerms terms, ConsentReader reader, TimeProvider time)
{
    private const int LongestOrganisation = 100;
    private const int LongestNotice = 50;
    private const int MostFields = 100;
    private const int MostYears = 5;
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    // Two consents of one person at once wait for one another.
    private const string Lock = "select true from registry.person where id = $1 for no key update";

    // A hub that keeps no partners takes callers as their tokens name them, and recipients likewise.
    private const string IsRecipient = "select exists (select from access.partner where code = $1) or not exists (select from access.partner)";

    private const string Overlaps = """
        select exists (select from access.consent c where c.person_id = $1 and c.organisation = $2 and c.purpose = $3
          and c.valid_from < $5 and c.valid_until > coalesce($4, clock_timestamp())
          and not exists (select from access.consent_withdrawal w where w.consent_id = c.id))
        """;

    // The database's clock, by which consents are checked: what is given now holds now.
    private const string Insert = """
        insert into access.consent (person_id, organisation, purpose, fields, valid_from, valid_until, evidence_kind, evidence_reference,
          notice_version, given_at, entered_by)
        values ($1, $2, $3, $6, coalesce($4, clock_timestamp()), $5, $7, $8, $9, clock_timestamp(), $10) returning id
        """;

    /// <summary>Enters it in the name of the caller; with errors nothing is entered.</summary>
    public async Task<GiveConsentPayload> ExecuteAsync(GiveConsentInput input, Caller caller, CancellationToken cancellation)
    {
        var errors = Check(input, caller);
        if (errors.Count > 0) return new GiveConsentPayload(null, errors);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (!await AskAsync(connection, Lock, [new() { Value = input.Person!.Value }], cancellation))
            return Refused("PERSON_UNKNOWN", "The hub knows no such person.", "person");
        if (!await AskAsync(connection, IsRecipient, [new() { Value = input.Organisation }], cancellation))
            return Refused("UNKNOWN_ORGANISATION", "No partner of the hub has this code.", "organisation");
        if (await AskAsync(connection, Overlaps, Terms(input), cancellation))
            return Refused("CONSENT_EXISTS", "A consent for this organisation and purpose holds in that period; withdraw it first.", null);
        await using var insert = new NpgsqlCommand(Insert, connection);
        foreach (var parameter in (NpgsqlParameter[])[.. Terms(input), .. Proof(input, caller)]) insert.Parameters.Add(parameter);
        var id = (long)(await insert.ExecuteScalarAsync(cancellation))!;
        var consent = await reader.ByIdAsync(connection, id, cancellation);
        await transaction.CommitAsync(cancellation);
        return new GiveConsentPayload(consent, []);
    }

    private List<MutationError> Check(GiveConsentInput input, Caller caller)
    {
        var errors = new List<MutationError>();
        if (input.Person is null) errors.Add(new("PERSON_REQUIRED", "It must be said who consents.", "person"));
        else if (caller.Kind.Kind == ConsumerKind.Owner && input.Person != caller.PersonId)
            errors.Add(new("PERSON_UNKNOWN", "The hub knows no such person.", "person"));
        if (!IsText(input.Organisation, LongestOrganisation))
            errors.Add(new("ORGANISATION_INVALID", $"An organisation is 1 to {LongestOrganisation} printable ASCII characters without spaces.", "organisation"));
        CheckFields(input, errors);
        if (!IsPeriod(input)) errors.Add(new("PERIOD_INVALID", $"The period begins now or later, ends after that, and lasts at most {MostYears} years.", "validUntil"));
        if (input.Evidence.Problem(caller) is { } problem) errors.Add(problem);
        if (!IsText(input.NoticeVersion, LongestNotice))
            errors.Add(new("NOTICE_REQUIRED", $"The edition of the notice is 1 to {LongestNotice} printable ASCII characters without spaces.", "noticeVersion"));
        return errors;
    }

    private void CheckFields(GiveConsentInput input, List<MutationError> errors)
    {
        if (!terms.Knows(input.Purpose)) errors.Add(new("PURPOSE_WITHOUT_CONSENT", "Nothing takes consent for this purpose.", "purpose"));
        else if (input.Fields.Count is 0 or > MostFields) errors.Add(new("FIELD_UNKNOWN", $"1 to {MostFields} fields.", "fields"));
        else if (input.Fields.Any(field => !terms.Knows(field, input.Purpose)))
            errors.Add(new("FIELD_UNKNOWN", "A field takes no consent for this purpose, or there is no such field.", "fields"));
    }

    private bool IsPeriod(GiveConsentInput input)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var from = input.ValidFrom ?? now;
        return from >= now - Slack && input.ValidUntil > from && input.ValidUntil <= from.AddYears(MostYears);
    }

    private static bool IsText(string text, int longest) => text.Length > 0 && text.Length <= longest && text.All(c => c is > ' ' and <= '~');

    private static GiveConsentPayload Refused(string code, string message, string? field) => new(null, [new(code, message, field)]);

    private static NpgsqlParameter[] Terms(GiveConsentInput input) =>
    [
        new() { Value = input.Person!.Value },
        new() { Value = input.Organisation },
        new() { Value = input.Purpose },
        new() { Value = (object?)input.ValidFrom ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz },
        new() { Value = input.ValidUntil, NpgsqlDbType = NpgsqlDbType.TimestampTz },
    ];

    private static NpgsqlParameter[] Proof(GiveConsentInput input, Caller caller) =>
    [
        new() { Value = input.Fields.Distinct(StringComparer.Ordinal).ToArray() },
        new() { Value = input.Evidence.Word },
        new() { Value = (object?)input.Evidence.Reference ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
        new() { Value = input.NoticeVersion },
        new() { Value = $"{caller.Client}/{caller.Subject}" },
    ];

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }
}
