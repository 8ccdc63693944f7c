using DataHub.Linkage.Store;
using Npgsql;
using NpgsqlTypes;

namespace DataHub.Linkage.Runs;

/// <summary>The table linkage.block.</summary>
internal static class BlockTable
{
    // Of a block with more records than the linker compares, as many as tell that it has too many.
    private const string Near =
        """
        select m.feed, m.source_key
        from unnest($1::bigint[]) k (key)
        cross join lateral (
          select b.feed, b.source_key, count(*) over () as size
          from (select feed, source_key from linkage.block where keys @> array[k.key] limit $2 + 1) b) m
        where m.size <= $2
        group by m.feed, m.source_key
        """;

    /// <summary>Records that share a block with the ones whose keys are given; blocks of more than <paramref name="cap"/> records tell nothing.</summary>
    public static async Task<List<RecordName>> NearAsync(NpgsqlConnection connection, long[] keys, int cap, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Near, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue(keys);
        command.Parameters.AddWithValue(cap);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var names = new List<RecordName>();
        while (await rows.ReadAsync(cancel)) names.Add(new(rows.GetString(0), rows.GetString(1)));
        return names;
    }

    /// <summary>Blocks of some records.</summary>
    public static async Task<long[]> KeysAsync(NpgsqlConnection connection, IReadOnlyList<RecordName> records, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            select coalesce(array_agg(distinct k.key), '{}')
            from unnest($1::text[], $2::text[]) r (feed, source_key) join linkage.block b using (feed, source_key) cross join unnest(b.keys) k (key)
            """, connection);
        command.Parameters.AddWithValue(records.Select(record => record.Feed).ToArray());
        command.Parameters.AddWithValue(records.Select(record => record.SourceKey).ToArray());
        return (long[])(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Sets the blocks of records.</summary>
    public static async Task PutAsync(NpgsqlConnection connection, IEnumerable<(RecordName Name, long[] Keys)> blocks, CancellationToken cancel)
    {
        await using (var make = new NpgsqlCommand("create temp table new_block (like linkage.block) on commit drop", connection))
            await make.ExecuteNonQueryAsync(cancel);
        await CopyAsync(connection, "new_block", blocks, cancel);
        await using var put = new NpgsqlCommand(
            """
            insert into linkage.block as b select * from new_block
            on conflict (feed, source_key) do update set keys = excluded.keys where b.keys <> excluded.keys
            """, connection);
        await put.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Replaces all blocks.</summary>
    public static async Task ReplaceAsync(NpgsqlConnection connection, IEnumerable<(RecordName Name, long[] Keys)> blocks, CancellationToken cancel)
    {
        // Made from rows that lie there an index costs a fraction of what it costs row by row.
        await ExecuteAsync(connection, "truncate linkage.block; drop index linkage.block_keys", cancel);
        await CopyAsync(connection, "linkage.block", blocks, cancel);
        await ExecuteAsync(
            connection, "set local maintenance_work_mem = '256MB'; create index block_keys on linkage.block using gin (keys); analyze linkage.block",
            cancel);
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection, string table, IEnumerable<(RecordName Name, long[] Keys)> blocks, CancellationToken cancel)
    {
        // The name of the table is one of two in this file.
        await using var copy = await connection.BeginBinaryImportAsync($"copy {table} (feed, source_key, keys) from stdin (format binary)", cancel);
        foreach (var (name, keys) in blocks)
        {
            copy.StartRow();
            copy.Write(name.Feed, NpgsqlDbType.Text);
            copy.Write(name.SourceKey, NpgsqlDbType.Text);
            copy.Write(keys, NpgsqlDbType.Array | NpgsqlDbType.Bigint);
        }
        await copy.CompleteAsync(cancel);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
