namespace DataHub.GraphQL.Limits;

/// <summary>Stops an execution that takes longer than its limit, or measures it when that is only to be warned of.</summary>
internal sealed class ExecutionClock : IDisposable
{
    private readonly TimeProvider time;
    private readonly Limit limit;
    private readonly CancellationToken caller;
    private readonly CancellationTokenSource? timer;
    private readonly CancellationTokenSource? linked;
    private readonly long start;

    public ExecutionClock(OperationLimits limits, TimeProvider time, CancellationToken caller)
    {
        (limit, this.time, this.caller) = (limits.ExecutionTime, time, caller);
        start = time.GetTimestamp();
        Token = caller;
        if (limit.Mode != LimitMode.Enforce) return;
        timer = new CancellationTokenSource(TimeSpan.FromMilliseconds(limit.Max), time);
        linked = CancellationTokenSource.CreateLinkedTokenSource(caller, timer.Token);
        Token = linked.Token;
    }

    /// <summary>The caller's token, cancelled when time is up too.</summary>
    public CancellationToken Token { get; }

    /// <summary>True when the limit, not the caller, stopped the execution.</summary>
    public bool HasRunOut => timer is { IsCancellationRequested: true } && !caller.IsCancellationRequested;

    public LimitExcess Excess => new(LimitKinds.ExecutionTime, limit.Max, Math.Max(Elapsed, limit.Max), IsAtLeast: true);

    public long Elapsed => (long)time.GetElapsedTime(start).TotalMilliseconds;

    public void Dispose()
    {
        linked?.Dispose();
        timer?.Dispose();
    }
}
