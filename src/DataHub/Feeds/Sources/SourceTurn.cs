using Npgsql;

namespace DataHub.Feeds.Sources;

/// <summary>
/// The right to read the sources of a feed: one runner at a time, whatever host it is on. Held as long as its connection lives.
/// </summary>
internal sealed class SourceTurn : IAsyncDisposable
{
    // First half of the advisory locks; the second is the feed's number. Loads have a lock of their own, since files come without a source.
    private const int LockClass = 0x536f_7572;

    private readonly NpgsqlConnection connection;
    private readonly int feedNumber;

    private SourceTurn(NpgsqlConnection connection, int feedNumber) => (this.connection, this.feedNumber) = (connection, feedNumber);

    /// <summary>Null when another runner has it.</summary>
    public static async Task<SourceTurn?> TryTakeAsync(NpgsqlDataSource database, FeedDefinition feed, CancellationToken cancel)
    {
        var connection = await database.OpenConnectionAsync(cancel);
        try
        {
            var turn = new SourceTurn(connection, FeedCatalogue.NumberOf(feed));
            if (await turn.AskAsync("select pg_try_advisory_lock($1, $2)", cancel) is true) return turn;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        // A pooled connection outlives this object: the lock must not.
        if (connection.FullState == System.Data.ConnectionState.Open)
            await AskAsync("select pg_advisory_unlock($1, $2)", CancellationToken.None);
        await connection.DisposeAsync();
    }

    private async Task<object?> AskAsync(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = LockClass });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = feedNumber });
        return await command.ExecuteScalarAsync(cancel);
    }
}
