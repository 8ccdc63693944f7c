using DataHub.Access;
using System.Runtime.CompilerServices;
using DataHub.Database;
using DataHub.Database.Walls;
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
public sealed class SqlSession(ReadSource source, GatePass pass) : IAsyncDisposable
{
    private static readonly SqlStatement Begin = new("begin isolation level repeatable read read only", []);
    private static readonly SqlStatement Commit = new("commit", []);
    private readonly List<SqlStatement> commands = [];
    private readonly List<string> texts = [];
    private List<Pending> queue = [];
    private ReadConnection? connection;
    private bool isInTransaction;
    private bool isRowSettingMade;
    private int roundTrips;

    private sealed record Pending(SqlStatement Statement, RowStore Store, TaskCompletionSource Done)
    {
        public bool IsRead { get; set; }
    }

    /// <summary>Where the texts of the results lie: one result is read after the other.</summary>
    internal TextArena Texts { get; } = new();

    /// <summary>Statements sent so far, in order; for tests and for showing plans.</summary>
    public List<SqlStatement> Sent { get; } = [];

    /// <summary>How many rows came for each of them (null: none yet, or it failed), and in which round trip, from 1.</summary>
    internal List<(int? Rows, int RoundTrip)> Results { get; } = [];

    /// <summary>Who asks, for statements that hold a value of whoever does.</summary>
    public Caller? Caller { get; init; }

    /// <summary>True when nothing is sent: what is asked for is noted, and never comes.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>What row-level security has to know of the caller; null: nothing.</summary>
    public RowSetting? RowSetting { get; init; }

    /// <summary>Set once the database could not be reached; what was asked for then has no value.</summary>
    public DatabaseUnavailableException? Outage { get; private set; }

    /// <summary>Set once a statement failed: what is read after it is of another moment.</summary>
    public bool HasFailed { get; private set; }

