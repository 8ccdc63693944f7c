using System.Security.Cryptography;
using DataHub.Feeds;
using DataHub.Feeds.Loading;
using DataHub.Feeds.Reading;
using Npgsql;

namespace DataHub.Shared.Secrets.Rotation;

/// <summary>Makes the hashes that records are compared by anew, from the records as received. Otherwise as <see cref="TableRewrite"/>.</summary>
/// <param name="protector">Hashes with the current key.</param>
/// <param name="today">Bounds which dates are believed, not what is hashed.</param>
internal sealed class RecordKeyRewrite(Protector protector, DateOnly today)
{
    public const string Table = "linkage.record_key";

    private const string IsFormer = "(keys.of_hash(k.nik_hash) <> $1 or keys.of_hash(k.group_key) <> $1)";

    private readonly Dictionary<string, RowReader> readers = new(StringComparer.Ordinal);
    private (string Feed, string Key) after = ("", "");

    public async Task<long> RemainingAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select count(*) from {Table} k where {IsFormer}", connection) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = protector.Keys.Hash.Current.Number });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>See <see cref="TableRewrite.NextAsync"/>.</summary>
    public async Task<int?> NextAsync(NpgsqlConnection connection, int rows, CancellationToken cancellation)
    {
        if (readers.Count == 0) await MakeReadersAsync(connection, cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var found = await ReadAsync(connection, rows, cancellation);
        if (found.Count == 0) return null;
        await using var batch = new NpgsqlBatch(connection, transaction) { Timeout = 0 };
        foreach (var (feed, key, payload) in found)
        {
            if (payload is null || KeysOf(feed, payload) is not { } keys) continue;
            batch.BatchCommands.Add(new NpgsqlBatchCommand(
                $"update {Table} set nik_hash = case when nik_hash is not null then $3 end, group_key = case when group_key is not null then $4 end "
                + "where feed = $1 and source_key = $2")
            {
                Parameters = { new() { Value = feed }, new() { Value = key }, TableRewrite.Bytes(keys.NikHash), TableRewrite.Bytes(keys.GroupKey) },
            });
        }
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        after = (found[^1].Feed, found[^1].Key);
        return batch.BatchCommands.Count;
    }

    private LinkKeys? KeysOf(string feed, byte[] payload)
    {
        try
        {
            return readers[feed].KeysOf(payload);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task<List<(string Feed, string Key, byte[]? Payload)>> ReadAsync(
        NpgsqlConnection connection, int rows, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select k.feed, k.source_key, r.payload
            from {Table} k left join feeds.source_record r on r.feed = k.feed and r.source_key = k.source_key and r.is_current
            where (k.feed, k.source_key) > ($2, $3) and {IsFormer}
            order by k.feed, k.source_key limit $4 for update of k
            """, connection)
        { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = protector.Keys.Hash.Current.Number });
        command.Parameters.Add(new() { Value = after.Feed });
        command.Parameters.Add(new() { Value = after.Key });
        command.Parameters.Add(new() { Value = rows });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(string, string, byte[]?)>();
        while (await reader.ReadAsync(cancellation))
            found.Add((reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<byte[]>(2)));
        return found;
    }

    private async Task MakeReadersAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var places = await FeedLoad.PlacesAsync(connection, cancellation);
        foreach (var feed in FeedCatalogue.All) readers[feed.Name] = new RowReader(feed, protector, places, today);
    }
}
