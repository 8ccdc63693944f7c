namespace DataHub.Testing;

/// <summary>A clock whose timers go off when a test says so, and not before.</summary>
public sealed class Alarm : TimeProvider
{
    private readonly Lock guard = new();
    private readonly List<Timer> timers = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(() => callback(state));
        lock (guard) timers.Add(timer);
        return timer;
    }

    /// <summary>All timers go off.</summary>
    public void Ring()
    {
        Timer[] all;
        lock (guard) all = [.. timers];
        foreach (var timer in all) timer.Ring();
    }

    private sealed class Timer(Action ring) : ITimer
    {
        private bool isDisposed;

        public void Ring()
        {
            if (!isDisposed) ring();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => isDisposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
