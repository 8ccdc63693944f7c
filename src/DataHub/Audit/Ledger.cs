using DataHub.Access;

namespace DataHub.Audit;

/// <summary>
/// The ledger of every look. Entries wait together: while one commit is under way the next ones gather, so that under load many share one, and
/// without load none waits for others. Safe for use by many threads.
/// </summary>
public sealed class Ledger : IAsyncDisposable
{
    private const int LargestBatch = 500;
    private readonly Lock gate = new();
    private readonly LedgerParts parts;
    private readonly LedgerChain chain;
    private readonly RefusalFloods floods = new();
    private readonly ITimer timer;
    private readonly ITimer clock;
    private List<PendingEntry> waiting = [];
    private Task draining = Task.CompletedTask;
    private bool isDraining;
    private bool isClosed;
    private bool isSigningDue;
    private long signed;

    public Ledger(LedgerParts parts)
    {
        (this.parts, chain) = (parts, new LedgerChain(parts));
        timer = parts.Time.CreateTimer(static state => ((Ledger)state!).SignSoon(), this, parts.Settings.CheckpointTime, parts.Settings.CheckpointTime);
        clock = parts.Time.CreateTimer(static state => ((Ledger)state!).TellFloods(), this, RefusalFloods.Time, RefusalFloods.Time);
    }

    /// <summary>False: nothing is entered.</summary>
    public bool IsOn => parts.Settings.Enabled;

    /// <summary>
    /// Enters and returns the entry's sequence when it is durable; 0 when nothing is entered at all. Throws
    /// <see cref="LedgerUnavailableException"/> when it cannot be: then nothing that it tells of may leave.
    /// </summary>
    public async ValueTask<long> EnterAsync(LedgerEntry entry)
    {
        if (!IsOn) return 0;
        try
        {
            return await Queue(entry).Done.WaitAsync(parts.Settings.WriteTime, parts.Time);
        }
        catch (Exception exception)
        {
            throw new LedgerUnavailableException(exception);
        }
    }

    /// <summary>Enters without waiting, for what nobody gets; a failure goes to the log.</summary>
    internal void Post(LedgerEntry entry)
    {
        try
        {
            _ = Queue(entry).Done.ContinueWith(
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
        lock (gate) isClosed = true;
        await draining;
        await chain.DisposeAsync();
        parts.Place.Dispose();
    }

    private PendingEntry Queue(LedgerEntry entry)
    {
        var pending = new PendingEntry(entry);
        lock (gate)
        {
            if (isClosed) throw new InvalidOperationException("The ledger is closed.");
            if (waiting.Count >= parts.Settings.MaxWaiting) throw new InvalidOperationException("Too many entries wait to be written.");
            waiting.Add(pending);
            Start();
        }
        return pending;
    }

    private void TellFloods()
    {
        foreach (var entry in floods.TakeRest()) Post(entry);
    }

    private void SignSoon()
    {
        lock (gate)
        {
            if (isClosed || !IsOn) return;
            isSigningDue = true;
            Start();
        }
    }

    // Within the gate.
    private void Start()
    {
        if (isDraining) return;
        isDraining = true;
        draining = Task.Run(DrainAsync);
    }

    private async Task DrainAsync()
    {
        while (true)
        {
            List<PendingEntry> batch;
            bool isDue;
            lock (gate)
            {
                isDue = isSigningDue;
                isSigningDue = false;
                if (waiting.Count == 0 && !isDue)
                {
                    isDraining = false;
                    return;
                }
                batch = waiting.Count <= LargestBatch ? waiting : waiting[..LargestBatch];
                waiting = waiting.Count <= LargestBatch ? [] : waiting[LargestBatch..];
            }
            if (batch.Count > 0) await WriteAsync(batch);
            if (chain.Head.Sequence - signed >= (isDue ? 1 : parts.Settings.CheckpointEvery)) await SignAsync();
        }
    }

    private async Task WriteAsync(List<PendingEntry> batch)
    {
        try
        {
            await chain.AddAsync(batch);
        }
        catch (Exception exception)
        {
            // Each of those who wait is told, and answers nobody.
            foreach (var entry in batch) entry.Failed(exception);
            await chain.CloseAsync();
        }
    }

    private async Task SignAsync()
    {
        try
        {
            var upTo = chain.Head.Sequence;
            await chain.SignAsync();
            signed = upTo;
        }
        catch (Exception exception)
        {
            // The next one covers what this one would have.
            parts.OnError(exception);
            await chain.CloseAsync();
        }
    }
}
