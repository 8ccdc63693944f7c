using System.Buffers.Binary;
using DataHub.Linkage.Model;
using Npgsql;
using NpgsqlTypes;

namespace DataHub.Linkage.Store;

/// <summary>A person as the registry has them.</summary>
/// <param name="NikHash">See <see cref="PassReader.KeyOf"/>; null: no NIK.</param>
/// <param name="Name">Name.</param>
/// <param name="Gender">Gender, null: not known.</param>
internal readonly record struct PersonRow(UInt128? NikHash, string? Name, string? Gender);

/// <summary>A judgement in force.</summary>
internal sealed record JudgementRow(LinkSubject Subject, RecordName A, RecordName B, bool AreSame, string By, string Reason);

/// <summary>Reads what a pass works on, in the pass's transaction.</summary>
internal sealed class PassReader(NpgsqlConnection connection, RecordOpener opener)
{
    private const int BatchRows = 4096;

    /// <summary>Writes down which records are compared: some, and all that stand in one business or person with them.</summary>
    public async Task ChooseAsync(IReadOnlyList<RecordName> names, CancellationToken cancel)
    {
        await using var command = Choose("select n.feed, n.source_key from unnest($2::text[], $3::text[]) n (feed, source_key)");
        command.Parameters.AddWithValue(names.Select(name => name.Feed).ToArray());
        command.Parameters.AddWithValue(names.Select(name => name.SourceKey).ToArray());
        await command.ExecuteNonQueryAsync(cancel);
    }

    // With an offset PostgreSQL looks up one after the other, whatever it takes the number of those that are chosen to be: from a table that is
    // filled and emptied again and again it soon expects so many that it would read all records.
    private const string OfChosen =
        """
        chosen c cross join lateral (
          select s.id, s.feed, s.source_key, s.payload, s.source_date, s.is_current from feeds.source_record s
          where s.feed = c.feed and s.source_key = c.source_key and s.is_current offset 0) r
        """;

    /// <summary>The current records, in the order of (feed, key).</summary>
    public async Task<List<PassRecord>> RecordsAsync(bool all, IProgress<int>? progress, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select r.id, r.feed, r.source_key, r.payload, r.source_date, l.source_record_id, l.business_id, l.person_id, l.cluster_record_id,
              l.person_cluster_record_id, l.rule, l.certainty = 'CERTAIN', coalesce(l.person_certainty, l.certainty) = 'CERTAIN',
              p.feed is not null
            from {(all ? "feeds.source_record r" : OfChosen)}
            left join linkage.link l on l.feed = r.feed and l.source_key = r.source_key and l.closed_at is null
            left join linkage.pending p on p.feed = r.feed and p.source_key = r.source_key
            where r.is_current and r.feed = any ($1)
              and not exists (select from linkage.withheld w where w.feed = r.feed and w.source_key = r.source_key)
            """, connection)
        { CommandTimeout = 0 };
        command.Parameters.AddWithValue(FeedNames.All.ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var records = new List<PassRecord>();
        var batch = new List<SealedRecord>(BatchRows);
        while (await rows.ReadAsync(cancel))
        {
            batch.Add(Read(rows));
            if (batch.Count < BatchRows) continue;
            Open(batch, records);
            progress?.Report(records.Count);
        }
        Open(batch, records);
        records.Sort(InOrder);
        return records;
    }

    /// <summary>
    /// Adds what is told of the persons who have one of some NIKs, and of whoever stands with them. False: nothing was added.
    /// </summary>
    public async Task<bool> ChooseOwnersAsync(IReadOnlyCollection<byte[]> nikHashes, CancellationToken cancel)
    {
        // What was chosen before has all that stands with it.
        await using var command = Choose(
            """
            select l.feed, l.source_key
            from registry.person p join linkage.link l on l.person_id = p.id and l.closed_at is null
            where p.nik_hash = any ($2) and l.feed = any ($1)
              and not exists (select from chosen c where c.feed = l.feed and c.source_key = l.source_key)
            """);
        command.Parameters.AddWithValue(nikHashes.ToArray());
        return await command.ExecuteNonQueryAsync(cancel) > 0;
    }

    /// <summary>Judgements in force, of all records or of the chosen ones; those that wait for a second person are not.</summary>
    public async Task<List<JudgementRow>> JudgementsAsync(bool all, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select subject, feed_a, key_a, feed_b, key_b, verdict = 'SAME', judged_by, reason
            from linkage.judgement j
            {(all ? "" : "join chosen c on c.feed = j.feed_b and c.source_key = j.key_b")}
            where withdrawn_at is null and verdict in ('SAME', 'DIFFERENT') and (not needs_second or second_at is not null)
            order by id
            """, connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var judgements = new List<JudgementRow>();
        while (await rows.ReadAsync(cancel))
        {
            judgements.Add(new JudgementRow(
                rows.GetString(0) == "PERSON" ? LinkSubject.Person : LinkSubject.Business, new(rows.GetString(1), rows.GetString(2)),
                new(rows.GetString(3), rows.GetString(4)), rows.GetBoolean(5), rows.GetString(6), rows.GetString(7)));
        }
        return judgements;
    }

