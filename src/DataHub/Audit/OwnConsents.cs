using System.Runtime.CompilerServices;
using DataHub.Consent;
using DataHub.Planning;
using Npgsql;

namespace DataHub.Audit;

/// <summary>
/// What a person has ever consented to: it tells which fields of a look were withheld from whoever looked. A look is entered after its rows
/// were read, and consent that ended in between did hold.
/// </summary>
internal sealed class OwnConsents
{
    // Longer than a request may take, and an answer that is streamed until its next entry.
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(30);

    private static readonly ConditionalWeakTable<HubRequest, OwnConsents> OfRequests = [];

    private readonly ConsentTerms terms;
    private readonly List<Given> given = [];

    private OwnConsents(ConsentTerms terms) => this.terms = terms;

    private sealed record Given(string Organisation, string Purpose, string[] Fields, DateTime From, DateTime Until);

    /// <summary>Those of a person, also under numbers that turned out to be theirs.</summary>
    public static async Task<OwnConsents> ReadAsync(NpgsqlConnection connection, long person, ConsentTerms terms, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select c.organisation, c.purpose, c.fields, c.valid_from, least(c.valid_until, w.withdrawn_at)
            from access.consent c left join access.consent_withdrawal w on w.consent_id = c.id
            where c.person_id = $1 or c.person_id in (select r.person_id from registry.person_redirect r where r.survivor_id = $1)
            """, connection)
        { Parameters = { new() { Value = person } } };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var consents = new OwnConsents(terms);
        while (await row.ReadAsync(cancellation))
        {
            consents.given.Add(new(
                row.GetString(0), row.GetString(1), row.GetFieldValue<string[]>(2), row.GetDateTime(3), row.GetDateTime(4)));
        }
        return consents;
    }

    /// <summary>Keeps them for what else is made of the request's answer.</summary>
    public void KeepFor(HubRequest request) => OfRequests.AddOrUpdate(request, this);

    /// <summary>Those that were kept for the request.</summary>
    public static OwnConsents Of(HubRequest request) => OfRequests.TryGetValue(request, out var kept)
        ? kept : throw new InvalidOperationException("The consents of an access log are read before it.");

    /// <summary>What an entry tells of.</summary>
    /// <param name="fields">Its coordinates.</param>
    /// <param name="at">When it was entered, UTC.</param>
    /// <param name="organisation">Whose it is; null: of none, which nobody consents to.</param>
    /// <param name="purpose">What for; null: nothing was asked.</param>
    public LookedAt Told(IReadOnlyList<string> fields, DateTime at, string? organisation, string? purpose) => LookedAt.Of(
        fields, purpose is null ? [] : [.. fields.Where(field => terms.Knows(field, purpose) && !Held(field, at, organisation, purpose))]);

    private bool Held(string field, DateTime at, string? organisation, string purpose) => given.Exists(one =>
        one.Organisation == organisation && one.Purpose == purpose && one.Fields.Contains(field) && one.From <= at && one.Until > at - Reading);
}
