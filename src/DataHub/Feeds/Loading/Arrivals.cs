using DataHub.Feeds.Reading;
using Npgsql;
using NpgsqlTypes;

namespace DataHub.Feeds.Loading;

/// <summary>The temporary tables that a file's rows are copied into, and the copying.</summary>
internal sealed class Arrivals(NpgsqlConnection connection, FeedDefinition feed)
{
    // A message of COPY is taken into the server's memory whole.
    private const int MessageSize = 1 << 16;

    private readonly ArrivalColumns columns = ArrivalColumns.Of(feed);

    /// <summary>Makes the tables; they go with the transaction.</summary>
    public async Task CreateAsync(CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
            create temp table incoming ({columns.Definitions}) on commit drop;
            create temp table rejected (line int not null, column_name text, reason text not null, message text not null,
              value_cipher bytea, payload bytea not null, content_hash bytea not null, received_cipher bytea, source_key text) on commit drop;
            create temp table resent (line int not null, record_id bigint not null) on commit drop;
            create temp table present (source_key text not null) on commit drop;
            create temp table repeated (line int not null, differs boolean not null) on commit drop;
            """, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Copies rows.</summary>
    public Task CopyAsync(IReadOnlyCollection<FeedRow> rows, CancellationToken cancel)
    {
        var buffer = new CopyBuffer();
        foreach (var row in rows) columns.Write(buffer, row);
        return CopyAsync(buffer, cancel);
    }

    /// <summary>Copies rows that were written by <see cref="ArrivalColumns"/>.</summary>
    public async Task CopyAsync(CopyBuffer rows, CancellationToken cancel)
    {
        if (rows.Written.IsEmpty) return;
        await using var copy = await connection.BeginRawBinaryCopyAsync(
            $"copy incoming ({columns.Names}) from stdin (format binary)", cancel);
        await copy.WriteAsync(CopyBuffer.Header, cancel);
        for (var rest = rows.Written; !rest.IsEmpty; rest = rest[Math.Min(MessageSize, rest.Length)..])
            await copy.WriteAsync(rest[..Math.Min(MessageSize, rest.Length)], cancel);
        await copy.WriteAsync(CopyBuffer.Trailer, cancel);
    }

    /// <summary>Copies which lines are records that the hub holds in the same form.</summary>
    public async Task CopyAsync(IReadOnlyCollection<ResentRow> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        await using var copy = await connection.BeginBinaryImportAsync("copy resent (line, record_id) from stdin (format binary)", cancel);
        foreach (var row in rows)
        {
            copy.StartRow();
            copy.Write(row.Line, NpgsqlDbType.Integer);
            copy.Write(row.RecordId, NpgsqlDbType.Bigint);
        }
        await copy.CompleteAsync(cancel);
    }

    /// <summary>Copies what could not be read.</summary>
    public async Task CopyAsync(IReadOnlyCollection<RejectedField> fields, CancellationToken cancel)
    {
        if (fields.Count == 0) return;
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy rejected (line, column_name, reason, message, value_cipher, payload, content_hash, received_cipher, source_key) "
            + "from stdin (format binary)", cancel);
        foreach (var field in fields)
        {
            copy.StartRow();
            copy.Write(field.Line, NpgsqlDbType.Integer);
            Text(copy, field.Column);
            Text(copy, field.Reason);
            Text(copy, Reasons.Message(field.Reason, field.Column));
            Bytes(copy, field.Value);
            Bytes(copy, field.Payload);
            Bytes(copy, field.ContentHash);
            Bytes(copy, field.Received);
            Text(copy, field.SourceKey);
        }
        await copy.CompleteAsync(cancel);
    }

    private static void Text(NpgsqlBinaryImporter copy, string? text)
    {
        if (text is null) copy.WriteNull();
        else copy.Write(text, NpgsqlDbType.Text);
    }

    private static void Bytes(NpgsqlBinaryImporter copy, byte[]? bytes)
    {
        if (bytes is null) copy.WriteNull();
        else copy.Write(bytes, NpgsqlDbType.Bytea);
    }
}
