using Npgsql;

namespace DataHub.Shared.Secrets.Rotation;

/// <summary>How many stored values each key made.</summary>
public static class KeyUsage
{
    /// <summary>Values of a key over all tables.</summary>
    public static async Task<long> CountAsync(NpgsqlDataSource database, SecretKey key, CancellationToken cancellation)
    {
        var values = 0L;
        foreach (var column in SecretColumn.All.Where(column => column.Use == key.Use))
        {
            await using var command = database.CreateCommand(
                $"select count(*) from {column.Table} where {column.KeyNumber} = $1");
            command.CommandTimeout = 0;
            command.Parameters.Add(new() { Value = key.Number });
            values += (long)(await command.ExecuteScalarAsync(cancellation))!;
        }
        return values;
    }
}
