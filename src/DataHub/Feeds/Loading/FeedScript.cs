using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Npgsql;

namespace DataHub.Feeds.Loading;

/// <summary>
/// The SQL files that travel in the assembly. What stands in them between the comments <c>[unless empty</c> and <c>unless empty]</c> is for
/// tables that hold rows: a load that fills an empty one leaves it out.
/// </summary>
internal static class FeedScript
{
    /// <summary>Tells who listens how long each step of a load takes, by the step's name.</summary>
    public static readonly ActivitySource Steps = new("DataHub.Feeds");

    private const string Begin = "-- [unless empty\n";
    private const string End = "-- unless empty]\n";

    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string> Fillings = new(StringComparer.Ordinal);

    /// <summary>Runs all statements of <c>Feeds/&lt;name&gt;.sql</c>.</summary>
    public static Task RunAsync(NpgsqlConnection connection, string name, CancellationToken cancel) =>
        RunResourceAsync(connection, $"Feeds/{name}.sql", cancel);

    /// <summary>As <see cref="RunAsync"/>, for a table that was empty.</summary>
    public static Task FillAsync(NpgsqlConnection connection, string name, CancellationToken cancel) =>
        RunAsync(connection, name, Fillings.GetOrAdd(name, static one => Filling(Text(one))), cancel);

    /// <summary>All statements of <c>Feeds/&lt;name&gt;.sql</c>.</summary>
    public static string Text(string name) => TextOf($"Feeds/{name}.sql");

    /// <summary>All statements of a file by its path in the program.</summary>
    public static string TextOf(string resource) => Texts.GetOrAdd(resource, Read);

    /// <summary>Runs all statements of a file by its path in the program.</summary>
    public static Task RunResourceAsync(NpgsqlConnection connection, string resource, CancellationToken cancel) =>
        RunAsync(connection, NameOf(resource), TextOf(resource), cancel);

    private static async Task RunAsync(NpgsqlConnection connection, string name, string sql, CancellationToken cancel)
    {
        using var step = Steps.StartActivity(name);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static string NameOf(string resource) => resource[(resource.IndexOf('/', StringComparison.Ordinal) + 1)..^".sql".Length];

    private static string Filling(string sql)
    {
        for (var begin = sql.IndexOf(Begin, StringComparison.Ordinal); begin >= 0; begin = sql.IndexOf(Begin, StringComparison.Ordinal))
        {
            var end = sql.IndexOf(End, begin, StringComparison.Ordinal);
            if (end < 0) throw new InvalidOperationException("A part of a script that is for tables with rows has no end.");
            sql = sql.Remove(begin, end + End.Length - begin);
        }
        return sql;
    }

    private static string Read(string resource)
    {
        using var stream = typeof(FeedScript).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program carries no {resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
