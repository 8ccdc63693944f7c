using Npgsql;

namespace DataHub.Testing;

/// <summary>
/// Keeps a table to itself until it is disposed of: a statement that reads it waits, for as long as a test wants it to. PostgreSQL shows who
/// waits.
/// </summary>
public sealed class TableLock : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly NpgsqlDataSource dataSource;
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private TableLock(NpgsqlDataSource dataSource, NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (this.dataSource, this.connection, this.transaction) = (dataSource, connection, transaction);

    public static async Task<TableLock> TakeAsync(NpgsqlDataSource dataSource, string table)
    {
        var connection = await dataSource.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand($"lock table {table} in access exclusive mode", connection);
        await command.ExecuteNonQueryAsync();
        return new TableLock(dataSource, connection, transaction);
    }

    /// <summary>How many statements of this database wait for a lock now.</summary>
    public async Task<int> WaitingAsync()
    {
        await using var command = dataSource.CreateCommand(
            """
            select count(*)::int from pg_stat_activity
            where datname = current_database() and state = 'active' and wait_event_type = 'Lock'
            """);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Returns when so many statements wait.</summary>
    public async Task WaitForAsync(int statements)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await WaitingAsync() != statements) await Task.Delay(5, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
