using System.Collections.Concurrent;
using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Limits;

/// <summary>
/// The time that an execution has: the limit's, or less where the client asked for less. What is not ready when it is over is missing in
/// the answer. A limit that only warns is measured.
/// </summary>
internal sealed class ExecutionClock : IDisposable
{
    private const int MostKept = 64;

    // Each source costs a timer, so those that were not cancelled are used again.
    private static readonly ConcurrentQueue<CancellationTokenSource> Kept = [];

    private readonly TimeProvider time;
    private readonly CancellationToken caller;
    private readonly CancellationTokenSource? end;
    private readonly CancellationTokenRegistration hangUp;
    private readonly TimeSpan? given;
    private readonly long start;
    private GraphQLError? outOfTime;

    /// <param name="limit">The limit on the time of executions.</param>
    /// <param name="asked">What the client allows; null: it did not say.</param>
    /// <param name="time">The clock.</param>
    /// <param name="caller">Cancelled when nobody waits for the answer any more.</param>
    public ExecutionClock(Limit limit, TimeSpan? asked, TimeProvider time, CancellationToken caller)
    {
        (this.time, this.caller) = (time, caller);
        start = time.GetTimestamp();
        Token = caller;
        given = limit.Mode == LimitMode.Enforce ? TimeSpan.FromMilliseconds(limit.Max) : null;
        if (asked is { } less && !(given <= less)) given = less;
        if (given is not { } span) return;
        end = Start(span, time);
        // One source for both ends: a linked one would be a second, for each request.
        hangUp = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), end);
        Token = end.Token;
    }

    /// <summary>Cancelled when the time is over, and with the caller's token.</summary>
    public CancellationToken Token { get; }

    /// <summary>True when the time is over and the caller still waits.</summary>
    public bool HasRunOut => end is { IsCancellationRequested: true } && !caller.IsCancellationRequested;

    /// <summary>Milliseconds since the execution began.</summary>
    public long Elapsed => (long)time.GetElapsedTime(start).TotalMilliseconds;

    /// <summary>What stands at each field that was not read in time; <c>limit</c> is in milliseconds.</summary>
    public GraphQLError OutOfTime => outOfTime ??= new GraphQLError(
        "The time of the request was over before this was read. Ask for less at once.", LimitKinds.ExecutionTime.Code)
    {
        Extensions = new Dictionary<string, object?> { ["limit"] = (long)Math.Ceiling(given!.Value.TotalMilliseconds) },
    };

    /// <summary>Throws <see cref="OperationCanceledException"/> when nobody waits for the answer any more.</summary>
    public void ThrowIfHungUp() => caller.ThrowIfCancellationRequested();

    /// <summary>True for what a resolver throws because <see cref="Token"/> was cancelled, for whichever reason.</summary>
    public bool HasStopped(Exception exception) => exception is OperationCanceledException && Token.IsCancellationRequested;

    public void Dispose()
    {
        // Waits for a hang-up that is being told, so that the source is not told of it in its next life.
        hangUp.Dispose();
        if (end is null) return;
        if (time == TimeProvider.System && Kept.Count < MostKept && end.TryReset()) Kept.Enqueue(end);
        else end.Dispose();
    }

    private static CancellationTokenSource Start(TimeSpan span, TimeProvider time)
    {
        // Only the system's own timers can be set anew.
        if (time != TimeProvider.System || !Kept.TryDequeue(out var source)) return new CancellationTokenSource(span, time);
        source.CancelAfter(span);
        return source;
    }
}
