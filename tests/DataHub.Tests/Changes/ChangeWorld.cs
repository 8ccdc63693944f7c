using DataHub.Changes;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Changes;

/// <summary>A database of its own with one run, and feeds of changes over it as hosts have them.</summary>
public sealed class ChangeWorld : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TestDatabase database;
    private readonly List<ChangeFeed> feeds = [];

    private ChangeWorld(TestDatabase database) => this.database = database;

    public NpgsqlDataSource DataSource => database.DataSource;

    public string ConnectionString => database.ConnectionString;

    /// <summary>Failures that the feeds told of.</summary>
    public List<Exception> Failures { get; } = [];

    public static async Task<ChangeWorld> CreateAsync() => new(await TestDatabase.CreateAsync());

    /// <summary>A host's feed. It is not woken but by the database, unless a poll time is given.</summary>
    public ChangeFeed Host(ChangeSettings? settings = null)
    {
        var feed = new ChangeFeed(DataSource, DataSource, settings ?? new ChangeSettings { PollTime = TimeSpan.FromMinutes(5) }, Failures.Add);
        feeds.Add(feed);
        return feed;
    }

    /// <summary>One event about a run; the number of rows tells it from others.</summary>
    public Task TellAsync(int received, long run = 1) => RunAsync(Telling(received, run));

    public static string Telling(int received, long run = 1) =>
        "insert into changes.outbox (kind, run_id, stage, received, quarantined, percent_read) "
        + FormattableString.Invariant($"values ('RUN_PROGRESS', {run}, 'READING', {received}, 0, 0)");

    public async Task RunAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ValueAsync<T>(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Numbers of rows of the next events.</summary>
    public static async Task<List<int>> TakeAsync(IAsyncEnumerator<Change> events, int count)
    {
        var taken = new List<int>();
        while (taken.Count < count && await events.MoveNextAsync().AsTask().WaitAsync(Patience))
            taken.Add(((RunProgressed)events.Current).Received);
        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var feed in feeds) await feed.DisposeAsync();
        await database.DisposeAsync();
    }
}
