using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using DataHub.Feeds.Loading;
using Npgsql;

namespace DataHub.Linkage.Store;

/// <summary>
/// The SQL files of a pass and the tables they work in. A pass over many records makes temporary tables and has them analysed; one near a few
/// uses those of the schema linkage_work, sends its files together, and has their statements planned once a connection.
/// </summary>
/// <param name="connection">In the pass's transaction.</param>
/// <param name="isFew">Whether few records are compared, see <see cref="PassScope.IsFew"/>.</param>
internal sealed partial class PassScripts(NpgsqlConnection connection, bool isFew)
{
    private static readonly ConcurrentDictionary<string, string> Together = new(StringComparer.Ordinal);

    /// <summary>Settings and tables.</summary>
    public async Task BeginAsync(PassStamp stamp, CancellationToken cancel)
    {
        await RunAsync(isFew ? ["Linkage/Store/few"] : ["Feeds/Publishing/prepare", "Linkage/Store/prepare"], cancel);
        await using var command = new NpgsqlCommand("insert into this_load (at, day, kind, pass_id) values ($1, $2, $3, $4)", connection);
        command.Parameters.AddWithValue(stamp.At);
        command.Parameters.AddWithValue(stamp.Day);
        command.Parameters.AddWithValue(stamp.Kind);
        command.Parameters.AddWithValue(stamp.PassId);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Runs files, by their paths in the program without ending.</summary>
    public async Task RunAsync(IReadOnlyList<string> names, CancellationToken cancel)
    {
        if (isFew)
        {
            await RunTogetherAsync(names, cancel);
            return;
        }
        foreach (var name in names) await FeedScript.RunResourceAsync(connection, $"{name}.sql", cancel);
    }

    /// <summary>The last files: who waits for changes is told, and tables that stay are emptied.</summary>
    public Task EndAsync(CancellationToken cancel) =>
        RunAsync(isFew ? ["Linkage/Store/events", "Linkage/Store/clear"] : ["Linkage/Store/events"], cancel);

    private async Task RunTogetherAsync(IReadOnlyList<string> names, CancellationToken cancel)
    {
        using var step = FeedScript.Steps.StartActivity($"{names[0]} to {names[^1]}");
        var text = Together.GetOrAdd(string.Join(' ', names), _ => string.Join('\n', names.Select(Unanalysed)));
        await using var command = new NpgsqlCommand(text, connection) { CommandTimeout = 0 };
        // Asks the server only for statements that this connection has not prepared before; they outlive its return to the pool.
        await command.PrepareAsync(cancel);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static string Unanalysed(string name) => Analysis().Replace(FeedScript.TextOf($"{name}.sql"), "");

    // Statistics of a table of few rows cost more than they save.
    [GeneratedRegex("^analyze [^;]*;", RegexOptions.Multiline)]
    private static partial Regex Analysis();
}
