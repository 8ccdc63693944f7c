using System.Runtime.ExceptionServices;
using DataHub.Access;

namespace DataHub.Audit;

/// <summary>
/// The ledger of every look. One thread writes what waits; see <see cref="EntryQueue"/> for which entries share a commit. Safe for use by many
/// threads.
/// </summary>
public sealed class Ledger : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly LedgerParts parts;
    private readonly LedgerChain chain;
    private readonly EntryQueue queue;
    private readonly RefusalFloods floods = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer timer;
    private readonly ITimer clock;
    private Thread? writer;
    private long signed;
    private Exception? untold;

    public Ledger(LedgerParts parts)
    {
        (this.parts, chain, queue) = (parts, new LedgerChain(parts), new EntryQueue(parts.Settings.MaxWaiting));
        timer = parts.Time.CreateTimer(static state => ((Ledger)state!).SignSoon(), this, parts.Settings.CheckpointTime, parts.Settings.CheckpointTime);
        clock = parts.Time.CreateTimer(static state => ((Ledger)state!).TellFloods(), this, RefusalFloods.Time, RefusalFloods.Time);
    }

    /// <summary>False: nothing is entered.</summary>
    public bool IsOn => parts.Settings.Enabled;

    /// <summary>
    /// Enters and returns the entry's sequence when it is durable; 0 when nothing is entered at all. Throws
    /// <see cref="LedgerUnavailableException"/> when it cannot be: then nothing that it tells of may leave.
    /// </summary>
    public ValueTask<long> EnterAsync(LedgerEntry entry) => EnterAsync(entry, wasExpected: false);

    /// <summary>The same for an entry that may have been expected, see <see cref="Expect"/>.</summary>
    internal async ValueTask<long> EnterAsync(LedgerEntry entry, bool wasExpected)
    {
        if (!IsOn) return 0;
        try
        {
            return await Queue(entry, wasExpected).Done.WaitAsync(parts.Settings.WriteTime, parts.Time);
        }
        catch (Exception exception)
        {
            throw new LedgerUnavailableException(exception);
        }
    }

    /// <summary>
    /// Says that an answer is being made that will have an entry, so that others may wait for it and share its commit. It has to be followed by
    /// that entry or by <see cref="Forget"/>.
    /// </summary>
    internal void Expect()
    {
        if (IsOn) queue.Expect();
    }

    /// <summary>An answer that was expected will have no entry.</summary>
    internal void Forget()
    {
        if (IsOn) queue.Forget();
    }

    /// <summary>Enters without waiting, for what nobody gets; a failure goes to the log.</summary>
    internal void Post(LedgerEntry entry)
    {
        try
        {
            _ = Queue(entry, wasExpected: false).Done.ContinueWith(
                static (done, state) => ((LedgerParts)state!).OnError(done.Exception!.InnerException!), parts, CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
        catch (InvalidOperationException exception)
        {
            parts.OnError(exception);
        }
    }

    /// <summary>Enters that an authenticated caller was refused.</summary>
    /// <param name="caller">Who asked; its purpose may be empty when that is what it was refused for.</param>
    /// <param name="code">Stable code of the refusal, as the caller gets it.</param>
    /// <param name="coordinate">The field that was refused; null when it was none.</param>
    public ValueTask RefusedAsync(Caller caller, string code, string? coordinate = null) => RefuseAsync(
        LedgerEntry.Of(caller, LedgerKind.Refusal, LedgerOutcome.Refused) with { Code = code, Fields = coordinate is null ? [] : [coordinate] });

    /// <summary>
    /// Enters a refusal. Of those for want of a budget, of which a flood is made, the first of a client and code in a minute is entered at once,
    /// and at the minute's end one for the others, with their number.
    /// </summary>
    internal async ValueTask RefuseAsync(LedgerEntry refusal)
    {
        if (!IsOn || !floods.Takes(refusal)) return;
        await EnterAsync(refusal);
    }

    /// <summary>
    /// Enters a change that no mutation of a request made: those are entered with their request, see <see cref="LedgerDraft.Concerns(Subject)"/>.
    /// </summary>
    /// <param name="caller">Who made it.</param>
    /// <param name="what">What was changed, as a coordinate or a stable word: <c>Mutation.setPartner</c>, <c>retention</c>.</param>
    /// <param name="subject">Whom it concerns; null when no person or business.</param>
    public async ValueTask ChangedAsync(Caller caller, string what, Subject? subject = null) => await EnterAsync(
        LedgerEntry.Of(caller, LedgerKind.Change, LedgerOutcome.Answered) with
        {
            Fields = [what],
            Persons = subject is { IsPerson: true } person ? [person.Id] : [],
            Businesses = subject is { IsPerson: false } business ? [business.Id] : [],
        });

    /// <summary>Enters what still waits, signs a last checkpoint, and lets go of the database.</summary>
    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync();
        await clock.DisposeAsync();
        TellFloods();
        SignSoon();
        queue.Close();
        if (IsStarted) await ended.Task;
        chain.Dispose();
        parts.Place.Dispose();
        if (untold is not null) ExceptionDispatchInfo.Throw(untold);
    }

    private bool IsStarted
    {
        get
        {
            lock (gate) return writer is not null;
        }
    }

    private PendingEntry Queue(LedgerEntry entry, bool wasExpected)
    {
        var pending = new PendingEntry(entry);
        queue.Add(pending, wasExpected);
        if (Volatile.Read(ref writer) is null) Start();
        return pending;
    }

    private void TellFloods()
    {
        foreach (var entry in floods.TakeRest()) Post(entry);
    }

    private void SignSoon()
    {
        if (IsStarted) queue.SignSoon();
    }

    private void Start()
    {
        lock (gate)
        {
            if (writer is not null) return;
            writer = new Thread(Run) { IsBackground = true, Name = "ledger" };
            writer.Start();
        }
    }

    private void Run()
    {
        while (queue.TryTake(out var batch, out var isDue))
        {
            if (batch.Count > 0) Write(batch);
            if (chain.Head.Sequence - signed >= (isDue ? 1 : parts.Settings.CheckpointEvery)) Sign();
        }
        ended.SetResult();
    }

    private void Write(List<PendingEntry> batch)
    {
        try
        {
            chain.Add(batch);
        }
        catch (Exception exception)
        {
            // Each of those who wait is told, and answers nobody.
            foreach (var entry in batch) entry.Failed(exception);
            chain.Close();
        }
    }

    private void Sign()
    {
        try
        {
            var upTo = chain.Head.Sequence;
            chain.Sign();
            signed = upTo;
        }
        catch (Exception exception)
        {
            // The next one covers what this one would have.
            chain.Close();
            Tell(exception);
        }
    }

    // Whoever is told may fail at it. On this thread that would end the process, and with it every answer: it is thrown when the ledger ends.
    private void Tell(Exception exception)
    {
        try
        {
            parts.OnError(exception);
        }
        catch (Exception failed)
        {
            untold = failed;
        }
    }
}
