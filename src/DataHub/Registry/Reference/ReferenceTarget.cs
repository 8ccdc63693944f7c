using System.Collections.Concurrent;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace DataHub.Registry.Reference;

/// <summary>The transaction of a load: temporary table "incoming" of the file's rows, and "done" of what was done with them.</summary>
internal sealed class ReferenceTarget(NpgsqlConnection connection, ReferenceWish wish, DateTimeOffset at)
{
    private const int ExamplesShown = 10;

    private static readonly ConcurrentDictionary<string, string> Scripts = new(StringComparer.Ordinal);

    /// <summary>What is loaded.</summary>
    public ReferenceWish Wish => wish;

    /// <summary>Runs SQL of this program.</summary>
    public async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Runs <c>Registry/Reference/&lt;name&gt;.sql</c> over the rows that were put.</summary>
    public async Task MergeAsync(string name, CancellationToken cancel)
    {
        await using (var command = new NpgsqlCommand(
            """
            create temp table this_reference on commit drop as
            select $1::text as source, $2::text as source_version, $3::timestamptz as at
            """, connection))
        {
            command.Parameters.AddWithValue(wish.Source);
            command.Parameters.AddWithValue(wish.Version);
            command.Parameters.AddWithValue(at);
            await command.ExecuteNonQueryAsync(cancel);
        }
        await ExecuteAsync("create temp table done (what text not null, words text not null) on commit drop", cancel);
        await ExecuteAsync(Scripts.GetOrAdd(name, Read), cancel);
    }

    /// <summary>Makes the table "incoming" and copies rows into it; <paramref name="columns"/> as in SQL, one a value.</summary>
    public async Task PutAsync(string columns, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        await ExecuteAsync($"create temp table incoming ({columns}) on commit drop", cancel);
        var names = string.Join(", ", columns.Split(',').Select(column => column.Trim().Split(' ')[0]));
        await using var copy = await connection.BeginBinaryImportAsync($"copy incoming ({names}) from stdin (format binary)", cancel);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            foreach (var value in row) await WriteAsync(copy, value, cancel);
        }
        await copy.CompleteAsync(cancel);
    }

    /// <summary>The texts of a query of two columns.</summary>
    public async Task<List<(string, string)>> PairsAsync(string sql, CancellationToken cancel)
    {
        var pairs = new List<(string, string)>();
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(wish.Version);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) pairs.Add((rows.GetString(0), rows.GetString(1)));
        return pairs;
    }

    /// <summary>Counts what was done and enters the load.</summary>
    public async Task<ReferenceReport> ReportAsync(int rows, byte[] hash, CancellationToken cancel)
    {
        var done = new List<(string What, string Words)>();
        await using (var command = new NpgsqlCommand("select what, words from done order by what, words", connection))
        await using (var reader = await command.ExecuteReaderAsync(cancel))
            while (await reader.ReadAsync(cancel)) done.Add((reader.GetString(0), reader.GetString(1)));
        int Count(string what) => done.Count(entry => entry.What == what);
        var report = new ReferenceReport(rows, Count("+"), Count("~"), Count("-"),
            [.. done.GroupBy(entry => entry.What).SelectMany(group => group.Take(ExamplesShown))
                .Select(entry => $"{entry.What} {entry.Words}")]);
        await EnterAsync(report, hash, cancel);
        return report;
    }

    private async Task EnterAsync(ReferenceReport report, byte[] hash, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into registry.reference_load (kind, source, source_version, file_hash, at, rows, added, changed, retired)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """, connection);
        foreach (var value in new object[]
            { wish.Kind.ToString(), wish.Source, wish.Version, hash, at, report.Rows, report.Added, report.Changed, report.Retired })
            command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, CancellationToken cancel) => value switch
    {
        null => copy.WriteNullAsync(cancel),
        string text => copy.WriteAsync(text, NpgsqlDbType.Text, cancel),
        int number => copy.WriteAsync(number, NpgsqlDbType.Integer, cancel),
        bool flag => copy.WriteAsync(flag, NpgsqlDbType.Boolean, cancel),
        DateOnly day => copy.WriteAsync(day, NpgsqlDbType.Date, cancel),
        _ => throw new InvalidOperationException($"No column holds a {value.GetType().Name}."),
    };

    private static string Read(string name)
    {
        var resource = $"Registry/Reference/{name}.sql";
        using var stream = typeof(ReferenceTarget).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program carries no {resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
