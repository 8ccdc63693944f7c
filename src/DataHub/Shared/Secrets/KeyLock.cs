using Npgsql;

namespace DataHub.Shared.Secrets;

/// <summary>Keeps loads and the exchange of keys apart: PostgreSQL's advisory locks, which end with their process.</summary>
internal static class KeyLock
{
    // Any numbers, as long as every process takes the same ones.
    private const string Writers = "5432101901";
    private const string Rotations = "5432101902";

    /// <summary>Waits until no exchange is under way; none begins before the connection's transaction has ended.</summary>
    public static Task ShareAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        RunAsync(connection, $"select pg_advisory_xact_lock_shared({Writers})", cancellation);

    /// <summary>False: another exchange is under way. True: no load writes until <see cref="ReleaseAsync"/>; those that did have ended.</summary>
    public static async Task<bool> TakeAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select pg_try_advisory_lock({Rotations})", connection);
        if (await command.ExecuteScalarAsync(cancellation) is not true) return false;
        await RunAsync(connection, $"select pg_advisory_lock({Writers})", cancellation);
        return true;
    }

    /// <summary>A pooled connection outlives its use: the locks must not.</summary>
    public static Task ReleaseAsync(NpgsqlConnection connection) =>
        RunAsync(connection, "select pg_advisory_unlock_all()", CancellationToken.None);

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