    internal Task QueryAsync(SqlStatement statement, RowStore store)
    {
        if (IsRehearsal)
        {
            Note(statement);
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
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask DispatchAsync(bool moreFollow, CancellationToken cancellation)
    {
        while (queue.Count > 0)
        {
            var batch = queue;
            queue = [];
            var (isFirst, sent) = (connection is null, Sent.Count);
            Exception? failure = null;
            try
            {
                await SendAsync(batch, moreFollow, cancellation);
            }
            catch (Exception exception)
            {
                failure = isFirst && MayRepeat(batch, exception)
                    ? await SendOnceMoreAsync((batch, sent), moreFollow, exception, cancellation)
                    : await FailAsync(exception, cancellation);
            }
            foreach (var pending in batch)
            {
                // What had come before the time was over is as good as ever; nothing is asked after that, of this moment or another.
                if (failure is null || (failure is OperationCanceledException && pending.IsRead)) pending.Done.SetResult();
                else pending.Done.SetException(failure);
            }
        }
    }

    public ValueTask DisposeAsync() => CloseAsync();

    /// <summary>
    /// Gives connection and turn to others until something is asked for again, unless the moment of the database that was read is still to be
    /// kept.
    /// </summary>
    internal async ValueTask PauseAsync()
    {
        if (isInTransaction || queue.Count > 0) return;
        await CloseAsync();
        pass.Pause();
    }

    /// <summary>
    /// A connection that broke while it lay in the pool tells so when it is used. The statements only read, so they may be sent again on a
    /// new one, as long as nothing was read on the old one.
    /// </summary>
    private static bool MayRepeat(List<Pending> pendings, Exception exception) =>
        !pendings[0].IsRead && pendings[0].Store.Count == 0 && DatabaseFailures.HasBroken(exception);

    /// <summary>Null when the statements were read this time; else why not.</summary>
    private async Task<Exception?> SendOnceMoreAsync(
        (List<Pending> Pendings, int Sent) first, bool moreFollow, Exception broken, CancellationToken cancellation)
    {
        DatabaseMetrics.Repeated.Add(1);
        await DropAsync(broken);
        Sent.RemoveRange(first.Sent, Sent.Count - first.Sent);
        Results.RemoveRange(first.Sent, Results.Count - first.Sent);
        try
        {
            await SendAsync(first.Pendings, moreFollow, cancellation);
            return null;
        }
        catch (Exception exception)
        {
            return await FailAsync(exception, cancellation);
        }
    }

    /// <summary>What those who asked are told.</summary>
    private async Task<Exception> FailAsync(Exception exception, CancellationToken cancellation)
    {
        // PostgreSQL says itself that it was told to stop: the statement is at an end there too.
        var failure = cancellation.IsCancellationRequested
            ? new OperationCanceledException(cancellation)
            : DatabaseUnavailableException.Translate(exception);
        Outage ??= failure as DatabaseUnavailableException;
        HasFailed = true;
        // PostgreSQL answers nothing more in a transaction in which a statement failed; what is asked next begins anew.
        await DropAsync(exception);
        return failure;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendAsync(List<Pending> pendings, bool moreFollow, CancellationToken cancellation)
    {
        if (connection is null)
        {
            await pass.EnterAsync(cancellation);
            connection = await source.TakeAsync(cancellation);
        }
        var isSettingFirst = AddCommands(pendings, moreFollow);
        var batch = Batch(connection);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        if (isSettingFirst) await reader.NextResultAsync(cancellation);
        var first = Results.Count - pendings.Count;
        for (var i = 0; i < pendings.Count; i++)
        {
            await pendings[i].Store.ReadAsync(reader, cancellation);
            pendings[i].IsRead = true;
            Results[first + i] = (pendings[i].Store.Count, roundTrips);
            await reader.NextResultAsync(cancellation);
        }
    }

    private void Note(SqlStatement statement)
    {
        Sent.Add(statement);
        Results.Add((null, roundTrips));
    }

    /// <summary>True when the batch's first result is that of the setting for row-level security.</summary>
    private bool AddCommands(List<Pending> pendings, bool moreFollow)
    {
        roundTrips++;
        commands.Clear();
        // One statement sees one moment by itself.
        var needsSetting = !isRowSettingMade && RowSetting is not null && pendings.Exists(pending => RowSetting.IsFor(pending.Statement));
        var isOneMoment = !moreFollow && (source.IsRepeatableRead || (pendings.Count == 1 && !needsSetting));
        if (!isInTransaction && !isOneMoment)
        {
            commands.Add(Begin);
            isInTransaction = true;
        }
        if (needsSetting)
        {
            commands.Add(RowSetting!.Statement);
            // Without a transaction of more batches it ends with this one.
            isRowSettingMade = isInTransaction;
        }
        foreach (var pending in pendings)
        {
            commands.Add(pending.Statement);
            Note(pending.Statement);
        }
        if (!isInTransaction || moreFollow) return needsSetting;
        commands.Add(Commit);
        isInTransaction = isRowSettingMade = false;
        return needsSetting;
    }

    private NpgsqlBatch Batch(ReadConnection sender)
    {
        texts.Clear();
        foreach (var command in commands) texts.Add(command.Text);
        var batch = sender.Batch(texts);
        var isNew = batch.BatchCommands.Count == 0;
        for (var i = 0; i < commands.Count; i++)
        {
            if (isNew) batch.BatchCommands.Add(commands[i].ToCommand(Caller));
            else commands[i].Set(batch.BatchCommands[i], Caller);
        }
        return batch;
    }

    /// <summary>Gives the connection back.</summary>
    private ValueTask CloseAsync()
    {
        var (own, isClean) = (connection, !isInTransaction);
        (connection, isInTransaction, isRowSettingMade) = (null, false, false);
        return own is null ? default : source.GiveBackAsync(own, isClean);
    }

    /// <summary>Gives up the connection on which something failed; where it broke, the others most likely are broken as well.</summary>
    private async ValueTask DropAsync(Exception failure)
    {
        var own = connection;
        (connection, isInTransaction, isRowSettingMade) = (null, false, false);
        if (own is not null) await own.DisposeAsync();
        if (source.Kept is { } kept && DatabaseFailures.HasBroken(failure)) await kept.ClearAsync();
    }
}
