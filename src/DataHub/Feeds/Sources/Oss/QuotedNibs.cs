using DataHub.Feeds.Loading;
using DataHub.Feeds.Reading;
using Npgsql;
using NpgsqlTypes;

namespace DataHub.Feeds.Sources.Oss;

/// <summary>
/// Looks up which NIB the contracts and shops quote that were published before the hub kept it beside them: their rows have it encrypted.
/// </summary>
internal sealed class QuotedNibs(NpgsqlDataSource database, FeedLoader loader)
{
    private const int BatchRows = 2000;

    private static readonly (string Feed, string Table, string Key)[] Tables =
        [("SIKP", "credit.loan", "nomor_akad"), ("MARKETPLACE", "market.shop", "shop_id")];

    /// <summary>Looks them all up, a batch at a time; what is done stays done when it is ended.</summary>
    public async Task FillAsync(CancellationToken cancel)
    {
        foreach (var (feed, table, key) in Tables)
        {
            if (!await HasAnyAsync(table, cancel)) continue;
            var reader = await loader.ReaderAsync(FeedCatalogue.Get(feed), cancel);
            while (await FillAsync(reader, FeedCatalogue.Get(feed), (table, key), cancel) > 0)
            {
                // The next batch.
            }
        }
    }

    private async Task<bool> HasAnyAsync(string table, CancellationToken cancel)
    {
        await using var command = database.CreateCommand($"select exists (select from {table} where quoted_nib is null)");
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    private async Task<int> FillAsync(RowReader reader, FeedDefinition feed, (string Name, string Key) table, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var (ids, nibs) = (new List<long>(), new List<string>());
        // A row that a load has in hand is left for the next batch: waiting for it while holding others could stop both.
        await using (var command = new NpgsqlCommand(
            $"""
            select x.id, r.payload
            from {table.Name} x left join feeds.source_record r on r.feed = $1 and r.source_key = x.{table.Key} and r.is_current
            where x.quoted_nib is null
            limit {BatchRows} for update of x skip locked
            """, connection))
        {
            command.Parameters.AddWithValue(feed.Name);
            await using var rows = await command.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel))
            {
                ids.Add(rows.GetInt64(0));
                nibs.Add(rows.IsDBNull(1) ? "" : NibIn(reader.Reopen(rows.GetFieldValue<byte[]>(1))[feed.IndexOf(ColumnRole.Nib)]));
            }
        }
        await using var update = new NpgsqlCommand(
            $"update {table.Name} x set quoted_nib = n.nib from unnest($1, $2) n(id, nib) where x.id = n.id", connection);
        update.Parameters.Add(new() { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        update.Parameters.Add(new() { Value = nibs, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await update.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
        return ids.Count;
    }

    private static string NibIn(string field) => Identifier.Nib(field) == IdentifierState.Valid ? field : "";
}
