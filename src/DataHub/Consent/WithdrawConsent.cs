using DataHub.Access;
using DataHub.Shared;
using Npgsql;
using NpgsqlTypes;

namespace DataHub.Consent;

/// <summary>The consent as it stands now, or what was wrong.</summary>
public sealed record WithdrawConsentPayload(Consent? Consent, IReadOnlyList<MutationError> Errors);

/// <summary>Withdraws a consent: what was given stays, and holds no more.</summary>
internal sealed class WithdrawConsent(NpgsqlDataSource source, ConsentReader reader)
{
    // Where standbys are waited for, one that still showed the consent to a request after this was answered would be wrong.
    private const string WaitForStandbys = "set local synchronous_commit = remote_apply";

    // Two withdrawals at once wait for one another; whose consent it is not does not learn that there is one.
    private const string Lock = "select true from access.consent where id = $1 and ($2::bigint is null or person_id = $2) for no key update";

    private const string Insert = """
        insert into access.consent_withdrawal (consent_id, withdrawn_at, evidence_kind, evidence_reference, entered_by)
        values ($1, clock_timestamp(), $2, $3, $4)
        """;

    /// <summary>Withdraws in the name of the caller; with errors nothing is entered.</summary>
    /// <param name="id">The consent; null: it was no id of one.</param>
    /// <param name="evidence">What proves it.</param>
    /// <param name="caller">Who enters it; an owner withdraws their own alone.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<WithdrawConsentPayload> ExecuteAsync(long? id, Evidence evidence, Caller caller, CancellationToken cancellation)
    {
        if (evidence.Problem(caller) is { } problem) return new(null, [problem]);
        if (id is not { } consentId) return Unknown;
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (!await IsFoundAsync(connection, consentId, caller, cancellation)) return Unknown;
        var consent = await reader.ByIdAsync(connection, consentId, cancellation);
        if (consent.Status == ConsentStatus.Withdrawn) return Refused("CONSENT_WITHDRAWN", "It is withdrawn already.");
        if (consent.Status == ConsentStatus.Ended) return Refused("CONSENT_ENDED", "Its period is over: it holds no more.");
        await InsertAsync(connection, (consentId, evidence, caller), cancellation);
        consent = await reader.ByIdAsync(connection, consentId, cancellation);
        await transaction.CommitAsync(cancellation);
        return new(consent, []);
    }

    private static WithdrawConsentPayload Unknown => Refused("CONSENT_UNKNOWN", "There is no such consent.");

    private static WithdrawConsentPayload Refused(string code, string message) => new(null, [new(code, message, "consent")]);

    private static async Task<bool> IsFoundAsync(NpgsqlConnection connection, long id, Caller caller, CancellationToken cancellation)
    {
        await using (var wait = new NpgsqlCommand(WaitForStandbys, connection)) await wait.ExecuteNonQueryAsync(cancellation);
        // An owner without a person has no consents: no row has this one's number.
        object person = caller.Kind.Kind == ConsumerKind.Owner ? caller.PersonId ?? -1 : DBNull.Value;
        await using var find = new NpgsqlCommand(Lock, connection)
        {
            Parameters = { new() { Value = id }, new() { Value = person, NpgsqlDbType = NpgsqlDbType.Bigint } },
        };
        return await find.ExecuteScalarAsync(cancellation) is true;
    }

    private static async Task InsertAsync(
        NpgsqlConnection connection, (long Id, Evidence Evidence, Caller Caller) entry, CancellationToken cancellation)
    {
        await using var insert = new NpgsqlCommand(Insert, connection)
        {
            Parameters =
            {
                new() { Value = entry.Id }, new() { Value = entry.Evidence.Word },
                new() { Value = (object?)entry.Evidence.Reference ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = $"{entry.Caller.Client}/{entry.Caller.Subject}" },
            },
        };
        await insert.ExecuteNonQueryAsync(cancellation);
    }
}
