using System.Text.Json;
using System.Text.Json.Nodes;
using DataHub.Audit;
using DataHub.Consent;
using DataHub.Shared;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Rights;

/// <summary>
/// Everything the hub holds about a person as one JSON document (docs/rights.md has its form). What is only probably theirs is left out:
/// it may be another person's.
/// </summary>
internal sealed class DataCopy(NpgsqlDataSource database, Protector protector, TimeProvider time, ConsentTerms terms)
{
    /// <summary>Name and edition of the form.</summary>
    public const string Form = "datahub-data-copy/1";

    // A person has a handful of records; the bound keeps an error in linking from filling an answer.
    private const int MostRecords = 1000;

    // The newest; the rest is in me { accessLog }, a page at a time.
    private const int MostLooks = 1000;

    private const string Facts =
        """
        select jsonb_build_object(
          'person', (select to_jsonb(p) - 'nik_hash' - 'nik_cipher' - 'id' from registry.person p where p.id = $1),
          'businesses', coalesce((select jsonb_agg((to_jsonb(b) - 'id' - 'owner_id') || jsonb_build_object(
            'licences', (select coalesce(jsonb_agg(to_jsonb(l) - 'business_id' order by l.nib), '[]') from registry.licence l where l.business_id = b.id),
            'certificates', (select coalesce(jsonb_agg(to_jsonb(c) - 'id' - 'business_id' order by c.id), '[]') from market.certificate c where c.business_id = b.id),
            'products', (select coalesce(jsonb_agg(to_jsonb(x) - 'id' - 'business_id' order by x.id), '[]') from market.product x where x.business_id = b.id),
            'shops', (select coalesce(jsonb_agg(to_jsonb(s) - 'id' - 'business_id' - 'quoted_nib' order by s.id), '[]') from market.shop s where s.business_id = b.id and s.certainty = 'CERTAIN'),
            'exhibitions', (select coalesce(jsonb_agg(to_jsonb(e) - 'id' - 'business_id' order by e.id), '[]') from market.exhibition_participation e where e.business_id = b.id),
            'procurementContracts', (select coalesce(jsonb_agg(to_jsonb(c) - 'id' - 'business_id' order by c.id), '[]') from market.procurement_contract c where c.business_id = b.id),
            'partnerships', (select coalesce(jsonb_agg(to_jsonb(x) - 'id' - 'business_id' order by x.id), '[]') from market.partnership x where x.business_id = b.id),
            'annualFigures', (select coalesce(jsonb_agg(to_jsonb(f) - 'business_id' order by f.year), '[]') from registry.annual_figure f where f.business_id = b.id)
          ) order by b.id) from registry.business b where b.owner_id = $1), '[]'),
          'loans', coalesce((select jsonb_agg(to_jsonb(l) - 'id' - 'business_id' - 'person_id' - 'quoted_nib' order by l.id) from credit.loan l where l.person_id = $1 and l.certainty = 'CERTAIN'), '[]'),
          'trainings', coalesce((select jsonb_agg(to_jsonb(t) - 'id' - 'business_id' - 'person_id' - 'programme_id'
              || jsonb_build_object('programme', (select g.name from training.programme g where g.id = t.programme_id)) order by t.id)
            from training.participation t
            where t.person_id = $1 and not exists (
              select from linkage.link k where k.feed = 'PELATIHAN' and k.source_key = t.source_key and k.closed_at is null and coalesce(k.person_certainty, k.certainty) <> 'CERTAIN')), '[]'),
          'consents', coalesce((select jsonb_agg((to_jsonb(c) - 'id' - 'person_id' - 'entered_by') || jsonb_build_object('withdrawn_at', w.withdrawn_at) order by c.id)
            from access.consent c left join access.consent_withdrawal w on w.consent_id = c.id
            where c.person_id = $1 or c.person_id in (select x.person_id from registry.person_redirect x where x.survivor_id = $1)), '[]')
        )::text, (select p.nik_cipher from registry.person p where p.id = $1)
        """;

