using Npgsql;

namespace DataHub.Feeds.Sources;

/// <summary>How far sources are read: feeds.source_cursor, and feeds.oss_inquiry for the NIBs of OSS.</summary>
internal sealed class SourceCursors(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Null when the source was never read.</summary>
    public async Task<long?> ReadAsync(string source, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select position from feeds.source_cursor where source = $1");
        command.Parameters.Add(new() { Value = source });
        return await command.ExecuteScalarAsync(cancel) as long?;
    }

    /// <summary>
    /// Whether a run of the source waits for a steward, because too many of its records cannot be read. What comes after it waits too: it
    /// may hold later forms of the same records.
    /// </summary>
    public async Task<bool> WaitsAsync(string source, string feed, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            "select exists (select from feeds.feed_run where feed = $1 and status = 'HELD' and starts_with(file_name, $2))");
        command.Parameters.Add(new() { Value = feed });
        command.Parameters.Add(new() { Value = $"{source}:" });
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    /// <summary>
    /// Moves on to the end of a batch that is published; never back. What dies before this fetches the batch again, to no effect.
    /// </summary>
    public async Task MoveAsync(SourceMove move)
    {
        // The batch is published: no cancelling of the run keeps the cursor behind it.
        await using var connection = await database.OpenConnectionAsync(CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync();
        if (move.Batch.Position is { } position) await MoveAsync(connection, move, position);
        if (move.Batch.Nibs.Any()) await AnsweredAsync(connection, move.Batch.Nibs);
        await transaction.CommitAsync();
    }

    private async Task MoveAsync(NpgsqlConnection connection, SourceMove move, long position)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into feeds.source_cursor as c (source, feed, position, moved_at, run_id) values ($1, $2, $3, $4, $5)
            on conflict (source) do update set position = excluded.position, moved_at = excluded.moved_at, run_id = excluded.run_id
            where excluded.position > c.position
            """, connection);
        command.Parameters.Add(new() { Value = move.Source });
        command.Parameters.Add(new() { Value = move.Feed });
        command.Parameters.Add(new() { Value = position });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = move.RunId });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task AnsweredAsync(NpgsqlConnection connection, IEnumerable<NibAnswer> answers)
    {
        var latest = answers.OrderByDescending(answer => answer.AskedAt).DistinctBy(answer => answer.Nib).ToList();
        await using var command = new NpgsqlCommand(
            """
            insert into feeds.oss_inquiry as i (nib, answer, asked_at) select * from unnest($1, $2, $3)
            on conflict (nib) do update set answer = excluded.answer, asked_at = excluded.asked_at where excluded.asked_at > i.asked_at
            """, connection);
        command.Parameters.Add(new() { Value = latest.Select(answer => answer.Nib).ToArray() });
        command.Parameters.Add(new() { Value = latest.Select(answer => answer.Answer).ToArray() });
        command.Parameters.Add(new() { Value = latest.Select(answer => answer.AskedAt).ToArray() });
        await command.ExecuteNonQueryAsync();
        // Nobody is asked for again whose licence was erased at a person's request.
        await using var erased = new NpgsqlCommand(
            "delete from feeds.oss_inquiry i using rights.erased_record e where e.feed = 'OSS' and e.source_key = i.nib", connection);
        await erased.ExecuteNonQueryAsync();
    }
}

/// <summary>A published batch of a source.</summary>
internal sealed record SourceMove(string Source, string Feed, SourceBatch Batch, long RunId);
