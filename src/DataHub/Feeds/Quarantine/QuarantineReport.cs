using System.Globalization;
using System.Text;
using DataHub.Feeds.Reading;
using DataHub.Shared;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Feeds.Quarantine;

/// <summary>
/// Writes the open rows of a feed as received, with what is wrong with each, for the agency to correct: a file of the feed with further
/// columns, which the hub takes back as any other file. It is read without the mapping that a sheet was loaded by: of what only the mapping
/// could read there is what it made of it. UTF-8 with a byte order mark and semicolons, as spreadsheets in Indonesia open it.
/// </summary>
public sealed class QuarantineReport(NpgsqlDataSource database, Protector protector, TimeProvider time)
{
    private const char Separator = ';';

    private sealed record Row(int Line, byte[] Payload, byte[]? Received)
    {
        public List<string> Columns { get; } = [];
        public Dictionary<string, string> ReasonOf { get; } = new(StringComparer.Ordinal);
        public List<string> Reasons { get; } = [];
        public List<string> Messages { get; } = [];
    }

    /// <summary>Writes one line a row, however many of its columns could not be read. Returns the number of rows.</summary>
    public async Task<int> WriteAsync(FeedDefinition feed, Stream stream, CancellationToken cancel)
    {
        var today = Wib.DateOf(time.GetUtcNow());
        var readers = (new RowReader(feed, protector, new Places([]), today), new FieldReader(new Places([]), today));
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await text.WriteLineAsync(Line([.. feed.Columns.Select(column => column.Name), .. FeedHeader.ReportColumns]));
        var rows = 0;
        await foreach (var row in RowsAsync(feed, cancel))
        {
            var (fields, beside) = Open(feed, row, readers);
            await text.WriteLineAsync(Line(
            [
                .. fields, row.Line.ToString(CultureInfo.InvariantCulture), string.Join(", ", row.Columns), string.Join(", ", row.Reasons),
                string.Join("; ", row.Messages), beside,
            ]));
            rows++;
        }
        return rows;
    }

    private async IAsyncEnumerable<Row> RowsAsync(
        FeedDefinition feed, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            select q.line, q.payload, q.received_cipher, q.column_name, q.reason, q.message, q.content_hash
            from feeds.quarantine q
            where q.feed = $1 and q.state = 'OPEN'
            order by q.run_id, q.line, q.content_hash, q.column_name
            """);
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue(feed.Name);
        await using var entries = await command.ExecuteReaderAsync(cancel);
        Row? row = null;
        byte[] hash = [];
        while (await entries.ReadAsync(cancel))
        {
            var next = entries.GetFieldValue<byte[]>(6);
            if (row is null || !next.AsSpan().SequenceEqual(hash))
            {
                if (row is not null) yield return row;
                var received = entries.IsDBNull(2) ? null : entries.GetFieldValue<byte[]>(2);
                row = new Row(entries.GetInt32(0), entries.GetFieldValue<byte[]>(1), received);
                hash = next;
            }
            if (!entries.IsDBNull(3))
            {
                row.Columns.Add(entries.GetString(3));
                row.ReasonOf[entries.GetString(3)] = entries.GetString(4);
            }
            row.Reasons.Add(entries.GetString(4));
            row.Messages.Add(entries.GetString(5));
        }
        if (row is not null) yield return row;
    }

    /// <summary>The row's fields, and what stands in none of them: the text of a row that has none, values that the agency has to replace.</summary>
    private (string[] Fields, string Beside) Open(FeedDefinition feed, Row row, (RowReader Rows, FieldReader Fields) readers)
    {
        if (row.Reasons.Exists(Reasons.IsOfText)) return ([.. feed.Columns.Select(_ => "")], protector.DecryptText(row.Payload));
        var (fields, made, replaced) = (readers.Rows.Reopen(row.Payload, row.Received)!, readers.Rows.Reopen(row.Payload), new List<string>());
        for (var i = 0; i < fields.Length; i++)
        {
            var column = feed.Columns[i];
            if (!row.ReasonOf.TryGetValue(column.Name, out var reason))
            {
                // A number of millions, a month before its day.
                if (fields[i] != made[i] && (readers.Fields.Read(column, fields[i]).Canonical ?? "") != made[i]) fields[i] = made[i];
            }
            else if (Reasons.IsOfMapping(reason))
            {
                replaced.Add($"{column.Name}: {fields[i]}");
                fields[i] = "";
            }
        }
        return (fields, string.Join(" | ", replaced));
    }

    private static string Line(IReadOnlyList<string> cells) => string.Join(Separator, cells.Select(Cell));

    private static string Cell(string text)
    {
        var safe = SpreadsheetCell.Safe(text);
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0 && safe.Trim().Length == safe.Length
            ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
