using Npgsql;

namespace DataHub.Feeds.Loading;

/// <summary>
/// The run's row in feeds.feed_run, kept on a connection of its own so that others see it move while the load's transaction is open.
/// The connection also holds the feed's lock: as long as it lives, the run lives.
/// </summary>
internal sealed class RunLog : IAsyncDisposable
{
    // First half of the advisory locks of feeds; the second is the feed's number.
    private const int LockClass = 0x4665_6564;

    private readonly NpgsqlConnection connection;
    private readonly TimeProvider clock;
    private readonly int feedNumber;

    private RunLog(NpgsqlConnection connection, TimeProvider clock, int feedNumber) =>
        (this.connection, this.clock, this.feedNumber) = (connection, clock, feedNumber);

    /// <summary>Number of the run.</summary>
    public long RunId { get; private set; }

    /// <summary>Takes the feed's lock and closes what a dead process left open. Throws when another load of the feed is under way.</summary>
    public static async Task<RunLog> OpenAsync(NpgsqlDataSource database, FeedDefinition feed, TimeProvider clock, CancellationToken cancel)
    {
        var log = await TryOpenAsync(database, feed, clock, cancel);
        return log ?? throw new FeedRefusedException($"another load of {feed.Name} is under way") { Feed = feed.Name };
    }

    /// <summary>As <see cref="OpenAsync"/>, null when another load of the feed is under way.</summary>
    public static async Task<RunLog?> TryOpenAsync(NpgsqlDataSource database, FeedDefinition feed, TimeProvider clock, CancellationToken cancel)
    {
        var connection = await database.OpenConnectionAsync(cancel);
        try
        {
            var number = FeedCatalogue.NumberOf(feed);
            await using var take = new NpgsqlCommand("select pg_try_advisory_lock($1, $2)", connection);
            take.Parameters.Add(new NpgsqlParameter<int> { TypedValue = LockClass });
            take.Parameters.Add(new NpgsqlParameter<int> { TypedValue = number });
            if (await take.ExecuteScalarAsync(cancel) is not true)
            {
                await connection.DisposeAsync();
                return null;
            }
            var log = new RunLog(connection, clock, number);
            await log.CloseAbandonedAsync(feed.Name, cancel);
            return log;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Enters a run that has begun.</summary>
    public async Task BeginAsync(string feed, string fileName, byte[]? fileHash, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "insert into feeds.feed_run (feed, file_name, file_hash, status, started_at) values ($1, $2, $3, 'RUNNING', $4) returning id",
            connection);
        command.Parameters.AddWithValue(feed);
        command.Parameters.AddWithValue(fileName);
        command.Parameters.AddWithValue(fileHash is null ? DBNull.Value : fileHash);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        RunId = (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Shows how far the reading is.</summary>
    public async Task CountAsync(int received, int quarantined, int damaged, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "update feeds.feed_run set received = $2, quarantined = $3, damaged = $4 where id = $1", connection);
        command.Parameters.AddWithValue(RunId);
        command.Parameters.AddWithValue(received);
        command.Parameters.AddWithValue(quarantined);
        command.Parameters.AddWithValue(damaged);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Enters why the run ended without publishing anything.</summary>
    public async Task FailAsync(string failure)
    {
        await using var command = new NpgsqlCommand(
            "update feeds.feed_run set status = 'FAILED', finished_at = $2, failure = $3 where id = $1 and status = 'RUNNING'", connection);
        command.Parameters.AddWithValue(RunId);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        command.Parameters.AddWithValue(failure);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (connection.FullState == System.Data.ConnectionState.Open)
        {
            // A pooled connection outlives this object: the lock must not.
            await using var release = new NpgsqlCommand("select pg_advisory_unlock($1, $2)", connection);
            release.Parameters.AddWithValue(LockClass);
            release.Parameters.AddWithValue(feedNumber);
            await release.ExecuteNonQueryAsync(CancellationToken.None);
        }
        await connection.DisposeAsync();
    }

    private async Task CloseAbandonedAsync(string feed, CancellationToken cancel)
    {
        // Whoever holds the lock is the only loader: a run that is still open belongs to a process that is gone.
        await using var command = new NpgsqlCommand(
            """
            update feeds.feed_run set status = 'FAILED', finished_at = $2, failure = 'the process ended during the run'
            where feed = $1 and status = 'RUNNING'
            """, connection);
        command.Parameters.AddWithValue(feed);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancel);
    }
}
