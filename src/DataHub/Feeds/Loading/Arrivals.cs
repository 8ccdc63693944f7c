using DataHub.Feeds.Reading;
using Npgsql;
using NpgsqlTypes;

namespace DataHub.Feeds.Loading;

/// <summary>The temporary tables that a file's rows are copied into, and the copying.</summary>
internal sealed class Arrivals(NpgsqlConnection connection, FeedDefinition feed)
{
    private const string Fixed =
        "line, source_key, content_hash, payload, source_date, damaged, key_nik, key_nik_cipher, key_gender, key_nib, key_weak_nib, "
        + "key_person_name, key_business_name, key_person, key_business, key_phone, key_regencies, key_group, received_cipher";

    private readonly (FeedColumn Column, int Index, NpgsqlDbType Type)[] columns =
    [
        .. feed.Columns.Select((column, index) => (column, index, TypeOf(column.Kind))).Where(entry => entry.column.Kind != ColumnKind.Nik),
    ];

    private readonly int businessName = feed.IndexOf(ColumnRole.BusinessName);

    /// <summary>Makes the tables; they go with the transaction.</summary>
    public async Task CreateAsync(CancellationToken cancel)
    {
        // Names and types come from the catalogue in this program, never from a file.
        var own = string.Join("", columns.Select(entry => $", {entry.Column.Name} {SqlType(entry.Type)}"));
        await using var command = new NpgsqlCommand(
            $"""
            create temp table incoming (line int not null, source_key text not null, content_hash bytea not null, payload bytea not null,
              source_date date, damaged text[] not null, key_nik bytea, key_nik_cipher bytea, key_gender text, key_nib text,
              key_weak_nib text, key_person_name text, key_business_name text, key_person text not null, key_business text not null,
              key_phone text, key_regencies text[], key_group bytea, received_cipher bytea{own}) on commit drop;
            create temp table rejected (line int not null, column_name text, reason text not null, message text not null,
              value_cipher bytea, payload bytea not null, content_hash bytea not null, received_cipher bytea, source_key text) on commit drop;
            create temp table resent (line int not null, record_id bigint not null) on commit drop;
            create temp table present (source_key text not null) on commit drop;
            """, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Copies rows.</summary>
    public async Task CopyAsync(IReadOnlyCollection<FeedRow> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        var own = string.Join("", columns.Select(entry => $", {entry.Column.Name}"));
        await using var copy = await connection.BeginBinaryImportAsync($"copy incoming ({Fixed}{own}) from stdin (format binary)", cancel);
        foreach (var row in rows) Write(copy, row);
        await copy.CompleteAsync(cancel);
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

    private void Write(NpgsqlBinaryImporter copy, FeedRow row)
    {
        copy.StartRow();
        copy.Write(row.Line, NpgsqlDbType.Integer);
        Text(copy, row.SourceKey);
        Bytes(copy, row.ContentHash);
        Bytes(copy, row.Payload);
        if (row.SourceDate is { } date) copy.Write(date, NpgsqlDbType.Date);
        else copy.WriteNull();
        copy.Write(row.Damaged, NpgsqlDbType.Array | NpgsqlDbType.Text);
        WriteKeys(copy, row);
        foreach (var (_, index, type) in columns) Value(copy, row.Values[index], type);
    }

    private void WriteKeys(NpgsqlBinaryImporter copy, FeedRow row)
    {
        var keys = row.Keys;
        Bytes(copy, keys.NikHash);
        Bytes(copy, keys.NikCipher);
        Text(copy, keys.Gender);
        Text(copy, keys.Nib);
        Text(copy, keys.WeakNib);
        Text(copy, keys.PersonName);
        Text(copy, businessName < 0 ? null : (string?)row.Values[businessName]);
        Text(copy, keys.PersonKey);
        Text(copy, keys.BusinessKey);
        Text(copy, keys.PhoneKey);
        if (keys.Regencies is { } regencies) copy.Write(regencies, NpgsqlDbType.Array | NpgsqlDbType.Text);
        else copy.WriteNull();
        Bytes(copy, keys.GroupKey);
        Bytes(copy, row.Received);
    }

    private static void Value(NpgsqlBinaryImporter copy, object? value, NpgsqlDbType type)
    {
        switch (value)
        {
            case null: copy.WriteNull(); break;
            case string text: copy.Write(text, type); break;
            case DateOnly date: copy.Write(date, type); break;
            case decimal amount: copy.Write(amount, type); break;
            case int number: copy.Write(number, type); break;
            case double rating: copy.Write(rating, type); break;
            case bool flag: copy.Write(flag, type); break;
            default: throw new InvalidOperationException($"No column holds a {value.GetType().Name}.");
        }
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

    private static NpgsqlDbType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Date or ColumnKind.EndDate => NpgsqlDbType.Date,
        ColumnKind.Amount => NpgsqlDbType.Numeric,
        ColumnKind.Count or ColumnKind.Year or ColumnKind.Collectability => NpgsqlDbType.Integer,
        ColumnKind.Rating => NpgsqlDbType.Double,
        ColumnKind.YesNo => NpgsqlDbType.Boolean,
        _ => NpgsqlDbType.Text,
    };

    private static string SqlType(NpgsqlDbType type) => type switch
    {
        NpgsqlDbType.Date => "date",
        NpgsqlDbType.Numeric => "numeric(18, 2)",
        NpgsqlDbType.Integer => "int",
        NpgsqlDbType.Double => "double precision",
        NpgsqlDbType.Boolean => "boolean",
        _ => "text",
    };
}
