using Npgsql;

namespace DataHub.Linkage.Store;

/// <summary>
/// The pass's row in <c>linkage.pass</c>, on connections of its own, so that others see it while the pass's transaction is open.
/// </summary>
internal sealed class PassLog(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Enters a pass that has begun, and ends those whose process died: the caller holds the lock, so none of them lives.</summary>
    public async Task<long> BeginAsync(PassScope scope, string model, CancellationToken cancel)
    {
        // Need not wait for the disk: whatever the pass commits later is behind it.
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new("select set_config('synchronous_commit', 'off', true)"));
        var enter = new NpgsqlBatchCommand(
            """
            with dead as (
              update linkage.pass set status = 'FAILED', finished_at = $3, failure = 'the process ended during the pass' where status = 'RUNNING'
            )
            insert into linkage.pass (kind, status, model_version, started_at) values ($1, 'RUNNING', $2, $3) returning id
            """);
        enter.Parameters.AddWithValue(scope.Kind);
        enter.Parameters.AddWithValue(model);
        enter.Parameters.AddWithValue(clock.GetUtcNow());
        batch.BatchCommands.Add(enter);
        await using var row = await batch.ExecuteReaderAsync(cancel);
        await row.NextResultAsync(cancel);
        await row.ReadAsync(cancel);
        return row.GetInt64(0);
    }

    /// <summary>Enters why a pass ended without a change.</summary>
    public async Task FailAsync(long pass, string failure)
    {
        await using var command = database.CreateCommand(
            "update linkage.pass set status = 'FAILED', finished_at = $2, failure = $3 where id = $1 and status = 'RUNNING'");
        command.Parameters.AddWithValue(pass);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        command.Parameters.AddWithValue(failure);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>Enters, in the pass's own transaction, what it came to.</summary>
    public static async Task EndAsync(NpgsqlConnection connection, PassResult result, DateTimeOffset at, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            update linkage.pass set status = 'DONE', finished_at = $2, records = $3, pending = $4, businesses = $5, persons = $6, merged = $7,
              split = $8, moved = $9, to_review = $10
            where id = $1
            """, connection);
        command.Parameters.AddWithValue(result.PassId);
        command.Parameters.AddWithValue(at);
        foreach (var count in (int[])[
            result.Records, result.Pending, result.Businesses, result.Persons, result.Merged, result.Split, result.Moved, result.ToReview])
        {
            command.Parameters.AddWithValue(count);
        }
        await command.ExecuteNonQueryAsync(cancel);
    }
}
