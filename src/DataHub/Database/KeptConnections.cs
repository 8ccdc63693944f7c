using Npgsql;

namespace DataHub.Database;

/// <summary>
/// Connections of a pool that requests change nothing of. The one that was given back last is taken first: PostgreSQL's process for it has
/// all that it needs at hand, and few are at work when few are needed. Npgsql's own pool takes them in turns. Those that nobody took for a
/// while go back to that pool, which closes them in its time. Safe for use by many threads.
/// </summary>
public sealed class KeptConnections(NpgsqlDataSource source, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(10);
    private readonly Lock guard = new();
    // Those that were given back first are in front.
    private readonly List<ReadConnection> idle = [];
    private ITimer? upkeep;
    private bool isOver;

    /// <summary>A connection that lies here, or a new one of the pool.</summary>
    public ValueTask<ReadConnection> TakeAsync(CancellationToken cancellation)
    {
        lock (guard)
        {
            if (idle.Count > 0)
            {
                var last = idle[^1];
                idle.RemoveAt(idle.Count - 1);
                return new(last);
            }
        }
        return OpenAsync(cancellation);
    }

    /// <summary>Takes back a connection on which no transaction is open and nothing failed.</summary>
    public ValueTask GiveBackAsync(ReadConnection connection)
    {
        connection.IdleSince = time.GetTimestamp();
        lock (guard)
        {
            if (isOver) return connection.DisposeAsync();
            idle.Add(connection);
            upkeep ??= time.CreateTimer(
                static kept => _ = ((KeptConnections)kept!).GiveUpAsync(LongestIdle), this, LongestIdle, LongestIdle);
        }
        return default;
    }

    /// <summary>Gives all that lie here back to Npgsql's pool: one of them broke, and most likely all did.</summary>
    public Task ClearAsync() => GiveUpAsync(TimeSpan.Zero);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (guard) isOver = true;
        if (upkeep is not null) await upkeep.DisposeAsync();
        await ClearAsync();
    }

    private async ValueTask<ReadConnection> OpenAsync(CancellationToken cancellation) =>
        new(await source.OpenConnectionAsync(cancellation));

    /// <summary>Npgsql's pool takes back what is broken as well, and throws nothing.</summary>
    private async Task GiveUpAsync(TimeSpan unused)
    {
        ReadConnection[] old;
        lock (guard)
        {
            old = [.. idle.TakeWhile(connection => time.GetElapsedTime(connection.IdleSince) >= unused)];
            idle.RemoveRange(0, old.Length);
        }
        foreach (var connection in old) await connection.DisposeAsync();
    }
}
