using System.Globalization;
using DataHub.GraphQL.Types;
using DataHub.Planning;
using DataHub.Shared;
using Npgsql;
using NpgsqlTypes;

namespace DataHub.Rights.Breaches;

/// <summary>Makes a breach report from the ledger.</summary>
internal sealed class BreachReader(NpgsqlDataSource database)
{
    private static readonly TimeSpan NoticeTime = TimeSpan.FromHours(3 * 24);

    // What left the hub: refusals gave nothing, and of what failed nobody has seen an answer.
    private const string Concerned =
        """
        concerned as (
          select * from audit.entry e
          where e.at >= $1 and e.at < $2 and e.outcome in ('ANSWERED', 'PARTIAL') and e.kind <> 'REFUSAL'
            and ($3::text is null or e.organisation = $3) and ($4::text is null or e.client = $4)
            and (e.rows > 0 or cardinality(e.persons) > 0 or cardinality(e.businesses) > 0))
        """;

    private const string Counts =
        $"""
        with {Concerned}
        select count(*)::int, coalesce(sum(rows), 0)::bigint,
          (select count(distinct p)::int from concerned, unnest(persons) p), (select count(distinct b)::int from concerned, unnest(businesses) b),
          min(at), max(at)
        from concerned
        """;

    private const string Fields =
        $"with {Concerned} select f, count(*)::int from concerned, unnest(fields) f group by f order by 2 desc, 1 limit 500";

    private const string Subjects =
        $"""
        with {Concerned}, affected as (
          select false as is_business, p as id, at from concerned, unnest(persons) p
          union all select true, b, at from concerned, unnest(businesses) b)
        select is_business, id, count(*)::int, min(at), max(at) from affected
        where $5::boolean is null or (is_business, id) > ($5, $6::bigint)
        group by 1, 2 order by 1, 2 limit $7
        """;

    public async Task<BreachReport> ReadAsync(Hub hub, BreachQuestion question, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var counts = await CountsAsync(connection, question, cancellation);
        var fields = await FieldsAsync(connection, hub.Schema, question, cancellation);
        var affected = await AffectedAsync(connection, hub, question, cancellation);
        return new(counts, fields, affected, Notice(question, counts, fields));
    }

    private static async Task<BreachCounts> CountsAsync(NpgsqlConnection connection, BreachQuestion question, CancellationToken cancellation)
    {
        await using var command = Command(connection, Counts, question);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return new(row.GetInt32(0), row.GetInt64(1), row.GetInt32(2), row.GetInt32(3))
        {
            FirstAt = row.IsDBNull(4) ? null : row.GetDateTime(4),
            LastAt = row.IsDBNull(5) ? null : row.GetDateTime(5),
        };
    }

    private static async Task<List<BreachField>> FieldsAsync(
        NpgsqlConnection connection, Schema schema, BreachQuestion question, CancellationToken cancellation)
    {
        await using var command = Command(connection, Fields, question);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var fields = new List<BreachField>();
        while (await row.ReadAsync(cancellation))
        {
            var name = row.GetString(0).Split('.');
            var field = name.Length == 2 ? (schema.Type(name[0]) as FieldsType)?.Field(name[1]) : null;
            fields.Add(new(row.GetString(0), field?.Description, row.GetInt32(1)));
        }
        return fields;
    }

    private static async Task<BreachSubjectPage> AffectedAsync(
        NpgsqlConnection connection, Hub hub, BreachQuestion question, CancellationToken cancellation)
    {
        await using var command = Command(connection, Subjects, question);
        command.Parameters.Add(new() { Value = question.After is { } after ? after.IsBusiness : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Boolean });
        command.Parameters.Add(new() { Value = question.After is { } last ? last.Id : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = question.First + 1 });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var (nodes, cursor, hasNext) = (new List<BreachSubject>(), (string?)null, false);
        while (await row.ReadAsync(cancellation))
        {
            if (hasNext = nodes.Count == question.First) break;
            var (isBusiness, id) = (row.GetBoolean(0), row.GetInt64(1));
            nodes.Add(new(
                isBusiness ? null : hub.Ids.Encode("Person", id), isBusiness ? hub.Ids.Encode("Business", id) : null,
                row.GetInt32(2), row.GetDateTime(3), row.GetDateTime(4)));
            cursor = hub.Cursors.Encode(question.List, [isBusiness ? "b" : "p", id.ToString(CultureInfo.InvariantCulture)]);
        }
        return new(nodes, hasNext, cursor);
    }

    private static BreachNotice Notice(BreachQuestion question, BreachCounts counts, List<BreachField> fields)
    {
        var data = fields.Count == 0
            ? "Tidak ada data pribadi yang tercatat terungkap."
            : $"Data pribadi yang terungkap: {string.Join("; ", fields.Select(field => field.Coordinate))}. "
                + string.Create(CultureInfo.InvariantCulture, $"Menyangkut {counts.Persons} orang dan {counts.Businesses} usaha.");
        var how = counts is { FirstAt: { } first, LastAt: { } last }
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Data keluar melalui {counts.Entries} jawaban sistem antara {Text(first)} dan {Text(last)}{Whom(question)}.")
            : $"Tidak ada jawaban yang tercatat antara {Text(question.From.UtcDateTime)} dan {Text(question.To.UtcDateTime)}{Whom(question)}.";
        return new(
            (question.KnownAt + NoticeTime).UtcDateTime, data, how,
            "Semua akses tercatat dalam buku akses yang tidak dapat diubah. Upaya penanganan dan pemulihan dilengkapi oleh pengendali data sebelum dikirim.");
    }

    private static string Whom(BreachQuestion question) => (question.Organisation, question.Client) switch
    {
        (null, null) => "",
        ({ } organisation, null) => $" kepada organisasi {organisation}",
        (null, { } client) => $" kepada klien {client}",
        var (organisation, client) => $" kepada organisasi {organisation} melalui klien {client}",
    };

    private static string Text(DateTime at) =>
        new DateTimeOffset(at).ToOffset(Wib.Offset).ToString("yyyy-MM-dd HH:mm:ss 'WIB'", CultureInfo.InvariantCulture);

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, BreachQuestion question)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = question.From.ToUniversalTime() });
        command.Parameters.Add(new() { Value = question.To.ToUniversalTime() });
        command.Parameters.Add(new() { Value = (object?)question.Organisation ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)question.Client ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        return command;
    }
}
