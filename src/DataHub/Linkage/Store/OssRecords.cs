using DataHub.Feeds;
using DataHub.Feeds.Loading;
using DataHub.Feeds.Reading;
using Npgsql;

namespace DataHub.Linkage.Store;

/// <summary>Types the OSS rows of hubs that took them before typed rows were kept.</summary>
internal static class OssRecords
{
    private const int BatchRows = 5000;

    private const string Missing =
        """
        select r.line, r.payload from feeds.source_record r
        where r.feed = 'OSS' and r.is_current and not exists (select from registry.oss_record o where o.source_key = r.source_key)
        """;

    /// <summary>Reads the rows again as they were received; does nothing where none is missing.</summary>
    public static async Task FillAsync(NpgsqlConnection connection, RowReader reader, CancellationToken cancel)
    {
        var rows = await ReadAsync(connection, reader, cancel);
        if (rows.Count == 0) return;
        var arrivals = new Arrivals(connection, FeedCatalogue.Get("OSS"));
        await arrivals.CreateAsync(cancel);
        foreach (var batch in rows.Chunk(BatchRows)) await arrivals.CopyAsync(batch, cancel);
        await FeedScript.RunAsync(connection, "Publishing/oss", cancel);
    }

    private static async Task<List<FeedRow>> ReadAsync(NpgsqlConnection connection, RowReader reader, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Missing, connection) { CommandTimeout = 0 };
        await using var found = await command.ExecuteReaderAsync(cancel);
        var rows = new List<FeedRow>();
        while (await found.ReadAsync(cancel))
        {
            var source = new RawRow(found.GetInt32(0), reader.Reopen(found.GetFieldValue<byte[]>(1)));
            if (!reader.TryRead(source, out var row, out _))
                throw new InvalidDataException("a row that the hub took earlier can no longer be read");
            rows.Add(row!);
        }
        return rows;
    }
}
