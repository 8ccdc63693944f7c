using System.Globalization;
using System.Text;
using DataHub.Linkage.Model;
using DataHub.Shared;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Linkage.Store;

/// <summary>Writes what linking found as tables, for measuring it. Record keys are written as their files had them.</summary>
public sealed class LinkExport(NpgsqlDataSource database, Protector protector, TimeProvider clock)
{
    private const int KeyedHash = 64;

    private const string Clusters =
        """
        select r.feed, r.source_key, case when {altered} then r.payload end,
          case when l.business_id is not null then 'B' || l.business_id else 'R' || coalesce(l.cluster_record_id, r.id) end,
          case when l.person_id is not null then 'P' || l.person_id else 'R' || coalesce(l.person_cluster_record_id, r.id) end
        from feeds.source_record r
        left join linkage.link l on l.feed = r.feed and l.source_key = r.source_key and l.closed_at is null
        where r.is_current and r.feed = any ($1)
        order by r.feed, r.source_key
        """;

    private const string Pairs =
        """
        select v.feed_a, v.key_a, case when {a} then a.payload end, v.feed_b, v.key_b, case when {b} then b.payload end, v.bits
        from linkage.review_pair v
        join feeds.source_record a on a.feed = v.feed_a and a.source_key = v.key_a and a.is_current
        join feeds.source_record b on b.feed = v.feed_b and b.source_key = v.key_b and b.is_current
        where v.state = 'OPEN'
        order by v.worth desc, v.id
        """;

    private RecordOpener? opener;

    /// <summary>
    /// One line a current record: feed (lower case), source_record_id, cluster_id (B and the number of the business, or R and a record's
    /// where there is none), owner_cluster_id (P and the number of the record's person, or R and a record's). Returns the lines.
    /// </summary>
    public async Task<int> WriteClustersAsync(TextWriter output, CancellationToken cancel)
    {
        await output.WriteLineAsync("feed,source_record_id,cluster_id,owner_cluster_id");
        return await WriteAsync(Clusters.Replace("{altered}", IsAltered("r.source_key"), StringComparison.Ordinal), row =>
            Line(Feed(row, 0), Key(row, 0), row.GetString(3), row.GetString(4)), output, cancel);
    }

    /// <summary>
    /// One line a pair that waits for a person, the worthiest first: feed_a, id_a, feed_b, id_b, score in bits. Returns the lines.
    /// </summary>
    public async Task<int> WriteReviewAsync(TextWriter output, CancellationToken cancel)
    {
        await output.WriteLineAsync("feed_a,id_a,feed_b,id_b,score");
        return await WriteAsync(Pairs.Replace("{a}", IsAltered("v.key_a"), StringComparison.Ordinal)
            .Replace("{b}", IsAltered("v.key_b"), StringComparison.Ordinal), row =>
            Line(Feed(row, 0), Key(row, 0), Feed(row, 3), Key(row, 3), row.GetDouble(6).ToString("0.###", CultureInfo.InvariantCulture)), output, cancel);
    }

    // A mark behind a damaged key, or a keyed hash in place of a person's number.
    private static string IsAltered(string column) =>
        string.Create(CultureInfo.InvariantCulture, $"position('~' in {column}) > 0 or length({column}) = {KeyedHash}");

    private async Task<int> WriteAsync(string sql, Func<NpgsqlDataReader, string> line, TextWriter output, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var places = await PlacesTable.ReadAsync(connection, cancel);
        opener = new RecordOpener(protector, places.Places, Wib.DateOf(clock.GetUtcNow()));
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        if (sql.Contains("$1", StringComparison.Ordinal)) command.Parameters.AddWithValue(FeedNames.All.ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var lines = 0;
        for (; await rows.ReadAsync(cancel); lines++) await output.WriteLineAsync(line(rows));
        return lines;
    }

    private static string Feed(NpgsqlDataReader row, int column) => row.GetString(column).ToLowerInvariant();

    // The three columns feed, key and payload.
    private string Key(NpgsqlDataReader row, int column) => row.IsDBNull(column + 2)
        ? row.GetString(column + 1)
        : opener!.KeyOf(FeedNames.Parse(row.GetString(column)), row.GetFieldValue<byte[]>(column + 2));

    private static string Line(params string[] fields)
    {
        var line = new StringBuilder();
        foreach (var field in fields)
        {
            if (line.Length > 0) line.Append(',');
            if (field.AsSpan().IndexOfAny(",\"\r\n") < 0) line.Append(field);
            else line.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        return line.ToString();
    }
}