    /// <summary>The record that each business was minted from.</summary>
    public async Task<Dictionary<long, RecordName>> BusinessOriginsAsync(IReadOnlyCollection<long>? ids, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"select id, origin_feed, origin_key from registry.business{(ids is null ? "" : " where id = any ($1)")}", connection);
        if (ids is not null) command.Parameters.AddWithValue(ids.ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var origins = new Dictionary<long, RecordName>();
        while (await rows.ReadAsync(cancel)) origins.Add(rows.GetInt64(0), new(rows.GetString(1), rows.GetString(2)));
        return origins;
    }

    /// <summary>Of some businesses those with a pin that has come to its end.</summary>
    public async Task<HashSet<long>> UnpinnedAsync(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "select n.business_id from linkage.pin n cross join this_load t where n.business_id = any ($1) and n.ends_on < t.day", connection);
        command.Parameters.AddWithValue(ids.ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new HashSet<long>();
        while (await rows.ReadAsync(cancel)) found.Add(rows.GetInt64(0));
        return found;
    }

    /// <summary>Persons as they are, and the records that they were minted from.</summary>
    public async Task<PersonTable> PersonsAsync(IReadOnlyCollection<long>? ids, IReadOnlyCollection<byte[]> hashes, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "select id, nik_hash, name, gender, origin_feed, origin_key from registry.person"
            + (ids is null ? "" : " where id = any ($1) or nik_hash = any ($2)"), connection);
        if (ids is not null)
        {
            command.Parameters.AddWithValue(ids.ToArray());
            command.Parameters.AddWithValue(hashes.ToArray());
        }
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var table = new PersonTable([], [], []);
        while (await rows.ReadAsync(cancel))
        {
            var id = rows.GetInt64(0);
            UInt128? hash = rows.IsDBNull(1) ? null : KeyOf(rows.GetFieldValue<byte[]>(1));
            table.Rows.Add(id, new PersonRow(hash, Text(rows, 2), Text(rows, 3)));
            if (hash is { } key) table.ByNik.Add(key, id);
            if (!rows.IsDBNull(4)) table.Origins.Add(id, new(rows.GetString(4), rows.GetString(5)));
        }
        return table;
    }

    /// <summary>Ids that earlier passes merged into some, with the records they had.</summary>
    public async Task<List<Retired>> RetiredAsync(
        bool persons, IReadOnlyCollection<long> survivors, IReadOnlyDictionary<RecordName, int> places, CancellationToken cancel)
    {
        if (survivors.Count == 0) return [];
        await using var command = new NpgsqlCommand(persons ? RetiredPersons : RetiredBusinesses, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue(survivors.ToArray());
        if (persons) command.Parameters.AddWithValue(FeedNames.All.ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new Dictionary<long, (long Survivor, HashSet<int>? Records)>();
        while (await rows.ReadAsync(cancel))
        {
            var id = rows.GetInt64(0);
            if (!found.TryGetValue(id, out var one)) one = (rows.GetInt64(1), []);
            if (!places.TryGetValue(new(rows.GetString(2), rows.GetString(3)), out var place)) one.Records = null;
            else one.Records?.Add(place);
            found[id] = one;
        }
        return [.. found.Select(entry => new Retired(entry.Key, entry.Value.Survivor, entry.Value.Records))];
    }

    /// <summary>The end of a keyed hash: enough to tell any two apart.</summary>
    public static UInt128 KeyOf(byte[] hash) => BinaryPrimitives.ReadUInt128LittleEndian(hash.AsSpan(hash.Length - 16));

    private const string RetiredBusinesses =
        """
        select r.business_id, r.survivor_id, x.feed, x.source_key
        from registry.business_redirect r
        join lateral (
          select e.id from linkage.event e where e.kind = 'MERGE' and e.other_id = r.business_id order by e.id desc limit 1
        ) e on true
        join linkage.event_record x on x.event_id = e.id
        join feeds.source_record s on s.feed = x.feed and s.source_key = x.source_key and s.is_current
        where r.survivor_id = any ($1)
        """;

    private const string RetiredPersons =
        """
        select r.person_id, r.survivor_id, l.feed, l.source_key
        from registry.person_redirect r
        join linkage.link l on l.person_id = r.person_id and l.closed_at = r.decided_at and l.feed = any ($2)
        join feeds.source_record s on s.feed = l.feed and s.source_key = l.source_key and s.is_current
        where r.survivor_id = any ($1)
        """;

    /// <summary>The order of (feed, key).</summary>
    private static int InOrder(PassRecord one, PassRecord other) => one.Record.Feed != other.Record.Feed
        ? one.Record.Feed.CompareTo(other.Record.Feed) : string.CompareOrdinal(one.Record.SourceKey, other.Record.SourceKey);

    /// <summary>A statement that chooses the records of a query, and all that stand with them, however far that goes.</summary>
    private NpgsqlCommand Choose(string records)
    {
        var command = new NpgsqlCommand(
            $"""
            insert into chosen (feed, source_key)
            with recursive near (feed, source_key) as (
              {records}
              union
              select mate.feed, mate.source_key
              from near n
              join linkage.link l on l.feed = n.feed and l.source_key = n.source_key and l.closed_at is null
              cross join lateral (
                select m.feed, m.source_key from linkage.link m where m.closed_at is null and m.business_id = l.business_id
                union all
                select m.feed, m.source_key from linkage.link m where m.closed_at is null and m.person_id = l.person_id
              ) mate
              where mate.feed = any ($1)
            )
            select feed, source_key from near
            on conflict do nothing
            """, connection)
        { CommandTimeout = 0 };
        command.Parameters.AddWithValue(FeedNames.All.ToArray());
        return command;
    }

    private void Open(List<SealedRecord> batch, List<PassRecord> records)
    {
        var opened = new PassRecord[batch.Count];
        Parallel.For(0, batch.Count, i =>
        {
            var row = batch[i];
            var record = opener.Open(FeedNames.Parse(row.Feed), row.SourceKey, row.Payload, row.Date);
            opened[i] = new PassRecord(row.Id, record, row.Former, row.IsPending || row.Former?.RecordId != row.Id);
        });
        records.AddRange(opened);
        batch.Clear();
    }

    private static SealedRecord Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetFieldValue<byte[]>(3),
        row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4),
        row.IsDBNull(5) ? null : new Membership
        {
            RecordId = row.GetInt64(5),
            Business = Number(row, 6),
            Person = Number(row, 7),
            Cluster = Number(row, 8),
            PersonCluster = Number(row, 9),
            Rule = string.Intern(row.GetString(10)),
            IsCertain = row.GetBoolean(11),
            IsPersonCertain = row.GetBoolean(12),
        },
        row.GetBoolean(13));

    private static long Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? 0 : row.GetInt64(column);

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private sealed record SealedRecord(
        long Id, string Feed, string SourceKey, byte[] Payload, DateOnly? Date, Membership? Former, bool IsPending);
}

/// <summary>Persons of a pass, by number and by NIK, and the records that they were minted from.</summary>
internal sealed record PersonTable(
    Dictionary<long, PersonRow> Rows, Dictionary<UInt128, long> ByNik, Dictionary<long, RecordName> Origins);
