using DataHub.Linkage.Model;
using DataHub.Linkage.Store;
using Npgsql;

namespace DataHub.Linkage.Runs;

/// <summary>A current record of a linked feed as it lies in the database.</summary>
internal sealed record SourceRow(RecordName Name, byte[] Payload, DateOnly? Date)
{
    private const string Columns = "select r.feed, r.source_key, r.payload, r.source_date from feeds.source_record r";

    /// <summary>All of them.</summary>
    public static Task<List<SourceRow>> AllAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        ReadAsync(connection, $"{Columns} where r.is_current and r.feed = any ($1)", cancel);

    /// <summary>Those that no pass has seen in their present form.</summary>
    public static Task<List<SourceRow>> PendingAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        ReadAsync(connection, $"{Columns} join linkage.pending p using (feed, source_key) where r.is_current and r.feed = any ($1)", cancel);

    /// <summary>What linking sees of it.</summary>
    public LinkRecord Open(RecordOpener opener) => opener.Open(FeedNames.Parse(Name.Feed), Name.SourceKey, Payload, Date);

    private static async Task<List<SourceRow>> ReadAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue(FeedNames.All.ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<SourceRow>();
        while (await rows.ReadAsync(cancel))
            found.Add(new SourceRow(
                new(string.Intern(rows.GetString(0)), rows.GetString(1)), rows.GetFieldValue<byte[]>(2),
                rows.IsDBNull(3) ? null : rows.GetFieldValue<DateOnly>(3)));
        return found;
    }
}
