using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Npgsql;

namespace DataHub.Feeds.Loading;

/// <summary>The SQL files that travel in the assembly.</summary>
internal static class FeedScript
{
    /// <summary>Tells who listens how long each step of a load takes, by the step's name.</summary>
    public static readonly ActivitySource Steps = new("DataHub.Feeds");

    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>Runs all statements of <c>Feeds/&lt;name&gt;.sql</c>.</summary>
    public static Task RunAsync(NpgsqlConnection connection, string name, CancellationToken cancel) =>
        RunResourceAsync(connection, $"Feeds/{name}.sql", cancel);

    /// <summary>Runs all statements of a file by its path in the program.</summary>
    public static async Task RunResourceAsync(NpgsqlConnection connection, string resource, CancellationToken cancel)
    {
        using var step = Steps.StartActivity(resource[(resource.IndexOf('/', StringComparison.Ordinal) + 1)..^".sql".Length]);
        await using var command = new NpgsqlCommand(TextOf(resource), connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The statements of a file by its path in the program.</summary>
    public static string TextOf(string resource) => Texts.GetOrAdd(resource, Read);

    private static string Read(string resource)
    {
        using var stream = typeof(FeedScript).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program carries no {resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
