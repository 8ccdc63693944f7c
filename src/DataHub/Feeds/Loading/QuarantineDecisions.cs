using Npgsql;

namespace DataHub.Feeds.Loading;

/// <summary>What the load of a corrected row enters beside it.</summary>
internal static class QuarantineDecisions
{
    /// <summary>All entries of the row are decided, by the run of the connection's load.</summary>
    public static async Task EnterAsync(NpgsqlConnection connection, Correction correction, string? key, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            update feeds.quarantine q set state = $2, decided_at = t.at, decided_by = $3, decision_reason = $4, decision_run_id = t.run_id,
              decision_key = $5
            from this_load t
            where q.feed = t.feed and q.content_hash = $1 and q.state = 'OPEN'
            """, connection);
        command.Parameters.AddWithValue(correction.ContentHash);
        command.Parameters.AddWithValue(correction.State);
        command.Parameters.AddWithValue(correction.Actor);
        command.Parameters.Add(Text(correction.Reason));
        command.Parameters.Add(Text(key));
        // Two stewards at once: the feed's lock let the other one go first.
        if (await command.ExecuteNonQueryAsync(cancel) == 0) throw new FeedRefusedException("the row was decided on meanwhile");
    }

    private static NpgsqlParameter Text(string? text) =>
        new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text };
}
