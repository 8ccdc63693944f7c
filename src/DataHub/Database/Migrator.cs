using DataHub.Database.Walls;
using Npgsql;
using NpgsqlTypes;

namespace DataHub.Database;

/// <summary>Brings a database up to the migrations this program carries.</summary>
public static class Migrator
{
    // Any number will do, as long as every host takes the same one.
    private const long LockKey = 0x4461_7461_4875_62;

    /// <summary>
    /// Applies what is missing, in order, each migration in a transaction of its own. Two hosts that start together wait for one another.
    /// Returns how many were applied. Throws <see cref="DatabaseSetupException"/> when an applied migration was changed afterwards,
    /// or when the database is newer than this program.
    /// </summary>
    public static Task<int> MigrateAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        MigrateAsync(dataSource, Migration.OfThisProgram(), cancellationToken);

    /// <summary>As above, with the migrations given.</summary>
    public static async Task<int> MigrateAsync(
        NpgsqlDataSource dataSource, IReadOnlyList<Migration> migrations, CancellationToken cancellationToken)
    {
        var twice = migrations.GroupBy(migration => migration.Version).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new InvalidOperationException($"Two migrations have one number: {string.Join(", ", twice)}.");

        var pending = 0;
        await using (var connection = await dataSource.OpenConnectionAsync(cancellationToken))
        {
            await LockAsync(connection, cancellationToken);
            try
            {
                // Migrations give views and functions to them; a database that was put back on another server has none of its roles.
                await WallRoles.EnsureAsync(connection, cancellationToken);
                var missing = Missing(migrations, await AppliedAsync(connection, cancellationToken));
                foreach (var migration in missing) await ApplyAsync(connection, migration, cancellationToken);
                pending = missing.Count;
            }
            finally
            {
                await ExecuteAsync(connection, "select pg_advisory_unlock_all()", CancellationToken.None);
            }
        }

        // Types a migration made are unknown to connections that were opened before it.
        if (pending > 0) await dataSource.ReloadTypesAsync(cancellationToken);
        return pending;
    }

    private static async Task LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_lock($1)", connection) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = LockKey, NpgsqlDbType = NpgsqlDbType.Bigint });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<Applied>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        const string Table = """
            create table if not exists public.schema_migration (
              version int primary key,
              name text not null,
              checksum text not null,
              applied_at timestamptz not null default now()
            )
            """;
        // "if not exists" raises a notice each time; asking first keeps logs quiet and needs no right to create.
        if (await ScalarAsync(connection, "select to_regclass('public.schema_migration') is null", cancellationToken) is true)
            await ExecuteAsync(connection, Table, cancellationToken);

        await using var command = new NpgsqlCommand("select version, name, checksum from public.schema_migration order by version", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new List<Applied>();
        while (await reader.ReadAsync(cancellationToken))
            applied.Add(new(reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        return applied;
    }

    private static List<Migration> Missing(IReadOnlyList<Migration> migrations, List<Applied> applied)
    {
        var known = migrations.ToDictionary(migration => migration.Version);
        foreach (var row in applied)
        {
            if (!known.TryGetValue(row.Version, out var migration))
                throw new DatabaseSetupException(
                    $"The database has migration {row.Version} ({row.Name}), which this program does not know: start a newer version of it.");
            if (migration.Checksum != row.Checksum)
                throw new DatabaseSetupException(
                    $"Migration {migration} was changed after it was applied to this database: put the file back and make a new migration.");
        }

        var last = applied.Count == 0 ? 0 : applied[^1].Version;
        var done = applied.Select(row => row.Version).ToHashSet();
        var missing = migrations.Where(migration => !done.Contains(migration.Version)).OrderBy(migration => migration.Version).ToList();
        if (missing.FirstOrDefault(migration => migration.Version < last) is { } late)
            throw new DatabaseSetupException(
                $"Migration {late} is missing in this database although {last} is applied: give it a number above {last}.");
        return missing;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await using var script = new NpgsqlCommand(migration.Sql, connection, transaction) { CommandTimeout = 0 };
            await script.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException exception)
        {
            throw new DatabaseSetupException($"Migration {migration} failed and was rolled back: {exception.MessageText}.", exception);
        }

        await using var entry = new NpgsqlCommand(
            "insert into public.schema_migration (version, name, checksum) values ($1, $2, $3)", connection, transaction);
        entry.Parameters.Add(new() { Value = migration.Version, NpgsqlDbType = NpgsqlDbType.Integer });
        entry.Parameters.Add(new() { Value = migration.Name, NpgsqlDbType = NpgsqlDbType.Text });
        entry.Parameters.Add(new() { Value = migration.Checksum, NpgsqlDbType = NpgsqlDbType.Text });
        await entry.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record Applied(int Version, string Name, string Checksum);
}
