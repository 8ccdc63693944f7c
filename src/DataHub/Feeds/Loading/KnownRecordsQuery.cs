using DataHub.Feeds.Reading;
using Npgsql;

namespace DataHub.Feeds.Loading;

/// <summary>Asks the database which records of a feed it holds.</summary>
internal static class KnownRecordsQuery
{
    /// <summary>
    /// The feed's current records. None, without waiting, while a first load has the table for itself: there is next to nothing to know yet,
    /// and rows that are not found here are compared when they are published.
    /// </summary>
    public static async Task<KnownRecords> RunAsync(NpgsqlDataSource database, FeedDefinition feed, CancellationToken cancel)
    {
        using var step = FeedScript.Steps.StartActivity("Known");
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (!await TryLockAsync(connection, cancel)) return KnownRecords.None;
        await using var command = new NpgsqlCommand("select id, content_hash from feeds.source_record where feed = $1 and is_current", connection)
        {
            CommandTimeout = 0,
        };
        command.Parameters.AddWithValue(feed.Name);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var known = new KnownRecords(0);
        while (await rows.ReadAsync(cancel)) known.Add(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1));
        return known;
    }

    private static async Task<bool> TryLockAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        try
        {
            await using var command = new NpgsqlCommand("lock table feeds.source_record in access share mode nowait", connection);
            await command.ExecuteNonQueryAsync(cancel);
            return true;
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }
}
