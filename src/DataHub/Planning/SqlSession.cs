using System.Data;
using DataHub.Database;
using Npgsql;

namespace DataHub.Planning;

/// <summary>
/// The statements of one request. What the resolvers of a level ask for is sent together in one round trip; all levels of an operation
/// see one moment of the database (REPEATABLE READ), unless it has a single statement, which is of one moment by itself.
/// </summary>
public sealed class SqlSession(NpgsqlDataSource dataSource, GatePass pass) : IAsyncDisposable
{
    private readonly List<Pending> queue = [];
    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;

    private sealed record Pending(SqlStatement Statement, RowStore Store, TaskCompletionSource Done)
    {
        public bool IsRead { get; set; }
    }

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
                await SendOnceMoreAsync(batch, cancellation);
            }
            catch (Exception exception)
            {
                // PostgreSQL says itself that it was told to stop: the statement is at an end there too.
                failure = cancellation.IsCancellationRequested
                    ? new OperationCanceledException(cancellation)
                    : DatabaseUnavailableException.Translate(exception);
                Outage ??= failure as DatabaseUnavailableException;
                // PostgreSQL answers nothing more in a transaction in which a statement failed; what is asked next begins anew.
                await DisposeAsync();
                (transaction, connection) = (null, null);
            }
            foreach (var pending in batch)
            {
                // What had come before the time was over is as good as ever; nothing is asked after that, of this moment or another.
                if (failure is null || (failure is OperationCanceledException && pending.IsRead)) pending.Done.SetResult();
                else pending.Done.SetException(failure);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (transaction is not null) await transaction.DisposeAsync();
        if (connection is not null) await connection.DisposeAsync();
    }

    /// <summary>
    /// A connection that broke while it lay in the pool tells so when it is used. The statements only read, so they are sent again on a new
    /// one, as long as nothing was read on the old one.
    /// </summary>
    private async Task SendOnceMoreAsync(Pending[] pendings, CancellationToken cancellation)
    {
        var (isFirst, sent) = (connection is null, Sent.Count);
        try
        {
            await SendAsync(pendings, cancellation);
        }
        catch (Exception exception) when (isFirst && !pendings[0].IsRead && pendings[0].Store.Count == 0 && DatabaseFailures.HasBroken(exception))
        {
            DatabaseMetrics.Repeated.Add(1);
            await DisposeAsync();
            (transaction, connection) = (null, null);
            Sent.RemoveRange(sent, Sent.Count - sent);
            await SendAsync(pendings, cancellation);
        }
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
            pending.IsRead = true;
            await reader.NextResultAsync(cancellation);
        }
    }

    private async Task OpenAsync(CancellationToken cancellation)
    {
        if (connection is not null) return;
        await pass.EnterAsync(cancellation);
        connection = await dataSource.OpenConnectionAsync(cancellation);
        // Npgsql sends BEGIN together with the first batch: no round trip of its own.
        if (!SingleStatement) transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
    }
}
