using Npgsql;

namespace DataHub.Changes;

/// <summary>Some events in their order, and where that leaves the reader.</summary>
/// <param name="Horizon">Events up to here are not kept.</param>
/// <param name="Changes">What was asked for.</param>
/// <param name="IsWhole">False when more follow.</param>
internal sealed record ChangeBatch(long Horizon, IReadOnlyList<Change> Changes, bool IsWhole);

/// <summary>The statements on changes.outbox.</summary>
internal static class Outbox
{
    /// <summary>Events read at once.</summary>
    public const int BatchSize = 500;

    // A connection that does not answer within this is taken for dead.
    private const int Seconds = 15;

    // NIBs are looked up as they lead now: events of a business that was merged away reach nobody, those of the survivor follow.
    private const string Events =
        """
        select h.position, o.position, o.at, o.kind, o.business_id, o.attributes, o.run_id, o.stage, o.received, o.quarantined,
          o.percent_read, array(select l.nib from registry.licence l where l.business_id = o.business_id), o.other_id
        from changes.horizon h
        """;

    /// <summary>
    /// Says that somebody may wait for events, or come back for them, during <paramref name="time"/> from now; gives the last position
    /// there ever was. Everything that commits from now on comes later and is kept.
    /// </summary>
    public static async Task<long> AwaitAsync(NpgsqlConnection connection, TimeSpan time, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await LockAsync(connection, cancel);
        await using (var command = Command(connection,
            "update changes.horizon set awaited_until = greatest(awaited_until, clock_timestamp() + $1)"))
        {
            command.Parameters.AddWithValue(time);
            await command.ExecuteNonQueryAsync(cancel);
        }
        var (_, last) = await RangeAsync(connection, cancel);
        await transaction.CommitAsync(cancel);
        return last;
    }

    /// <summary>Up to where events are not kept, and the last position there ever was.</summary>
    public static async Task<(long Horizon, long Last)> RangeAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = Command(connection,
            "select h.position, greatest(h.position, (select max(o.position) from changes.outbox o)) from changes.horizon h");
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return (row.GetInt64(0), row.GetInt64(1));
    }

    /// <summary>All events after a position.</summary>
    public static async Task<ChangeBatch> AfterAsync(NpgsqlConnection connection, long after, CancellationToken cancel)
    {
        await using var command = Command(connection,
            $"""
            {Events} left join lateral (select * from changes.outbox where position > $1 order by position limit $2) o on true
            order by o.position
            """);
        command.Parameters.AddWithValue(after);
        command.Parameters.AddWithValue(BatchSize);
        return await ReadAsync(command, cancel);
    }

    /// <summary>Events of a subject after a position and up to another one.</summary>
    public static async Task<ChangeBatch> BetweenAsync(
        NpgsqlConnection connection, ChangeSubject subject, (long After, long UpTo) range, CancellationToken cancel)
    {
        // As an array: the planner has no statistics of what the outbox holds at the moment, and must not loop over all of it.
        var condition = subject.RunId is null
            ? "business_id = any (array(select business_id from registry.licence where nib = any ($4)))"
            : "run_id = $4";
        await using var command = Command(connection,
            $"""
            {Events} left join lateral (
              select * from changes.outbox where position > $1 and position <= $2 and {condition} order by position limit $3
            ) o on true order by o.position
            """);
        command.Parameters.AddWithValue(range.After);
        command.Parameters.AddWithValue(range.UpTo);
        command.Parameters.AddWithValue(BatchSize);
        command.Parameters.AddWithValue(subject.RunId is { } run ? run : subject.Nibs.ToArray());
        return await ReadAsync(command, cancel);
    }

    /// <summary>Removes events that are older than <paramref name="keepFor"/>; cursors before them are expired from then on.</summary>
    public static async Task PruneAsync(NpgsqlConnection connection, TimeSpan keepFor, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        // Writers who find that nobody waits remove events too, in the order lock, horizon, events.
        await LockAsync(connection, cancel);
        await using (var command = Command(connection,
            """
            with gone as (delete from changes.outbox where at < clock_timestamp() - $1 returning position)
            update changes.horizon h set position = greatest(h.position, g.last) from (select max(position) as last from gone) g
            where g.last is not null
            """))
        {
            command.Parameters.AddWithValue(keepFor);
            await command.ExecuteNonQueryAsync(cancel);
        }
        await transaction.CommitAsync(cancel);
    }

    private static async Task LockAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        // A load that publishes much holds it for some seconds.
        await using var command = new NpgsqlCommand("select changes.lock_outbox()", connection) { CommandTimeout = 4 * Seconds };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql) => new(sql, connection) { CommandTimeout = Seconds };

    private static async Task<ChangeBatch> ReadAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        await using var row = await command.ExecuteReaderAsync(cancel);
        var horizon = 0L;
        var changes = new List<Change>();
        while (await row.ReadAsync(cancel))
        {
            horizon = row.GetInt64(0);
            if (!await row.IsDBNullAsync(1, cancel)) changes.Add(ChangeOf(row));
        }
        return new ChangeBatch(horizon, changes, changes.Count < BatchSize);
    }

    private static Change ChangeOf(NpgsqlDataReader row)
    {
        var (position, at, kind) = (row.GetInt64(1), row.GetDateTime(2), row.GetString(3));
        if (kind == "RUN_PROGRESS")
            return new RunProgressed(position, at, row.GetInt64(6), row.GetString(7), row.GetInt32(8), row.GetInt32(9), row.GetInt32(10));
        var attributes = row.IsDBNull(5) ? [] : row.GetFieldValue<string[]>(5);
        return new BusinessChanged(position, at, row.GetInt64(4), kind == "BUSINESS_CREATED", attributes, row.GetFieldValue<string[]>(11))
        {
            IsMerged = kind == "BUSINESS_MERGED",
            IsSplit = kind == "BUSINESS_SPLIT",
            OtherId = row.IsDBNull(12) ? null : row.GetInt64(12),
        };
    }
}
