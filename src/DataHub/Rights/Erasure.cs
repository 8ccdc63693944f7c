using DataHub.Feeds.Loading;
using Npgsql;

namespace DataHub.Rights;

/// <summary>What of a person's data is erased, and the erasing, in the connection's transaction.</summary>
internal sealed class Erasure(NpgsqlConnection connection, long person)
{
    // Licences in force and loans that are kept need the person; nothing else does.
    private const string IsNeeded =
        """
        select exists (select from registry.business b where b.owner_id = $1 and coalesce(b.status, 'AKTIF') = 'AKTIF')
        """;

    private const string CountsOfIdentity =
        "select 1 + (select count(*) from registry.business b where b.owner_id = $1)::int from registry.person p where p.id = $1";

    private sealed record Rule(string Name, string[] Tables, string OnErasure, string Ground, bool Held);

    /// <summary>False when a load is publishing: rows that it brings could miss the erasure.</summary>
    public async Task<bool> LockAsync(CancellationToken cancellation) =>
        await ScalarAsync("select pg_try_advisory_xact_lock($1)", Publisher.PublishLock, cancellation) is true;

    /// <summary>What an erasure would take and leave, now.</summary>
    public async Task<IReadOnlyList<ErasureItem>> PlanAsync(CancellationToken cancellation)
    {
        var rules = await RulesAsync(cancellation);
        var items = new List<ErasureItem>();
        foreach (var kind in ErasurePart.All.GroupBy(part => part.Kind))
        {
            var rows = 0;
            foreach (var part in kind) rows += await CountAsync(part, cancellation);
            var rule = rules[kind.Key];
            var action = rule.Held ? "KEEP" : rule.OnErasure == "ANONYMISE" && kind.Any(part => part.Anonymise is null) ? "ERASE" : rule.OnErasure;
            items.Add(new(rule.Name, rule.Tables, rows, action, rule.Ground, rule.Held));
        }
        items.Add(await IdentityAsync(rules["licence"], items, cancellation));
        return items;
    }

    /// <summary>Erases by the plan, and notes the records so that the same ones are not taken again.</summary>
    public async Task<IReadOnlyList<ErasureItem>> CarryOutAsync(long request, CancellationToken cancellation)
    {
        var items = await PlanAsync(cancellation);
        var actions = items.ToDictionary(item => item.Name, item => item.Action, StringComparer.Ordinal);
        await TellAsync(cancellation);
        foreach (var part in ErasurePart.All.Where(part => actions[part.Kind] != "KEEP"))
        {
            await ForgetAsync(part.Feed, $"select x.{part.Key} from {part.Table} x where {part.IsTheirs}", request, cancellation);
            var sql = actions[part.Kind] == "ANONYMISE"
                ? $"update {part.Table} x set {part.Anonymise} where {part.IsTheirs}"
                : $"delete from {part.Table} x where {part.IsTheirs}";
            await ExecuteAsync(sql, [person], cancellation);
        }
        if (actions["licence"] != "KEEP") await AnonymiseIdentityAsync(request, cancellation);
        return items;
    }

    private async Task<ErasureItem> IdentityAsync(Rule rule, List<ErasureItem> others, CancellationToken cancellation)
    {
        var rows = await ScalarAsync(CountsOfIdentity, person, cancellation) as int? ?? 0;
        var isNeeded = await ScalarAsync(IsNeeded, person, cancellation) is true
            || others.Any(item => item is { Name: "loans", Action: "KEEP", Rows: > 0 });
        var action = rule.Held || isNeeded || rule.OnErasure == "KEEP" ? "KEEP" : "ANONYMISE";
        return new(rule.Name, rule.Tables, rows, action, rule.Ground, rule.Held);
    }

    private async Task AnonymiseIdentityAsync(long request, CancellationToken cancellation)
    {
        // A record that the model put beside theirs may be another person's.
        const string OfBusinesses = "select l.source_key from linkage.link l join registry.business b on b.id = l.business_id "
            + "where b.owner_id = $1 and l.closed_at is null and coalesce(l.person_id, $1) = $1";
        foreach (var feed in new[] { "OSS", "SIDT" })
            await ForgetAsync(feed, $"{OfBusinesses} and l.feed = '{feed}'", request, cancellation);
        string[] statements =
        [
            "delete from registry.annual_figure f using registry.business b where b.owner_id = $1 and f.business_id = b.id",
            "delete from registry.licence l using registry.business b where b.owner_id = $1 and l.business_id = b.id",
            "delete from linkage.pin p using registry.business b where b.owner_id = $1 and p.business_id = b.id",
            """
            update registry.business set nib = null, name = null, address = null, phone = null, email = null, capital = null,
              annual_sales = null, annual_sales_year = null, workers = null, owner_id = null, updated_at = now()
            where owner_id = $1
            """,
            "update registry.person set nik_hash = null, nik_cipher = null, name = null, gender = null where id = $1",
        ];
        await WithholdAsync(cancellation);
        foreach (var statement in statements) await ExecuteAsync(statement, [person], cancellation);
    }

