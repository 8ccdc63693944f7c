namespace DataHub.Database;

/// <summary>One request at the gate: it has one turn for all that it asks of the database, from the first statement to its end.</summary>
public sealed class GatePass(RequestGate gate, GateKey key) : IDisposable
{
    private readonly Lock guard = new();
    private Task? entry;
    private OverloadedException? refusal;
    private bool isOver;

    /// <summary>Returns at once when the request has its turn already. Throws as <see cref="RequestGate.EnterAsync"/>.</summary>
    public Task EnterAsync(CancellationToken cancellation)
    {
        lock (guard)
        {
            if (isOver) throw new OperationCanceledException("The request is over.");
            return entry ??= gate.EnterAsync(key, cancellation).AsTask();
        }
    }

    /// <summary>Why the request never had its turn though it asked for one; null: it had, or asked for none. To be looked at when it is over.</summary>
    public OverloadedException? Refusal
    {
        get
        {
            lock (guard)
            {
                if (entry is null or { IsCompletedSuccessfully: true }) return null;
                // Its own time may have been shorter than the wait.
                return refusal ??= entry.Exception?.InnerException as OverloadedException ?? gate.Refusal();
            }
        }
    }

    /// <summary>Gives the turn to others while nothing is asked of the database; who asks again enters again.</summary>
    public void Pause()
    {
        lock (guard)
        {
            if (isOver || entry is not { IsCompletedSuccessfully: true }) return;
            entry = null;
        }
        gate.Leave();
    }

    /// <summary>Ends the turn.</summary>
    public void Dispose()
    {
        lock (guard)
        {
            if (isOver) return;
            isOver = true;
        }
        if (entry is null) return;
        if (entry.IsCompletedSuccessfully) gate.Leave();
        else _ = entry.ContinueWith(_ => gate.Leave(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
    }
}
