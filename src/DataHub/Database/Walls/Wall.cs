using DataHub.Planning;
using Npgsql;

namespace DataHub.Database.Walls;

/// <summary>Brings PostgreSQL's rights in line with the contract.</summary>
public static class Wall
{
    // Any number will do, as long as every host takes the same one.
    private const long LockKey = 0x4461_7461_4875_63;

    /// <summary>
    /// Gives the roles what the contract gives; true when that was anything new. What is unchanged since the last start costs one short
    /// statement. Two hosts that start together wait for one another. Throws <see cref="DatabaseSetupException"/> when the user may not.
    /// </summary>
    public static Task<bool> RaiseAsync(Hub hub, NpgsqlDataSource dataSource, CancellationToken cancellation) =>
        RaiseAsync(WallScript.Of(hub), dataSource, cancellation);

    /// <summary>As above, with the statements given.</summary>
    public static async Task<bool> RaiseAsync(WallScript script, NpgsqlDataSource dataSource, CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        if (await HasAsync(connection, script.Hash, cancellation)) return false;
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var wait = new NpgsqlCommand("select pg_advisory_xact_lock($1)", connection) { CommandTimeout = 0 })
        {
            wait.Parameters.Add(new NpgsqlParameter<long> { TypedValue = LockKey });
            await wait.ExecuteNonQueryAsync(cancellation);
        }
        if (await HasAsync(connection, script.Hash, cancellation)) return false;
        await ExecuteAsync(connection, script, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, WallScript script, CancellationToken cancellation)
    {
        try
        {
            // "drop policy if exists" tells each time that there was none.
            await using var command = new NpgsqlCommand(
                $"set local client_min_messages = warning;\n{script.Text}", connection)
            { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException exception)
        {
            throw new DatabaseSetupException(
                $"The rights of the second wall could not be given: {exception.MessageText}. The database's user must own the hub's tables.",
                exception);
        }
        await using var entry = new NpgsqlCommand(
            "delete from wall.granted", connection);
        await entry.ExecuteNonQueryAsync(cancellation);
        await using var hash = new NpgsqlCommand(
            "insert into wall.granted (script_hash, granted_at) values ($1, clock_timestamp())", connection);
        hash.Parameters.Add(new NpgsqlParameter<string> { TypedValue = script.Hash });
        await hash.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<bool> HasAsync(NpgsqlConnection connection, string hash, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select exists (select from wall.granted where script_hash = $1)", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = hash });
        return await command.ExecuteScalarAsync(cancellation) is true;
    }
}
