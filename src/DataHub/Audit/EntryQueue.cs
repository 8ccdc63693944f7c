namespace DataHub.Audit;

/// <summary>
/// Entries that wait to be written. One thread takes all of them at once, and a commit costs the same for one as for many: where further answers
/// are on their way that will have entries, it waits for them a moment, and no longer than until the last one is there.
/// </summary>
internal sealed class EntryQueue(int mostWaiting)
{
    private const int LargestBatch = 500;

    // About a commit's time. What comes alone never waits.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(2);
    private readonly object gate = new();
    private List<PendingEntry> waiting = [];
    private int expected;
    private bool isIdle;
    private bool isGathering;
    private bool isSigningDue;
    private bool isClosed;

    private bool IsWhole => expected == 0 || waiting.Count >= LargestBatch || isSigningDue || isClosed;

    /// <summary>Says that an answer is being made that will have an entry.</summary>
    public void Expect()
    {
        lock (gate) expected++;
    }

    /// <summary>The answer will have none.</summary>
    public void Forget()
    {
        lock (gate)
        {
            expected--;
            if (isGathering && waiting.Count > 0 && IsWhole) Monitor.Pulse(gate);
        }
    }

    /// <summary>Adds an entry. Throws <see cref="InvalidOperationException"/> when too many wait, or nothing is written any more.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="wasExpected">True for the entry of an answer that was told by <see cref="Expect"/>.</param>
    public void Add(PendingEntry entry, bool wasExpected)
    {
        lock (gate)
        {
            if (wasExpected) expected--;
            if (isClosed) throw new InvalidOperationException("The ledger is closed.");
            if (waiting.Count >= mostWaiting) throw new InvalidOperationException("Too many entries wait to be written.");
            waiting.Add(entry);
            if (isIdle || (isGathering && IsWhole)) Monitor.Pulse(gate);
        }
    }

    /// <summary>Has the writer sign when it has written what waits.</summary>
    public void SignSoon()
    {
        lock (gate)
        {
            isSigningDue = !isClosed;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Nothing is added any more; what waits is still written.</summary>
    public void Close()
    {
        lock (gate)
        {
            isClosed = true;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Waits for something to do. False: it is closed, and all is done. For one thread.</summary>
    public bool TryTake(out List<PendingEntry> batch, out bool isDue)
    {
        lock (gate)
        {
            Gather();
            while (waiting.Count == 0 && !isSigningDue && !isClosed)
            {
                isIdle = true;
                Monitor.Wait(gate);
                isIdle = false;
                Gather();
            }
            (isDue, isSigningDue) = (isSigningDue, false);
            batch = waiting.Count <= LargestBatch ? waiting : waiting[..LargestBatch];
            waiting = waiting.Count <= LargestBatch ? [] : waiting[LargestBatch..];
            return batch.Count > 0 || isDue || !isClosed;
        }
    }

    // Also before anything waits: behind a commit those it let go ask again, and to be woken for the first of them would be once too often.
    private void Gather()
    {
        if (IsWhole) return;
        isGathering = true;
        Monitor.Wait(gate, Gathering);
        isGathering = false;
    }
}
