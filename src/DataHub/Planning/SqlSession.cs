using DataHub.Database;
using Npgsql;

namespace DataHub.Planning;

/// <summary>
/// The statements of one request. What the resolvers of a level ask for is sent together in one round trip; all levels of an operation
/// see one moment of the database.
/// </summary>
/// <remarks>
/// The commands that one batch sends before its Sync message are one transaction to PostgreSQL. Where the connections of the source are REPEATABLE
/// READ by themselves, that makes the batch of one moment; more batches are held together by BEGIN and COMMIT, which travel with them.
/// </remarks>
public sealed class SqlSession(ReadSource source) : IAsyncDisposable
{
    private const string Begin = "begin isolation level repeatable read read only";
    private const string Commit = "commit";
    private List<Pending> queue = [];
    private NpgsqlConnection? connection;
    private bool isInTransaction;
    private int roundTrips;

    private sealed record Pending(SqlStatement Statement, RowStore Store, TaskCompletionSource Done);

    /// <summary>Statements sent so far, in order; for tests and for showing plans.</summary>
    public List<SqlStatement> Sent { get; } = [];

    /// <summary>What came for each of them, and in which round trip, from 1.</summary>
    internal List<(RowStore Rows, int RoundTrip)> Results { get; } = [];

    /// <summary>True when nothing is sent: what is asked for is noted, and never comes.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>Set once the database could not be reached; what was asked for then has no value.</summary>
    public DatabaseUnavailableException? Outage { get; private set; }

    internal Task QueryAsync(SqlStatement statement, RowStore store)
    {
        if (IsRehearsal)
        {
            Note(statement, store);
            return new TaskCompletionSource().Task;
        }
        // Continuations run inside DispatchAsync, so that what they ask for next is seen by its loop.
        var pending = new Pending(statement, store, new TaskCompletionSource());
        queue.Add(pending);
        return pending.Done.Task;
    }

    /// <summary>Sends what was asked for and reads the results. Throws nothing: failures go to those who asked.</summary>
    /// <param name="moreFollow">True when something may be asked for later.</param>
    /// <param name="cancellation">Ends it.</param>
    public async ValueTask DispatchAsync(bool moreFollow, CancellationToken cancellation)
    {
        while (queue.Count > 0)
        {
            var batch = queue;
            queue = [];
            Exception? failure = null;
            try
            {
                await SendAsync(batch, moreFollow, cancellation);
            }
            catch (Exception exception)
            {
                failure = DatabaseUnavailableException.Translate(exception);
                Outage ??= failure as DatabaseUnavailableException;
                // PostgreSQL answers nothing more in a transaction in which a statement failed; what is asked next begins anew.
                await CloseAsync();
            }
            foreach (var pending in batch)
            {
                if (failure is null) pending.Done.SetResult();
                else pending.Done.SetException(failure);
            }
        }
    }

    public ValueTask DisposeAsync() => CloseAsync();

    private async Task SendAsync(List<Pending> pendings, bool moreFollow, CancellationToken cancellation)
    {
        connection ??= await source.DataSource.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        AddCommands(batch, pendings, moreFollow);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        foreach (var pending in pendings)
        {
            await pending.Store.ReadAsync(reader, cancellation);
            await reader.NextResultAsync(cancellation);
        }
    }

    private void Note(SqlStatement statement, RowStore store)
    {
        Sent.Add(statement);
        Results.Add((store, roundTrips));
    }

    private void AddCommands(NpgsqlBatch batch, List<Pending> pendings, bool moreFollow)
    {
        roundTrips++;
        // One statement sees one moment by itself.
        var isOneMoment = !moreFollow && (source.IsRepeatableRead || pendings.Count == 1);
        if (!isInTransaction && !isOneMoment)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Begin));
            isInTransaction = true;
        }
        foreach (var pending in pendings)
        {
            batch.BatchCommands.Add(pending.Statement.ToCommand());
            Note(pending.Statement, pending.Store);
        }
        if (!isInTransaction || moreFollow) return;
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Commit));
        isInTransaction = false;
    }

    /// <summary>Gives the connection back; Npgsql ends a transaction that is still open on it.</summary>
    private async ValueTask CloseAsync()
    {
        isInTransaction = false;
        if (connection is not null) await connection.DisposeAsync();
        connection = null;
    }
}
