using DataHub.Linkage.Store;
using Npgsql;
using NpgsqlTypes;

namespace DataHub.Linkage.Runs;

/// <summary>The table linkage.block.</summary>
internal static class BlockTable
{
    // Of a block with more records than the linker compares, as many as tell that it has too many. Former rows of records that have changed
    // since the table was made are not current.
    private const string Near =
        """
        select r.feed, r.source_key
        from (
          select distinct m.record_id
          from unnest($1::bigint[]) k (key)
          cross join lateral (
            select b.record_id, count(*) over () as size
            from (select record_id from linkage.block where key = k.key limit $2 + 1) b) m
          where m.size <= $2
        ) n
        join feeds.source_record r on r.id = n.record_id and r.is_current
        """;

    private const string Add =
        """
        insert into linkage.block (key, record_id)
        select n.key, n.record_id from unnest($1::bigint[], $2::bigint[]) n (key, record_id)
        where not exists (select from linkage.block b where b.key = n.key and b.record_id = n.record_id)
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

    /// <summary>
    /// Adds the blocks of records, without waiting for the disk: what the pass over these records commits later is behind it, and before that
    /// they are added again.
    /// </summary>
    public static async Task AddAsync(NpgsqlConnection connection, IReadOnlyList<RecordBlocks> records, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        batch.BatchCommands.Add(new("select set_config('synchronous_commit', 'off', true)"));
        var add = new NpgsqlBatchCommand(Add);
        add.Parameters.AddWithValue(records.SelectMany(record => record.Keys).ToArray());
        add.Parameters.AddWithValue(records.SelectMany(record => Enumerable.Repeat(record.RecordId, record.Keys.Length)).ToArray());
        batch.BatchCommands.Add(add);
        await batch.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Replaces all blocks; gives how many keys there are.</summary>
    public static async Task<long> ReplaceAsync(NpgsqlConnection connection, IEnumerable<RecordBlocks> records, CancellationToken cancel)
    {
        // Made from rows that lie there an index costs a fraction of what it costs row by row.
        await ExecuteAsync(connection, "truncate linkage.block; drop index linkage.block_key", cancel);
        var count = await CopyAsync(connection, records, cancel);
        await ExecuteAsync(
            connection, "set local maintenance_work_mem = '256MB'; create index block_key on linkage.block (key); analyze linkage.block", cancel);
        return count;
    }

    private static async Task<long> CopyAsync(NpgsqlConnection connection, IEnumerable<RecordBlocks> records, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy linkage.block (key, record_id) from stdin (format binary)", cancel);
        foreach (var record in records)
        {
            foreach (var key in record.Keys)
            {
                copy.StartRow();
                copy.Write(key, NpgsqlDbType.Bigint);
                copy.Write(record.RecordId, NpgsqlDbType.Bigint);
            }
        }
        return (long)await copy.CompleteAsync(cancel);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}

/// <summary>The blocks of a record, as <see cref="BlockHasher"/> makes them.</summary>
internal readonly record struct RecordBlocks(long RecordId, long[] Keys);
