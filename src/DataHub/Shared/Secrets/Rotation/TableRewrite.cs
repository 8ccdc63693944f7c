using System.Security.Cryptography;
using Npgsql;

namespace DataHub.Shared.Secrets.Rotation;

/// <summary>
/// Rewrites the values of one table with the current keys, a bounded batch of rows at a time. What is to be done is told by the values
/// themselves, so that a run that was broken off is gone on with by the next one.
/// </summary>
internal sealed class TableRewrite(string table, Protector protector)
{
    private readonly SecretColumn[] columns = [.. SecretColumn.All.Where(column => column.Table == table)];
    private long after = long.MinValue;

    public string Table => table;

    /// <summary>Rows with a value that a former key made.</summary>
    public async Task<long> RemainingAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select count(*) from {table} where {IsFormer}", connection) { CommandTimeout = 0 };
        AddCurrent(command.Parameters);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Rewrites the next rows; null when none are left. Values that no key can read stay as they are.</summary>
    public async Task<int?> NextAsync(NpgsqlConnection connection, int rows, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var found = await ReadAsync(connection, rows, cancellation);
        if (found.Count == 0) return null;
        await using var batch = new NpgsqlBatch(connection, transaction) { Timeout = 0 };
        var sets = string.Join(", ", columns.Select((column, i) => $"{column.Column} = ${i + 2}"));
        foreach (var (id, values) in found)
        {
            if (Rewritten(values) is not { } rewritten) continue;
            var update = new NpgsqlBatchCommand($"update {table} set {sets} where id = $1") { Parameters = { new() { Value = id } } };
            foreach (var value in rewritten) update.Parameters.Add(Bytes(value));
            batch.BatchCommands.Add(update);
        }
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        after = found[^1].Id;
        return batch.BatchCommands.Count;
    }

    internal static NpgsqlParameter Bytes(byte[]? value) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea };

    // $1 is the current number for hashes, $2 for encryption.
    private string IsFormer =>
        string.Join(" or ", columns.Select(column => $"{column.KeyNumber} <> {(column.Use == KeyUse.Hash ? "$1" : "$2")}"));

    private void AddCurrent(NpgsqlParameterCollection parameters)
    {
        parameters.Add(new() { Value = protector.Keys.Hash.Current.Number });
        parameters.Add(new() { Value = protector.Keys.Encryption.Current.Number });
    }

    private async Task<List<(long Id, byte[]?[] Values)>> ReadAsync(NpgsqlConnection connection, int rows, CancellationToken cancellation)
    {
        var names = string.Join(", ", columns.Select(column => column.Column));
        await using var command = new NpgsqlCommand(
            $"select id, {names} from {table} where id > $3 and ({IsFormer}) order by id limit $4 for update", connection)
        { CommandTimeout = 0 };
        AddCurrent(command.Parameters);
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = rows });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(long, byte[]?[])>();
        while (await reader.ReadAsync(cancellation))
            found.Add((reader.GetInt64(0), [.. columns.Select((_, i) => reader.IsDBNull(i + 1) ? null : reader.GetFieldValue<byte[]>(i + 1))]));
        return found;
    }

    private byte[]?[]? Rewritten(byte[]?[] values)
    {
        try
        {
            return [.. columns.Select((column, i) => values[i] is null ? null : Rewritten(column, values))];
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private byte[]? Rewritten(SecretColumn column, byte[]?[] values)
    {
        var cipher = values[Array.FindIndex(columns, other => other.Column == (column.PlainIn ?? column.Column))];
        // A hash whose number is no longer kept cannot be made anew.
        if (cipher is null) throw new CryptographicException("There is nothing to make the hash from.");
        var plain = protector.Decrypt(cipher);
        return column.Use == KeyUse.Hash ? protector.Hash(plain) : protector.Encrypt(plain);
    }
}