    /// <summary>Records that are kept by another duty (certificates) stay where they are, and make nobody's identity anew.</summary>
    private Task WithholdAsync(CancellationToken cancellation) => ExecuteAsync(
        """
        insert into linkage.withheld (feed, source_key)
        select l.feed, l.source_key from linkage.link l
        where l.closed_at is null and coalesce(l.person_id = $1, l.business_id in (select b.id from registry.business b where b.owner_id = $1))
        on conflict do nothing
        """, [person], cancellation);

    /// <summary>Takes out the records that a query names, in every form they had, with what was concluded from them.</summary>
    private async Task ForgetAsync(string feed, string keys, long request, CancellationToken cancellation)
    {
        await ExecuteAsync(
            $"insert into rights.erased_record (feed, source_key, request_id) select $2, k.*, $3 from ({keys}) k on conflict do nothing",
            [person, feed, request], cancellation);
        string[] statements =
        [
            // What stood beside an erased record is looked at again by the next pass.
            """
            insert into linkage.pending (feed, source_key)
            select distinct mate.feed, mate.source_key
            from rights.erased_record e
            join linkage.link l on l.feed = e.feed and l.source_key = e.source_key and l.closed_at is null
            join linkage.link mate on mate.closed_at is null and (mate.business_id = l.business_id or mate.person_id = l.person_id)
            where e.request_id = $1 and mate.feed = any ('{OSS,SIKP,PELATIHAN,MARKETPLACE,SERTIFIKAT}')
            on conflict do nothing
            """,
            "delete from linkage.pending p using rights.erased_record e where p.feed = e.feed and p.source_key = e.source_key and e.request_id = $1",
            "delete from linkage.judgement j using rights.erased_record e where ((j.feed_a, j.key_a) = (e.feed, e.source_key) or (j.feed_b, j.key_b) = (e.feed, e.source_key)) and e.request_id = $1",
            "delete from linkage.review_pair v using rights.erased_record e where ((v.feed_a, v.key_a) = (e.feed, e.source_key) or (v.feed_b, v.key_b) = (e.feed, e.source_key)) and e.request_id = $1",
            "delete from registry.oss_record o using rights.erased_record e where e.feed = 'OSS' and o.source_key = e.source_key and e.request_id = $1",
            "delete from linkage.evidence v using linkage.link l, rights.erased_record e where v.link_id = l.id and l.feed = e.feed and l.source_key = e.source_key and e.request_id = $1",
            "delete from linkage.link l using rights.erased_record e where l.feed = e.feed and l.source_key = e.source_key and e.request_id = $1",
            "delete from linkage.block b using feeds.source_record r, rights.erased_record e where b.record_id = r.id and r.feed = e.feed and r.source_key = e.source_key and e.request_id = $1",
            "delete from linkage.record_key k using rights.erased_record e where k.feed = e.feed and k.source_key = e.source_key and e.request_id = $1",
            "delete from feeds.source_record r using rights.erased_record e where r.feed = e.feed and r.source_key = e.source_key and e.request_id = $1",
        ];
        foreach (var statement in statements) await ExecuteAsync(statement, [request], cancellation);
    }

    /// <summary>Subscribers hear that the businesses changed, and read what is left.</summary>
    private Task TellAsync(CancellationToken cancellation) => ExecuteAsync(
        """
        insert into changes.outbox (kind, business_id, attributes)
        select 'BUSINESS_CHANGED', b.id, array['shops', 'products', 'exhibitions', 'trainings', 'owner']
        from registry.business b where b.owner_id = $1 and changes.is_awaited()
        """, [person], cancellation);

    private async Task<Dictionary<string, Rule>> RulesAsync(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select name, tables, on_erasure, ground, rights.is_held(name, $1, null) or exists (
              select from rights.legal_hold h join registry.business b on b.id = h.business_id where b.owner_id = $1 and h.lifted_at is null)
            from rights.retention
            """, connection);
        command.Parameters.Add(new() { Value = person });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rules = new Dictionary<string, Rule>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
        {
            rules.Add(reader.GetString(0), new(
                reader.GetString(0), reader.GetFieldValue<string[]>(1), reader.GetString(2), reader.GetString(3), reader.GetBoolean(4)));
        }
        return rules;
    }

    private async Task<int> CountAsync(ErasurePart part, CancellationToken cancellation) =>
        (int)(await ScalarAsync($"select count(*)::int from {part.Table} x where {part.IsTheirs}", person, cancellation))!;

    private async Task<object?> ScalarAsync(string sql, long value, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = value } } };
        return await command.ExecuteScalarAsync(cancellation);
    }

    private async Task ExecuteAsync(string sql, object[] values, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
