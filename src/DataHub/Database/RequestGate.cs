namespace DataHub.Database;

/// <summary>
/// Lets so many requests to the database at once; the others wait in one line for each client, and the lines take turns: a client that sends
/// a hundred requests waits for its own. Both the number that waits and the time are bounded. Safe for use by many threads.
/// </summary>
public sealed class RequestGate(DatabaseSettings settings, TimeProvider time)
{
    private readonly Lock guard = new();
    private readonly Dictionary<GateKey, Line> lines = [];
    // Lines in the order in which they have their turns; none is empty.
    private readonly LinkedList<Line> turns = new();
    private int inUse;
    private int waiting;

    /// <summary>Requests that have their turn now.</summary>
    public int InUse
    {
        get
        {
            lock (guard) return inUse;
        }
    }

    /// <summary>Requests that wait now, events of subscriptions among them.</summary>
    public int Waiting
    {
        get
        {
            lock (guard) return turns.Sum(line => line.Waiters.Count);
        }
    }

    /// <summary>
    /// Returns when the request has its turn, which <see cref="Leave"/> ends. Throws <see cref="OverloadedException"/> when too many wait or
    /// the wait took too long.
    /// </summary>
    public ValueTask EnterAsync(GateKey key, CancellationToken cancellation)
    {
        Waiter waiter;
        lock (guard)
        {
            if (inUse < settings.PoolSize)
            {
                inUse++;
                DatabaseMetrics.InUse.Add(1);
                return ValueTask.CompletedTask;
            }
            if (!key.IsEvent && waiting >= settings.MaxWaiting && !TryMakeRoom(key)) throw Refusal();
            waiter = Add(key);
        }
        return WaitAsync(waiter, cancellation);
    }

    /// <summary>Ends a turn: the next one's begins.</summary>
    public void Leave()
    {
        Waiter next;
        lock (guard)
        {
            if (turns.First is not { } turn)
            {
                inUse--;
                DatabaseMetrics.InUse.Add(-1);
                return;
            }
            var line = turn.Value;
            next = line.Waiters.First!.Value;
            Remove(next);
            if (line.Waiters.Count > 0)
            {
                turns.Remove(turn);
                turns.AddLast(turn);
            }
        }
        next.Granted.SetResult(true);
    }

    private async ValueTask WaitAsync(Waiter waiter, CancellationToken cancellation)
    {
        var isGranted = false;
        try
        {
            var longest = waiter.Line.Key.IsEvent ? settings.MaxEventWait : settings.MaxWait;
            isGranted = await waiter.Granted.Task.WaitAsync(longest, time, cancellation);
        }
        catch (TimeoutException)
        {
            // Its turn may have come at the same moment.
            isGranted = !TryWithdraw(waiter) && await waiter.Granted.Task;
        }
        catch (OperationCanceledException)
        {
            if (!TryWithdraw(waiter) && await waiter.Granted.Task) Leave();
            throw;
        }
        if (!isGranted) throw Refusal();
    }

    internal OverloadedException Refusal()
    {
        DatabaseMetrics.Refused.Add(1);
        return new OverloadedException(settings.MaxWait);
    }

    /// <summary>The place of the one who came last in the longest line goes to a client that has fewer waiting.</summary>
    private bool TryMakeRoom(GateKey key)
    {
        var longest = turns.Where(line => !line.Key.IsEvent).MaxBy(line => line.Waiters.Count);
        var own = lines.TryGetValue(key, out var line) ? line.Waiters.Count : 0;
        if (longest is null || longest.Waiters.Count <= own + 1) return false;
        var last = longest.Waiters.Last!.Value;
        Remove(last);
        last.Granted.SetResult(false);
        return true;
    }

    private Waiter Add(GateKey key)
    {
        if (!lines.TryGetValue(key, out var line))
        {
            lines[key] = line = new Line(key);
            line.Turn = turns.AddLast(line);
        }
        var waiter = new Waiter(line);
        waiter.Place = line.Waiters.AddLast(waiter);
        if (!key.IsEvent) waiting++;
        DatabaseMetrics.Waiting.Add(1);
        return waiter;
    }

    private bool TryWithdraw(Waiter waiter)
    {
        lock (guard)
        {
            if (waiter.Place is null) return false;
            Remove(waiter);
            return true;
        }
    }

    private void Remove(Waiter waiter)
    {
        var line = waiter.Line;
        line.Waiters.Remove(waiter.Place!);
        waiter.Place = null;
        if (!line.Key.IsEvent) waiting--;
        DatabaseMetrics.Waiting.Add(-1);
        if (line.Waiters.Count > 0) return;
        turns.Remove(line.Turn!);
        lines.Remove(line.Key);
    }

    private sealed class Line(GateKey key)
    {
        public GateKey Key { get; } = key;

        public LinkedList<Waiter> Waiters { get; } = new();

        public LinkedListNode<Line>? Turn { get; set; }
    }

    private sealed class Waiter(Line line)
    {
        public Line Line { get; } = line;

        /// <summary>True: its turn has come; false: it has to go.</summary>
        public TaskCompletionSource<bool> Granted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Null once it does not wait any more.</summary>
        public LinkedListNode<Waiter>? Place { get; set; }
    }
}

/// <summary>Who waits.</summary>
/// <param name="Client">The client's id.</param>
/// <param name="IsEvent">True for the answer to an event of a subscription.</param>
public readonly record struct GateKey(string Client, bool IsEvent);
