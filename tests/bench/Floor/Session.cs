using Npgsql;

namespace DataHub.Bench.Floor;

/// <summary>
/// A connection with the batches of all queries, built and prepared once and used again. Each batch goes to the server in one round trip
/// and, by the session's default, is one REPEATABLE READ transaction; a query of two round trips says begin and commit itself, in its
/// batches.
/// </summary>
internal sealed class Session(string connectionString) : IAsyncDisposable
{
    private readonly Dictionary<string, NpgsqlBatch> batches = new(StringComparer.Ordinal);
    private NpgsqlConnection? connection;

    /// <summary>The prepared batch of a name; built by <paramref name="build"/> when this session sees it for the first time.</summary>
    public async ValueTask<NpgsqlBatch> BatchAsync(string name, Func<IEnumerable<NpgsqlBatchCommand>> build)
    {
        if (batches.TryGetValue(name, out var ready)) return ready;
        connection ??= await OpenAsync();
        var batch = new NpgsqlBatch(connection);
        foreach (var command in build()) batch.BatchCommands.Add(command);
        await batch.PrepareAsync();
        batches.Add(name, batch);
        return batch;
    }

    /// <summary>Forgets the connection: after an error nobody knows what state it is in.</summary>
    public async ValueTask ResetAsync()
    {
        foreach (var batch in batches.Values) await batch.DisposeAsync();
        batches.Clear();
        if (connection is not null) await connection.DisposeAsync();
        connection = null;
    }

    public ValueTask DisposeAsync() => ResetAsync();

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var opened = new NpgsqlConnection(connectionString);
        await opened.OpenAsync();
        return opened;
    }
}
