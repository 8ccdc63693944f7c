namespace DataHub.GraphQL.Tests.Limits;

/// <summary>A clock whose timers go off when a test says so, and not before.</summary>
internal sealed class Alarm : TimeProvider
{
    private readonly List<Timer> timers = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(() => callback(state));
        timers.Add(timer);
        return timer;
    }

    /// <summary>All timers go off.</summary>
    public void Ring()
    {
        foreach (var timer in timers) timer.Ring();
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
