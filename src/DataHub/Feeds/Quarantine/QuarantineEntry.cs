using DataHub.Feeds.Reading;
using Npgsql;

namespace DataHub.Feeds.Quarantine;

/// <summary>An entry as the desk needs it: the row that it is of, and what became of it.</summary>
internal sealed record QuarantineEntry(long Id, FeedDefinition Feed, string Reason, string State)
{
    /// <summary>Line of the row in its file.</summary>
    public required int Line { get; init; }

    /// <summary>The file's name.</summary>
    public required string FileName { get; init; }

    /// <summary>Keyed hash over the row: all entries of one row share it.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>The encrypted row.</summary>
    public required byte[] Payload { get; init; }

    /// <summary>Encrypted: what came in another spelling.</summary>
    public byte[]? Received { get; init; }

    /// <summary>True when the row was not taken into fields: there is its text only.</summary>
    public bool IsUnsplit => Reasons.IsOfText(Reason);

    /// <summary>Null when there is none of the number.</summary>
    public static async Task<QuarantineEntry?> FindAsync(NpgsqlDataSource database, long id, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            select q.feed, q.reason, q.state, q.line, r.file_name, q.content_hash, q.payload, q.received_cipher
            from feeds.quarantine q join feeds.feed_run r on r.id = q.run_id
            where q.id = $1
            """);
        command.Parameters.AddWithValue(id);
        await using var row = await command.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel)) return null;
        return new QuarantineEntry(id, FeedCatalogue.Get(row.GetString(0)), row.GetString(1), row.GetString(2))
        {
            Line = row.GetInt32(3),
            FileName = row.GetString(4),
            ContentHash = row.GetFieldValue<byte[]>(5),
            Payload = row.GetFieldValue<byte[]>(6),
            Received = row.IsDBNull(7) ? null : row.GetFieldValue<byte[]>(7),
        };
    }
}
