using System.Data;
using DataHub.Database;
using Npgsql;

namespace DataHub.Planning;

/// <summary>
/// The statements of one request. What the resolvers of a level ask for is sent together in one round trip; all levels of an operation
/// see one moment of the database (REPEATABLE READ), unless it has a single statement, which is of one moment by itself.
/// </summary>
public sealed class SqlSession(NpgsqlDataSource dataSource) : IAsyncDisposable
{
    private readonly List<Pending> queue = [];
    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;

    private sealed record Pending(SqlStatement Statement, RowStore Store, TaskCompletionSource Done);

    /// <summary>Set before the first level when the operation is known to send one level of statements only.</summary>
    public bool SingleStatement { get; set; }

    /// <summary>Statements sent so far, in order; for tests and for showing plans.</summary>
    public List<SqlStatement> Sent { get; } = [];

    /// <summary>Set once the database could not be reached; what was asked for then has no value.</summary>
    public DatabaseUnavailableException? Outage { get; private set; }

    internal Task QueryAsync(SqlStatement statement, RowStore store)
    {
        // Continuations run inside DispatchAsync, so that what they ask for next is seen by its loop.
        var pending = new Pending(statement, store, new TaskCompletionSource());
        queue.Add(pending);
        return pending.Done.Task;
    }

    /// <summary>Sends what was asked for and reads the results. Throws nothing: failures go to those who asked.</summary>
    public async ValueTask DispatchAsync(CancellationToken cancellation)
    {
        while (queue.Count > 0)
        {
            var batch = queue.ToArray();
            queue.Clear();
            Exception? failure = null;
            try
            {
                await SendAsync(batch, cancellation);
            }
            catch (Exception exception)
            {
                failure = DatabaseUnavailableException.Translate(exception);
                Outage ??= failure as DatabaseUnavailableException;
                // PostgreSQL answers nothing more in a transaction in which a statement failed; what is asked next begins anew.
                await DisposeAsync();
                (transaction, connection) = (null, null);
            }
            foreach (var pending in batch)
            {
                if (failure is null) pending.Done.SetResult();
                else pending.Done.SetException(failure);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (transaction is not null) await transaction.DisposeAsync();
        if (connection is not null) await connection.DisposeAsync();
    }

    private async Task SendAsync(Pending[] pendings, CancellationToken cancellation)
    {
        await OpenAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var pending in pendings)
        {
            batch.BatchCommands.Add(pending.Statement.ToCommand());
            Sent.Add(pending.Statement);
        }
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        foreach (var pending in pendings)
        {
            await pending.Store.ReadAsync(reader, cancellation);
            await reader.NextResultAsync(cancellation);
        }
    }

    private async Task OpenAsync(CancellationToken cancellation)
    {
        if (connection is not null) return;
        connection = await dataSource.OpenConnectionAsync(cancellation);
        // Npgsql sends BEGIN together with the first batch: no round trip of its own.
        if (!SingleStatement) transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
    }
}