    private const string Records =
        """
        select r.feed, r.source_key, r.source_date, r.received_at, l.rule, r.payload
        from linkage.link l join feeds.source_record r on r.feed = l.feed and r.source_key = l.source_key
        where l.closed_at is null and coalesce(l.person_certainty, l.certainty) = 'CERTAIN'
          and (l.person_id = $1 or (l.person_id is null and l.certainty = 'CERTAIN' and l.business_id in (select b.id from registry.business b where b.owner_id = $1)))
        order by r.received_at, r.id limit $2
        """;

    private const string Requests =
        "select kind, status, received_at, due_at, attribute, wish_cipher, evidence_cipher, closed_at, outcome_cipher, refusal_article "
        + "from rights.request where person_id = $1 order by id";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document; null when the hub does not know the person.</summary>
    public async Task<string?> WriteAsync(long person, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        if (await FactsAsync(connection, person, cancellation) is not { } facts) return null;
        var copy = new JsonObject { ["form"] = Form, ["madeAt"] = Text(time.GetUtcNow()) };
        foreach (var (name, value) in facts.ToList())
        {
            facts.Remove(name);
            copy[name] = value;
        }
        copy["records"] = await RecordsAsync(connection, person, cancellation);
        copy["requests"] = await RequestsAsync(connection, person, cancellation);
        copy["looks"] = Looks(await OwnLooks.ReadAsync(connection, person, terms, MostLooks, cancellation));
        return copy.ToJsonString(Json);
    }

    private async Task<JsonObject?> FactsAsync(NpgsqlConnection connection, long person, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Facts, connection) { Parameters = { new() { Value = person } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var facts = JsonNode.Parse(reader.GetString(0))!.AsObject();
        if (facts["person"] is not JsonObject known) return null;
        known["nik"] = reader.IsDBNull(1) ? null : protector.DecryptText(reader.GetFieldValue<byte[]>(1));
        return facts;
    }

    private async Task<JsonArray> RecordsAsync(NpgsqlConnection connection, long person, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Records, connection)
        {
            Parameters = { new() { Value = person }, new() { Value = MostRecords } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var records = new JsonArray();
        while (await reader.ReadAsync(cancellation))
        {
            records.Add(new JsonObject
            {
                ["feed"] = reader.GetString(0),
                ["key"] = reader.GetString(1),
                ["sourceDate"] = reader.IsDBNull(2) ? null : reader.GetFieldValue<DateOnly>(2).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                ["receivedAt"] = Text(reader.GetFieldValue<DateTimeOffset>(3)),
                ["joinedBy"] = reader.GetString(4),
                ["values"] = JsonNode.Parse(protector.Decrypt(reader.GetFieldValue<byte[]>(5))),
            });
        }
        return records;
    }

    private async Task<JsonArray> RequestsAsync(NpgsqlConnection connection, long person, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Requests, connection) { Parameters = { new() { Value = person } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var requests = new JsonArray();
        while (await reader.ReadAsync(cancellation))
        {
            string? Plain(int column) => reader.IsDBNull(column) ? null : protector.DecryptText(reader.GetFieldValue<byte[]>(column));
            requests.Add(new JsonObject
            {
                ["kind"] = reader.GetString(0),
                ["status"] = reader.GetString(1),
                ["receivedAt"] = Text(reader.GetFieldValue<DateTimeOffset>(2)),
                ["dueAt"] = Text(reader.GetFieldValue<DateTimeOffset>(3)),
                ["attribute"] = reader.IsDBNull(4) ? null : reader.GetString(4),
                ["wish"] = Plain(5),
                ["evidence"] = Plain(6),
                ["closedAt"] = reader.IsDBNull(7) ? null : Text(reader.GetFieldValue<DateTimeOffset>(7)),
                ["outcome"] = Plain(8),
                ["refusalArticle"] = reader.IsDBNull(9) ? null : reader.GetString(9),
            });
        }
        return requests;
    }

    private static JsonArray Looks(IReadOnlyList<OwnLook> looks) =>
    [
        .. looks.Select(look => new JsonObject
        {
            ["at"] = Text(look.At),
            ["who"] = look.Who,
            ["purpose"] = look.Purpose,
            ["caseNumber"] = look.CaseNumber,
            ["sentence"] = look.Sentence,
        }),
    ];

    private static string Text(DateTimeOffset time) =>
        time.ToOffset(Wib.Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
}
