using System.Runtime.CompilerServices;
using DataHub.Linkage.Model;
using DataHub.Linkage.Store;
using Npgsql;

namespace DataHub.Linkage.Runs;

/// <summary>A current record of a linked feed as it lies in the database.</summary>
internal sealed record SourceRow(long Id, RecordName Name, byte[] Payload, DateOnly? Date)
{
    private const int BatchRows = 4096;

    private const string Columns = "select r.id, r.feed, r.source_key, r.payload, r.source_date from feeds.source_record r";

    /// <summary>All of them, opened; their ciphertexts are kept no longer than that takes.</summary>
    public static async Task<(List<LinkRecord> Records, List<long> Ids)> OpenAllAsync(
        NpgsqlConnection connection, RecordOpener opener, CancellationToken cancel)
    {
        var (records, ids) = (new List<LinkRecord>(), new List<long>());
        var batch = new List<SourceRow>(BatchRows);
        await using var command = new NpgsqlCommand($"{Columns} where r.is_current and r.feed = any ($1)", connection);
        command.Parameters.AddWithValue(FeedNames.All.ToArray());
        await foreach (var row in ReadAsync(command, cancel))
        {
            ids.Add(row.Id);
            batch.Add(row);
            if (batch.Count == BatchRows) Open(batch, records, opener);
        }
        Open(batch, records, opener);
        return (records, ids);
    }

    /// <summary>Those that no pass has seen in their present form.</summary>
    public static async Task<List<SourceRow>> PendingAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"{Columns} join linkage.pending p on p.feed = r.feed and p.source_key = r.source_key where r.is_current and r.feed = any ($1)",
            connection);
        command.Parameters.AddWithValue(FeedNames.All.ToArray());
        return await ListAsync(command, cancel);
    }

    /// <summary>Some, by name; those that are not there are left out.</summary>
    public static async Task<List<SourceRow>> NamedAsync(NpgsqlConnection connection, IReadOnlyList<RecordName> names, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"{Columns} join unnest($1::text[], $2::text[]) n (feed, source_key) using (feed, source_key) where r.is_current",
            connection);
        command.Parameters.AddWithValue(names.Select(name => name.Feed).ToArray());
        command.Parameters.AddWithValue(names.Select(name => name.SourceKey).ToArray());
        return await ListAsync(command, cancel);
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

    private static async Task<List<SourceRow>> ListAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        var rows = new List<SourceRow>();
        await foreach (var row in ReadAsync(command, cancel)) rows.Add(row);
        return rows;
    }

    private static async IAsyncEnumerable<SourceRow> ReadAsync(NpgsqlCommand command, [EnumeratorCancellation] CancellationToken cancel)
    {
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
            yield return new SourceRow(
                rows.GetInt64(0), new(rows.GetString(1), rows.GetString(2)), rows.GetFieldValue<byte[]>(3),
                rows.IsDBNull(4) ? null : rows.GetFieldValue<DateOnly>(4));
    }
}
