using Npgsql;

namespace DataHub.Shared.Secrets.Rotation;

/// <summary>The running hubs' own account of the keys they can use.</summary>
public static class KeyHolders
{
    // A hub tells every ten seconds; one that has not for three times that is gone.
    private const string Live = "seen_at > now() - interval '30 seconds'";

    /// <summary>Enters what a hub can use now.</summary>
    public static async Task TellAsync(NpgsqlDataSource database, Guid holder, HubKeys keys, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            insert into keys.holder (id, hash_keys, encryption_keys, seen_at) values ($1, $2, $3, now())
            on conflict (id) do update set hash_keys = excluded.hash_keys, encryption_keys = excluded.encryption_keys, seen_at = now()
            """);
        command.Parameters.Add(new() { Value = holder });
        command.Parameters.Add(new() { Value = Numbers(keys.Hash) });
        command.Parameters.Add(new() { Value = Numbers(keys.Encryption) });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Takes a hub out that ends, and those that ended without a word.</summary>
    public static async Task LeaveAsync(NpgsqlDataSource database, Guid holder, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"delete from keys.holder where id = $1 or not {Live}");
        command.Parameters.Add(new() { Value = holder });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Running hubs that cannot use the current keys yet.</summary>
    public static async Task<long> BehindAsync(NpgsqlDataSource database, HubKeys keys, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"select count(*) from keys.holder where {Live} and not (hash_keys @> array[$1] and encryption_keys @> array[$2])");
        command.Parameters.Add(new() { Value = keys.Hash.Current.Number });
        command.Parameters.Add(new() { Value = keys.Encryption.Current.Number });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static int[] Numbers(KeySet keys) => [.. keys.InUse.Select(key => key.Number)];
}
