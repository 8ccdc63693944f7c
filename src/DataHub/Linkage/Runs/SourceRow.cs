using System.Runtime.CompilerServices;
using DataHub.Linkage.Model;
using DataHub.Linkage.Store;
using Npgsql;

namespace DataHub.Linkage.Runs;

/// <summary>A current record of a linked feed as it lies in the database.</summary>
internal sealed record SourceRow(RecordName Name, byte[] Payload, DateOnly? Date)
{
    private const int BatchRows = 4096;

    private const string Columns = "select r.feed, r.source_key, r.payload, r.source_date from feeds.source_record r";

    /// <summary>All of them, opened; their ciphertexts are kept no longer than that takes.</summary>
    public static async Task<List<LinkRecord>> OpenAllAsync(NpgsqlConnection connection, RecordOpener opener, CancellationToken cancel)
    {
        var records = new List<LinkRecord>();
        var batch = new List<SourceRow>(BatchRows);
        await foreach (var row in ReadAsync(connection, $"{Columns} where r.is_current and r.feed = any ($1)", cancel))
        {
            batch.Add(row);
            if (batch.Count == BatchRows) Open(batch, records, opener);
        }
        Open(batch, records, opener);
        return records;
    }

    /// <summary>Those that no pass has seen in their present form.</summary>
    public static async Task<List<SourceRow>> PendingAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        const string Sql = $"{Columns} join linkage.pending p on p.feed = r.feed and p.source_key = r.source_key where r.is_current and r.feed = any ($1)";
        var rows = new List<SourceRow>();
        await foreach (var row in ReadAsync(connection, Sql, cancel)) rows.Add(row);
        return rows;
    }

    /// <summary>What linking sees of it.</summary>
    public LinkRecord Open(RecordOpener opener) => opener.Open(FeedNames.Parse(Name.Feed), Name.SourceKey, Payload, Date);

    private static void Open(List<SourceRow> batch, List<LinkRecord> records, RecordOpener opener)
    {
        var opened = new LinkRecord[batch.Count];
        Parallel.For(0, batch.Count, i => opened[i] = batch[i].Open(opener));
        records.AddRange(opened);
        batch.Clear();
    }

    private static async IAsyncEnumerable<SourceRow> ReadAsync(
        NpgsqlConnection connection, string sql, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue(FeedNames.All.ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
            yield return new SourceRow(
                new(rows.GetString(0), rows.GetString(1)), rows.GetFieldValue<byte[]>(2), rows.IsDBNull(3) ? null : rows.GetFieldValue<DateOnly>(3));
    }
}
